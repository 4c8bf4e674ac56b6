#include "sourcereel/verify_report.h"

#include <map>
#include <optional>
#include <set>

#include "core/error.h"
#include "media/content_credentials.h"
#include "media/content_hash.h"
#include "pipeline/evidence_pictures.h"
#include "report/report_folder.h"
#include "sourcereel/c2patool.h"
#include "sourcereel/output.h"

namespace sourcereel::cli {
namespace {

using Pictures = std::map<std::string, std::string>;

std::string sentence_of(media::Credentials credentials) {
    switch (credentials) {
        case media::Credentials::present:
            return "present, not verified";
        case media::Credentials::absent:
            return "none in the file, which says nothing";
        case media::Credentials::not_looked:
            break;
    }
    return "not looked for in this container";
}

class ReportMaker {
public:
    ReportMaker(Report& report, const Settings& settings, const std::stop_token& stop)
        : report_(report), settings_(settings), stop_(stop) {}

    Pictures pictures() {
        for (ReportVideo& entry : report_.videos) {
            try {
                picture(entry);
            } catch (const Error& error) {
                warn(std::string(error.what()) + "; its evidence has no pictures");
            }
        }
        return std::move(pictures_);
    }

private:
    /// The tracks of this video that some evidence rests on, as indexes.
    std::set<std::size_t> wanted(const std::string& sha256) const {
        std::set<std::size_t> tracks;
        for (const Finding& finding : report_.findings)
            for (const Evidence& piece : finding.evidence)
                if (piece.video == sha256 && piece.track)
                    tracks.insert(static_cast<std::size_t>(*piece.track));
        return tracks;
    }

    void picture(ReportVideo& entry) {
        const std::string& path = entry.video.media.path;
        const std::string& sha256 = entry.video.media.sha256;
        const media::FileHashes before = media::hashes_of_file(path);
        if (before.sha256 != sha256)
            throw Error(ErrorKind::busy, path + ": is not the file that was analysed");
        entry.video.md5 = before.md5;
        entry.credentials = sentence_of(media::find_credentials(path));
        entry.credentials_answer = ask_c2patool(path);
        std::vector<std::size_t> indexes;
        std::vector<TextTrack> tracks;
        for (const std::size_t index : wanted(sha256)) {
            if (index >= entry.video.tracks.size()) continue;
            indexes.push_back(index);
            tracks.push_back(entry.video.tracks[index]);
        }
        const auto made = pipeline::evidence_pictures(path, tracks, stop_);
        if (tracks.size() > pipeline::kMostPictured)
            warn(path + ": only the first " + std::to_string(pipeline::kMostPictured) +
                 " marks are pictured");
        if (media::hashes_of_file(path) != before)
            throw Error(ErrorKind::busy, path + ": its bytes changed while pictures were taken");
        for (std::size_t i = 0; i < made.size(); ++i)
            if (made[i]) attach(sha256, static_cast<int>(indexes[i]), *made[i]);
    }

    void attach(const std::string& sha256, int track, const pipeline::EvidencePicture& made) {
        const std::string crop = report::picture_name(made.crop);
        const std::string picture = report::picture_name(made.picture);
        pictures_[crop] = made.crop;
        pictures_[picture] = made.picture;
        for (const std::string& name : {crop, picture})
            report_.pictures[name] = {made.time.seconds(), made.time.ticks, made.time.base, made.frame};
        for (Finding& finding : report_.findings)
            for (Evidence& piece : finding.evidence)
                if (piece.video == sha256 && piece.track == track) {
                    piece.crop = crop;
                    piece.picture = picture;
                }
    }

    void warn(const std::string& message) {
        if (!settings_.quiet) say_warning(message, settings_.color);
        report_.warnings.push_back(message);
    }

    Report& report_;
    const Settings& settings_;
    std::stop_token stop_;
    Pictures pictures_;
};

/// The registry's rows that claims name and evidence speaks of.
std::vector<RegistryRow> rows_for(const Report& report, const attribution::OutletRegistry& outlets) {
    std::vector<RegistryRow> rows;
    for (const attribution::Outlet& outlet : outlets.outlets()) {
        bool used = false;
        for (const Finding& finding : report.findings) {
            used = used || (finding.claim.entity.kind == EntityKind::outlet &&
                            finding.claim.entity.value == outlet.id);
            for (const Evidence& piece : finding.evidence)
                used = used || piece.detail.find(outlet.name) != std::string::npos;
        }
        if (used) rows.push_back({outlet.id, outlet.name, outlet.source});
    }
    return rows;
}

}  // namespace

void make_report(const std::filesystem::path& folder, Report& report,
                 const attribution::OutletRegistry& outlets, const Settings& settings,
                 const std::stop_token& stop) {
    report.outlets_tried = outlets.outlets().size();
    report.outlets = rows_for(report, outlets);
    const Pictures pictures = ReportMaker(report, settings, stop).pictures();
    report::write_report(folder, report, pictures);
}

}  // namespace sourcereel::cli
