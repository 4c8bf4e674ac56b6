#include <unistd.h>

#include "json/documents.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"
#include "sourcereel/terminal.h"
#include "sourcereel/track_table.h"

namespace sourcereel::cli {
namespace {

std::string document_of(const catalogue::CataloguedVideo& found) {
    json::VideoEntry entry;
    entry.id = found.id;
    entry.analysed_at = found.analysed_at;
    entry.paths = found.paths;
    entry.media = found.video.media;
    entry.shots = found.video.shots;
    for (const auto& still : found.stills) entry.stills.push_back(still.string());
    entry.tracks = found.video.tracks;
    entry.decoded_share = found.video.decoded_share;
    entry.tool = found.video.settings.tool;
    entry.options = found.video.settings.options;
    entry.versions = found.video.settings.versions;
    return json::video_document(entry, found.video.warnings);
}

std::string facts_of(const catalogue::CataloguedVideo& found, std::size_t width) {
    const MediaInfo& media = found.video.media;
    std::string text;
    const auto add = [&](const std::string& name, const std::string& value, bool keep_end = false) {
        constexpr std::size_t kIndent = 10;
        text += name + std::string(kIndent - name.size(), ' ') +
                shorten(visible(value), width - kIndent, keep_end) + "\n";
    };
    add("video", std::to_string(found.id));
    for (const std::string& path : found.paths) add("path", path, true);
    add("sha256", media.sha256);
    add("picture",
        std::to_string(media.width) + "x" + std::to_string(media.height) + ", " + media.video_codec + ", " +
            fixed(media.frame_rate, 2) + " frames a second" +
            (media.variable_frame_rate ? " on average" : "") +
            (media.rotation != 0 ? ", turned by " + std::to_string(media.rotation) + " degrees" : ""));
    add("length", clock_time(media.duration.seconds()) + ", " + std::to_string(media.frames) + " frames");
    add("analysed", found.analysed_at + " by " + found.video.settings.tool);
    for (const std::string& warning : found.video.warnings) add("warning", warning);
    return text;
}

std::string table_of(const catalogue::CataloguedVideo& found, const Settings& settings) {
    const std::size_t width = line_width(STDOUT_FILENO);
    const bool color = use_color(settings.color, STDOUT_FILENO);
    std::string text = facts_of(found, width);
    if (!found.video.shots.empty()) text += "\n" + shot_table(found.video.shots).render(width, color);
    text += "\n";
    text +=
        found.video.tracks.empty() ? "no text found\n" : track_table(found.video.tracks).render(width, color);
    return text;
}

}  // namespace

int run_show(const CommandLine& line, const Settings& settings) {
    const catalogue::Catalogue catalogue = open_catalogue(settings);
    std::optional<catalogue::CataloguedVideo> found;
    try {
        found = catalogue.find(line.key);
    } catch (const Error& error) {
        // "unsupported" is about the key: its digits fit several videos.
        if (error.kind() == ErrorKind::unsupported) throw UsageError(error.what());
        throw CatalogueError(error);
    }
    if (!found) {
        const Error missing(ErrorKind::not_found,
                            "no video " + line.key + " in the catalogue " + settings.db.string());
        report_failed_input(missing, line.key, settings);
        return kAnswerIsNo;
    }
    write_answer(settings.format == Format::json ? document_of(*found) : table_of(*found, settings));
    return kDone;
}

}  // namespace sourcereel::cli
