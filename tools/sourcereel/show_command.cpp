#include <unistd.h>

#include "exports/text_list.h"
#include "json/documents.h"
#include "sourcereel/catalogued.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"
#include "sourcereel/terminal.h"
#include "sourcereel/track_table.h"

namespace sourcereel::cli {
namespace {

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
    const exports::TextList list =
        exports::make_text_list(found.video.media, found.video.tracks, exports::all_text_kinds());
    text += list.texts.empty() ? "no text found\n" : track_table(list.texts).render(width, color);
    return text;
}

}  // namespace

int run_show(const CommandLine& line, const Settings& settings) {
    const catalogue::Catalogue catalogue = open_catalogue(settings);
    const auto found = find_catalogued(catalogue, line.key);
    if (!found) {
        report_failed_input(not_catalogued(line.key, settings), line.key, settings);
        return kAnswerIsNo;
    }
    write_answer(settings.format == Format::json
                     ? json::video_document(entry_of(*found), found->video.warnings)
                     : table_of(*found, settings));
    return kDone;
}

}  // namespace sourcereel::cli
