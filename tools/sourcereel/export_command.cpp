#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exports/shot_list.h"
#include "json/documents.h"
#include "sourcereel/catalogued.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/output.h"
#include "sourcereel/shot_document.h"
#include "sourcereel/shot_files.h"
#include "sourcereel/targets.h"
#include "sourcereel/text_document.h"

namespace sourcereel::cli {
namespace {

using catalogue::CataloguedVideo;

enum class Target { standard_output, file, folder };

/// The command line, understood, before the catalogue is opened. One of `text` and `shots` is set unless
/// json.
struct Plan {
    std::string name;  ///< Of the format; the extension of files in a folder.
    std::optional<TextFormat> text;
    std::optional<ShotFormat> shots;
    exports::TextKinds kinds;
    Target target = Target::standard_output;
    media::IfExists if_exists = media::IfExists::refuse;

    /// Several videos are one document: a row more, or an entry more.
    bool joins() const { return name == "csv" || name == "json"; }
};

bool names_folder(const std::string& output) {
    std::error_code ignored;
    return output.ends_with('/') || std::filesystem::is_directory(output, ignored);
}

std::string format_of(const CommandLine& line, const Settings& settings) {
    constexpr const char* kFormats = "use csv, json, srt, vtt, edl, otio or fcpxml";
    const bool extension_tells = line.output && !names_folder(*line.output);
    if (!line.as && !extension_tells) {
        if (settings.format == Format::json) return "json";
        throw UsageError(std::string("export: name a format with --as; ") + kFormats);
    }
    const NamedFormat named = named_format(line);
    for (const char* known : {"csv", "json", "srt", "vtt", "edl", "otio", "fcpxml"})
        if (named.name == known) return known;
    throw UsageError(named.where + ": no such format; " + kFormats);
}

void decide_contents(const CommandLine& line, Plan& plan) {
    if (line.of && plan.name != "csv")
        throw UsageError("--of says what a csv lists; " + plan.name + " needs no such word");
    if (line.of && *line.of != "text" && *line.of != "shots")
        throw UsageError("--of " + *line.of + ": use text or shots");
    if (plan.name != "json") {
        if (!line.of || *line.of == "text") plan.text = text_format_from(plan.name);
        if (!plan.text) plan.shots = shot_format_from(plan.name);
    }
    if (plan.text)
        plan.kinds = text_kinds(line, plan.text);
    else if (line.kinds || line.scene)
        throw UsageError(std::string(line.kinds ? "--kinds" : "--scene") + " chooses among texts; " +
                         plan.name + (plan.shots ? " lists shots" : " holds all of them"));
}

Plan plan_of(const CommandLine& line, const Settings& settings) {
    Plan plan;
    if (line.force) plan.if_exists = media::IfExists::replace;
    plan.name = format_of(line, settings);
    decide_contents(line, plan);
    if (line.output) {
        plan.target = names_folder(*line.output) ? Target::folder : Target::file;
        if (plan.target == Target::file) require_target(*line.output, plan.if_exists);
    }
    return plan;
}

/// All that were asked for, each once in the order first named; or nothing, after saying which is missing:
/// half of what was asked for would be taken for all of it.
std::optional<std::vector<CataloguedVideo>> find_all(const CommandLine& line, const Settings& settings) {
    const catalogue::Catalogue catalogue = open_catalogue(settings);
    std::vector<CataloguedVideo> videos;
    for (const std::string& key : line.keys) {
        auto found = find_catalogued(catalogue, key);
        if (!found) {
            report_failed_input(not_catalogued(key, settings), key, settings);
            return std::nullopt;
        }
        const bool again = std::any_of(videos.begin(), videos.end(),
                                       [&](const CataloguedVideo& video) { return video.id == found->id; });
        if (!again) videos.push_back(std::move(*found));
    }
    return videos;
}

void warn_of_estimates(const CataloguedVideo& found, const Settings& settings) {
    const AnalysedVideo& video = found.video;
    const bool gradual = std::any_of(video.shots.begin(), video.shots.end(), [](const Shot& shot) {
        return shot.transition.end_frame > shot.transition.begin_frame;
    });
    if (gradual && video.media.variable_frame_rate && !settings.quiet)
        say_warning(video.media.path +
                        ": the frame rate varies, so where transitions begin and end is estimated; "
                        "\"sourcereel shots\" on the file has it exactly",
                    settings.color);
}

std::string document_of(const CataloguedVideo& found, const Plan& plan, const Settings& settings) {
    if (plan.text) return text_document(*plan.text, found.video, plan.kinds);
    if (plan.shots) {
        warn_of_estimates(found, settings);
        return shot_document(*plan.shots, found.video, exports::times_within(found.video.shots), 0);
    }
    return json::video_document(entry_of(found), found.video.warnings);
}

/// One document of all. @pre plan.joins()
std::string joined(const std::vector<CataloguedVideo>& videos, const Plan& plan, const Settings& settings) {
    if (plan.name == "json") {
        std::vector<json::VideoEntry> entries;
        std::vector<std::string> warnings;
        for (const CataloguedVideo& found : videos) {
            entries.push_back(entry_of(found));
            for (const std::string& warning : found.video.warnings)
                warnings.push_back(found.video.media.path + ": " + warning);
        }
        return json::export_document(entries, warnings);
    }
    std::string all;
    for (const CataloguedVideo& found : videos) {
        const std::string table = document_of(found, plan, settings);
        all += all.empty() ? table : table.substr(table.find('\n') + 1);  // One header is enough.
    }
    return all;
}

/// "12-clip.srt": the number tells apart what has one name.
std::string file_name(const CataloguedVideo& found, const Plan& plan) {
    constexpr std::size_t kLongestStem = 200;  // Bytes; file systems allow 255 for a name.
    std::string stem = std::filesystem::path(found.video.media.path).stem().string();
    if (stem.size() > kLongestStem) {
        std::size_t end = kLongestStem;
        while (end > 0 && (static_cast<unsigned char>(stem[end]) & 0xC0U) == 0x80U) --end;
        stem.resize(end);
    }
    return std::to_string(found.id) + "-" + stem + "." + plan.name;
}

void write_folder(const std::vector<CataloguedVideo>& videos, const CommandLine& line, const Plan& plan,
                  const Settings& settings) {
    const std::filesystem::path folder = *line.output;
    make_folder(folder);
    for (const CataloguedVideo& found : videos)
        require_target((folder / file_name(found, plan)).string(), plan.if_exists);
    for (const CataloguedVideo& found : videos) {
        const std::filesystem::path file = folder / file_name(found, plan);
        media::write_file(file, plan.if_exists, document_of(found, plan, settings));
        if (!settings.quiet) say("wrote " + file.string());
    }
}

void write_one(const std::vector<CataloguedVideo>& videos, const CommandLine& line, const Plan& plan,
               const Settings& settings) {
    const std::string document =
        videos.size() == 1 ? document_of(videos.front(), plan, settings) : joined(videos, plan, settings);
    if (plan.target == Target::standard_output) return write_answer(document);
    media::write_file(*line.output, plan.if_exists, document);
    if (!settings.quiet)
        say("wrote " + *line.output + ": " + counted(videos.size(), "video") + " as " + plan.name);
}

}  // namespace

int run_export(const CommandLine& line, const Settings& settings) {
    const Plan plan = plan_of(line, settings);
    const auto videos = find_all(line, settings);
    if (!videos) return kAnswerIsNo;
    if (videos->size() > 1 && plan.target != Target::folder && !plan.joins())
        throw UsageError("export: " + plan.name +
                         " holds one video; name a folder with -o for several: -o folder/");
    try {
        if (plan.target == Target::folder)
            write_folder(*videos, line, plan, settings);
        else
            write_one(*videos, line, plan, settings);
        return kDone;
    } catch (const Error& error) {
        return report_failed_input(error, line.output.value_or(videos->front().video.media.path), settings);
    }
}

}  // namespace sourcereel::cli
