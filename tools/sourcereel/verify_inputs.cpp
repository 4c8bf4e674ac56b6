#include "sourcereel/verify_inputs.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

#include "catalogue/catalogue.h"
#include "media/content_hash.h"
#include "pipeline/analysis.h"
#include "pipeline/video_sidecars.h"
#include "sourcereel/failures.h"
#include "sourcereel/one_video.h"
#include "sourcereel/output.h"
#include "sourcereel/progress_line.h"
#include "verdict/coverage.h"

namespace sourcereel::cli {
namespace {

namespace fs = std::filesystem;

/// The part of the settings that says how text was read.
std::string text_part(const std::string& options) {
    const std::size_t begin = options.find("text{");
    return begin == std::string::npos ? std::string()
                                      : options.substr(begin, options.find('}', begin) - begin);
}

class Loader {
public:
    Loader(const CommandLine& line, const Settings& settings, const std::stop_token& stop)
        : line_(line), settings_(settings), stop_(stop) {
        std::error_code ignored;
        if (fs::exists(settings.db, ignored)) catalogue_.emplace(open_catalogue(settings));
    }

    VerifyInputs load() {
        if (line_.sidecar && line_.paths.size() != 1)
            throw UsageError("--sidecar: belongs to one video; name exactly one VIDEO");
        inputs_.from_catalogue = line_.paths.empty();
        if (inputs_.from_catalogue) {
            from_catalogue();
        } else {
            options_.find_shots = false;
            options_.read.chroma = false;  // Reading needs brightness only.
            options_.text = text_options(settings_);
            for (const std::string& path : line_.paths) named(path);
        }
        for (ReportVideo& entry : inputs_.videos) entry.coverage = verdict::coverage_of(entry.video);
        return std::move(inputs_);
    }

private:
    void from_catalogue() {
        if (!catalogue_) {
            inputs_.warnings.push_back("no video was named and there is no catalogue " +
                                       settings_.db.string() + ", so nothing could be looked at");
            return;
        }
        const auto ids = asking_catalogue([&] { return catalogue_->video_ids(); });
        for (const std::int64_t id : ids) {
            auto found = asking_catalogue([&] { return catalogue_->find(std::to_string(id)); });
            if (!found) continue;  // Removed since.
            inputs_.videos.push_back({std::move(found->video), std::move(found->sidecars), {}, {}, {}});
        }
        if (inputs_.videos.empty())
            inputs_.warnings.emplace_back("the catalogue holds no video, so nothing could be looked at");
    }

    void named(const std::string& path) {
        try {
            ReportVideo entry;
            const media::FileHashes hashes = media::hashes_of_file(path);
            if (!take_catalogued(hashes.sha256, entry)) analyse(path, entry);
            if (entry.video.media.sha256 != hashes.sha256)
                throw Error(
                    ErrorKind::busy,
                    path + ": its bytes changed while it was read; try again when nobody writes to it");
            entry.video.md5 = hashes.md5;
            entry.video.media.path = path;
            for (const std::string& warning : entry.video.warnings) warn(path + ": " + warning);
            sidecars(path, entry);
            inputs_.videos.push_back(std::move(entry));
        } catch (const Error& error) {
            say_error(error.what(), settings_.color);
            inputs_.warnings.emplace_back(error.what());
            inputs_.some_failed = true;
        }
    }

    bool take_catalogued(const std::string& sha256, ReportVideo& entry) {
        if (!catalogue_) return false;
        auto found = asking_catalogue([&] { return catalogue_->find(sha256); });
        if (!found) return false;
        entry.sidecars = std::move(found->sidecars);
        const AnalysisSettings wanted = pipeline::settings_of(options_);
        const AnalysisSettings& had = found->video.settings;
        if (had.tool != wanted.tool || had.versions != wanted.versions ||
            text_part(had.options) != text_part(wanted.options))
            return false;
        entry.video = std::move(found->video);
        return true;
    }

    void analyse(const std::string& path, ReportVideo& entry) {
        ProgressLine progress({path}, settings_);
        entry.video = pipeline::analyse(
            path, options_, [&](const pipeline::Progress& now) { progress.update(0, now); }, stop_);
    }

    /// One that was named counts alone; else those of the catalogue and those beside the file.
    void sidecars(const std::string& path, ReportVideo& entry) {
        if (line_.sidecar) {
            entry.sidecars = {pipeline::sidecar_in(*line_.sidecar, path)};
        } else {
            sidecar::SidecarsFound beside = pipeline::sidecars_of(path);
            for (const std::string& warning : beside.warnings) warn(warning);
            for (Sidecar& one : beside.sidecars) {
                const bool known =
                    std::any_of(entry.sidecars.begin(), entry.sidecars.end(),
                                [&](const Sidecar& other) { return other.sha256 == one.sha256; });
                if (!known) entry.sidecars.push_back(std::move(one));
            }
        }
        for (const Sidecar& one : entry.sidecars) {
            for (const std::string& warning : one.warnings) warn(one.file + ": " + warning);
            if (one.file_sha256 && one.file_sha256->value != entry.video.media.sha256)
                warn(one.file + ": " + one.file_sha256->field +
                     " is the hash of another file; it was passed over");
        }
    }

    void warn(const std::string& message) {
        if (!settings_.quiet) say_warning(message, settings_.color);
        inputs_.warnings.push_back(message);
    }

    const CommandLine& line_;
    const Settings& settings_;
    std::stop_token stop_;
    pipeline::AnalysisOptions options_;
    std::optional<catalogue::Catalogue> catalogue_;
    VerifyInputs inputs_;
};

}  // namespace

VerifyInputs verify_inputs(const CommandLine& line, const Settings& settings, const std::stop_token& stop) {
    return Loader(line, settings, stop).load();
}

verdict::VideoFacts facts_of(const ReportVideo& entry) {
    verdict::VideoFacts facts;
    facts.sha256 = entry.video.media.sha256;
    facts.tracks = entry.video.tracks;
    facts.sidecars = entry.sidecars;
    facts.coverage = entry.coverage;
    return facts;
}

}  // namespace sourcereel::cli
