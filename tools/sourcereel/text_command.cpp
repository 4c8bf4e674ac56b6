#include <unistd.h>
#include <algorithm>

#include <optional>
#include <stop_token>
#include <string>

#include "exports/text_list.h"
#include "sourcereel/commands.h"
#include "sourcereel/one_video.h"
#include "sourcereel/output.h"
#include "sourcereel/shot_files.h"
#include "sourcereel/targets.h"
#include "sourcereel/terminal.h"
#include "sourcereel/text_document.h"
#include "sourcereel/text_sheet.h"
#include "sourcereel/track_table.h"

namespace sourcereel::cli {
namespace {

/// The command line, understood, before anything is opened.
struct Plan {
    std::optional<TextFormat> format;  ///< Nothing: a table.
    exports::TextKinds kinds;          ///< Of the answer,
    exports::TextKinds sheet_kinds;    ///< and of the sheet, which has no other default than the table.
    media::IfExists if_exists = media::IfExists::refuse;
};

Plan plan_of(const CommandLine& line, const Settings& settings) {
    Plan plan;
    if (line.force) plan.if_exists = media::IfExists::replace;
    if (const NamedFormat named = named_format(line); !named.name.empty()) {
        plan.format = text_format_from(named.name);
        if (!plan.format) throw UsageError(named.where + ": no such format; use csv, json, srt or vtt");
    } else if (settings.format == Format::json) {
        plan.format = TextFormat::json;
    }
    plan.kinds = text_kinds(line, plan.format);
    plan.sheet_kinds = text_kinds(line, std::nullopt);
    if (line.output) require_target(*line.output, plan.if_exists);
    if (line.sheet) {
        require_sheet_format(*line.sheet);
        require_target(*line.sheet, plan.if_exists);
    }
    return plan;
}

std::string table_of(const exports::TextList& list, const Settings& settings) {
    if (list.texts.empty()) {
        if (!settings.quiet) say("no text found");
        return {};
    }
    return track_table(list.texts)
        .render(line_width(STDOUT_FILENO), use_color(settings.color, STDOUT_FILENO));
}

void answer(const CommandLine& line, const Settings& settings, const Plan& plan, const AnalysedVideo& video) {
    const exports::TextList list = exports::make_text_list(video.media, video.tracks, plan.kinds);
    if (!plan.format) return write_answer(table_of(list, settings));
    const std::string document = text_document(*plan.format, video, plan.kinds);
    if (line.output)
        media::write_file(*line.output, plan.if_exists, document);
    else
        write_answer(document);
    if (settings.quiet) return;
    if (line.output)
        say("wrote " + *line.output + ": " + counted(list.texts.size(), "text") + " as " +
            name_of(*plan.format));
    // Who asks for subtitles of a clip that has only a mark must not believe that there is nothing.
    if (list.left_out > 0 && !line.kinds)
        say(counted(list.left_out, "text") + " of other kinds left out; --kinds all has them too");
}

void write_sheet(const CommandLine& line, const Settings& settings, const Plan& plan,
                 const AnalysedVideo& video, const std::stop_token& stop) {
    const exports::TextList list = exports::make_text_list(video.media, video.tracks, plan.sheet_kinds);
    const WrittenSheet written = write_text_sheet(list, *line.sheet, plan.if_exists, settings, stop);
    if (settings.quiet) return;
    if (written.stills == 0) return say("no text found: " + *line.sheet + " is not written");
    say("wrote " + *line.sheet + ": " + counted(written.stills, "still") + " with " +
        (written.texts < list.texts.size() ? std::to_string(written.texts) + " of " : "") +
        counted(list.texts.size(), "text"));
}

bool has_scene(const exports::TextKinds& kinds) {
    return std::find(kinds.begin(), kinds.end(), TextKind::scene) != kinds.end();
}

}  // namespace

int run_text(const CommandLine& line, const Settings& settings) {
    const Plan plan = plan_of(line, settings);
    pipeline::AnalysisOptions options;
    options.find_shots = false;
    options.read.chroma = false;  // Reading needs brightness only.
    options.hash = plan.format == TextFormat::json;
    options.text = text_options(settings);
    options.text.scene = has_scene(plan.kinds) || has_scene(plan.sheet_kinds);
    return answer_about(line.video, options, settings,
                        [&](const AnalysedVideo& video, const std::stop_token& stop) {
                            answer(line, settings, plan, video);
                            if (line.sheet) write_sheet(line, settings, plan, video, stop);
                        });
}

}  // namespace sourcereel::cli
