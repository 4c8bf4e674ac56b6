#include <unistd.h>
#include <array>

#include "imaging/still_collector.h"
#include "json/documents.h"
#include "media/content_hash.h"
#include "media/versions.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/output.h"
#include "sourcereel/table.h"
#include "sourcereel/terminal.h"
#include "text/languages.h"
#include "text/model_files.h"
#include "unicode/fold.h"

namespace sourcereel::cli {
namespace {

/// What footage comes in, and whether a desk could work without it.
struct Codec {
    const char* name;
    bool needed;
};
constexpr std::array<Codec, 14> kCodecs{{{"h264", true},
                                         {"hevc", true},
                                         {"vp8", true},
                                         {"vp9", true},
                                         {"av1", true},
                                         {"mpeg4", true},
                                         {"mpeg2video", false},
                                         {"mjpeg", false},
                                         {"gif", false},
                                         {"prores", false},
                                         {"wmv3", false},
                                         {"flv1", false},
                                         {"theora", false},
                                         {"h263", false}}};

struct Finding {
    std::string subject;  ///< "language eng"
    std::string state;
};

struct Findings {
    std::vector<Finding> all;
    std::vector<std::string> missing;  ///< Sentences.
    bool usable = true;
};

void look_at_languages(Findings& findings) {
    bool any = false;
    for (const text::Language& language : text::known_languages()) {
        any = any || language.installed;
        findings.all.push_back(
            {"language " + language.code,
             language.name + (language.installed ? "" : ": missing, apt install " + language.package)});
        if (!language.installed) {
            findings.missing.push_back(language.name + " cannot be read: apt install " + language.package);
        }
    }
    if (!any) {
        findings.usable = false;
        findings.missing.emplace_back("no language data at all: no text can be read");
    }
}

/// The models are optional, but damaged ones stop `text` and `analyze`: nobody shall get other results
/// unawares.
void look_at_models(Findings& findings, const Settings& settings) {
    const std::string folder = settings.models.string();
    findings.all.push_back({"models", folder.empty() ? "none" : folder});
    std::string state;
    try {
        const auto models = text::verify_models(settings.models, media::sha256_of_file);
        if (models) {
            state = models->version + ", verified";
        } else if (folder.empty()) {
            state = "not wanted, says " + settings.models_asked_by;
        } else {
            state = "not installed; tools/dev/models.sh installs them";
            findings.missing.push_back(
                "no neural models in " + folder +
                ": faint and small text is read less well; tools/dev/models.sh installs them");
            if (!settings.models_asked_by.empty())
                findings.usable = false;  // text and analyze insist on them.
        }
    } catch (const Error& error) {
        state = "damaged";
        findings.usable = false;
        findings.missing.emplace_back(error.what());
    }
    findings.all.push_back({"models state", state});
}

void look_at_codecs(Findings& findings) {
    std::vector<std::string> names;
    for (const Codec& codec : kCodecs) names.emplace_back(codec.name);
    const std::vector<bool> can = media::can_decode(names);
    for (std::size_t i = 0; i < kCodecs.size(); ++i) {
        findings.all.push_back({"codec " + names[i], can[i] ? "can be decoded" : "no decoder"});
        if (can[i]) continue;
        findings.missing.push_back("this FFmpeg has no decoder for " + names[i]);
        if (kCodecs[i].needed) findings.usable = false;
    }
}

void look_at_catalogue(Findings& findings, const Settings& settings) {
    findings.all.push_back({"catalogue", settings.db.string()});
    std::string state;
    std::error_code ignored;
    if (!std::filesystem::exists(settings.db, ignored)) {
        state = "none yet; analyze makes it";
    } else {
        try {
            const catalogue::Catalogue catalogue =
                catalogue::Catalogue::open(settings.db, catalogue::Access::read_only);
            const auto videos = catalogue.stats().videos;
            state = "usable, " + std::to_string(videos) + (videos == 1 ? " video" : " videos");
        } catch (const Error& error) {
            state = "cannot be used";
            findings.usable = false;
            findings.missing.emplace_back(error.what());
        }
    }
    findings.all.push_back({"catalogue state", state});
}

Findings examine(const Settings& settings) {
    Findings findings;
    findings.all = {{"sourcereel", SOURCEREEL_VERSION},      {"ffmpeg", media::ffmpeg_version()},
                    {"opencv", imaging::opencv_version()},   {"tesseract", text::tesseract_version()},
                    {"sqlite", catalogue::sqlite_version()}, {"icu", unicode::icu_version()}};
    look_at_languages(findings);
    look_at_models(findings, settings);
    look_at_codecs(findings);
    look_at_catalogue(findings, settings);
    return findings;
}

std::string document_of(const Findings& findings) {
    std::vector<json::Fact> facts{{"usable", findings.usable ? "true" : "false", true}};
    for (const Finding& finding : findings.all) {
        std::string key = finding.subject;
        for (char& c : key) c = c == ' ' ? '_' : c;
        facts.push_back({key, finding.state});
    }
    return json::facts_document("sourcereel.doctor/1", facts, findings.missing);
}

std::string table_of(const Findings& findings, const Settings& settings) {
    Table table({{"what"}, {"state", Column::Align::left, Column::Room::tail}});
    for (const Finding& finding : findings.all) table.add({finding.subject, finding.state});
    return table.render(line_width(STDOUT_FILENO), use_color(settings.color, STDOUT_FILENO));
}

}  // namespace

int run_doctor(const Settings& settings) {
    const Findings findings = examine(settings);
    write_answer(settings.format == Format::json ? document_of(findings) : table_of(findings, settings));
    for (const std::string& sentence : findings.missing) say_warning(sentence, settings.color);
    return findings.usable ? kDone : kAnswerIsNo;
}

std::string versions_text() {
    return std::string("sourcereel ") + SOURCEREEL_VERSION + "\n" + media::ffmpeg_version() + "\n" +
           imaging::opencv_version() + "\n" + text::tesseract_version() + "\n" + catalogue::sqlite_version() +
           "\n" + unicode::icu_version();
}

}  // namespace sourcereel::cli
