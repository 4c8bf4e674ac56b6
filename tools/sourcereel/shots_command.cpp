#include <unistd.h>

#include <optional>
#include <stop_token>
#include <string>

#include "json/documents.h"
#include "media/content_hash.h"
#include "media/frame_clock.h"
#include "media/new_file.h"
#include "shots/shot_decider.h"
#include "sourcereel/commands.h"
#include "sourcereel/detection.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/interrupt.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"
#include "sourcereel/progress_line.h"
#include "sourcereel/score_file.h"
#include "sourcereel/shot_document.h"
#include "sourcereel/shot_files.h"
#include "sourcereel/targets.h"
#include "sourcereel/terminal.h"
#include "sourcereel/track_table.h"

namespace sourcereel::cli {
namespace {

/// The command line, understood, before anything is opened.
struct Plan {
    std::optional<ShotFormat> format;  ///< Nothing: a table, or what --format says.
    media::IfExists if_exists = media::IfExists::refuse;
    shots::ShotOptions detection;

    bool wants_stills(const CommandLine& line) const { return line.sheet || format == ShotFormat::html; }
};

ShotFormat shot_format_of(const NamedFormat& named) {
    if (const auto format = shot_format_from(named.name)) return *format;
    throw UsageError(named.where + ": no such format; use csv, json, html, edl, otio, fcpxml or qp");
}

Plan plan_of(const CommandLine& line, const Settings& settings) {
    Plan plan;
    if (line.force) plan.if_exists = media::IfExists::replace;
    if (const NamedFormat named = named_format(line); !named.name.empty()) {
        plan.format = shot_format_of(named);
    } else if (settings.format == Format::json) {
        plan.format = ShotFormat::json;
    }
    if (line.copy && !line.split) throw UsageError("--copy says how to --split; name its folder");
    plan.detection = detection_of(line);
    if (line.scores && line.from_scores) throw UsageError("--scores and --from-scores: name one of them");
    if (line.crop && line.from_scores)
        throw UsageError("--crop: the scores are measured already; decode again");
    if (line.output) require_target(*line.output, plan.if_exists);
    if (line.scores) require_target(*line.scores, plan.if_exists);
    if (line.sheet) {
        require_sheet_format(*line.sheet);
        require_target(*line.sheet, plan.if_exists);
    }
    return plan;
}

/// What the video is, and all that the formats need beside.
struct Found {
    AnalysedVideo video;
    exports::FrameTimes times;
    double stated_rate = 0;
};

/// Decodes the video.
Found find(const CommandLine& line, const Settings& settings, const Plan& plan, const std::stop_token& stop) {
    Found found;
    pipeline::AnalysisOptions options;
    options.read_text = false;
    // Costs the detection no accuracy, and a quarter of the CPU less; pictures to be kept need it on, and are
    // taken in a pass of their own, so that what is kept never changes what is found.
    options.read.loop_filter = false;
    options.keep_stills = false;
    options.hash = plan.format == ShotFormat::json;  // Nothing else shows it.
    options.shots = plan.detection;
    require_crop_inside(line, options.shots);
    // Once everything is decoded, only the average is known.
    if (plan.format && plan.format != ShotFormat::json)
        found.stated_rate = media::FrameReader(line.video, options.read).info().frame_rate;
    std::optional<ScoreWriter> scores;
    if (line.scores) scores.emplace(*line.scores, plan.if_exists);
    pipeline::Taps taps;
    taps.on_frame = [&](const Frame& frame) { found.times.push(frame.index, frame.pts); };
    if (scores) taps.on_score = [&](const shots::FrameScore& score) { scores->push(score); };
    {
        ProgressLine progress({line.video}, settings);
        found.video = pipeline::analyse(
            line.video, options, [&](const pipeline::Progress& now) { progress.update(0, now); }, stop, taps);
    }
    if (plan.wants_stills(line)) found.video.stills = middle_stills(found.video, settings, stop);
    if (scores) {
        scores->finish(found.video.media.duration);
        if (!settings.quiet) say("wrote " + *line.scores + ": what each picture scores");
    }
    return found;
}

/// Decides by scores that were measured before. Of the video, only the first picture is decoded.
Found decide_again(const CommandLine& line, const Settings& settings, const Plan& plan,
                   const std::stop_token& stop) {
    Found found;
    found.video.media = media::FrameReader(line.video).info();
    MediaInfo& media = found.video.media;
    found.stated_rate = media.frame_rate;
    if (plan.format == ShotFormat::json) media.sha256 = media::sha256_of_file(line.video);
    const TimeBase base = media.duration.base;
    media::FrameClock clock(base, 0);
    shots::ShotDecider decider(plan.detection);
    const Timestamp end = read_scores(*line.from_scores, [&](const shots::FrameScore& score) {
        if (score.pts.base != base)
            throw Error(ErrorKind::unsupported, *line.from_scores + ": not the scores of " + line.video);
        clock.place(score.pts.ticks, 0);
        found.times.push(score.index, score.pts);
        if (const auto shot = decider.push(score)) found.video.shots.push_back(*shot);
    });
    for (const Shot& shot : decider.finish(end)) found.video.shots.push_back(shot);
    media.duration = end;
    media.frames = found.times.end();
    media.frame_rate = end.seconds() > 0 ? static_cast<double>(media.frames) / end.seconds() : 0;
    media.variable_frame_rate = clock.variable();
    if (plan.wants_stills(line)) found.video.stills = middle_stills(found.video, settings, stop);
    return found;
}

void write_files(const CommandLine& line, const Settings& settings, const Plan& plan,
                 const AnalysedVideo& video, const std::stop_token& stop) {
    const auto tell = [&](const std::string& text) {
        if (!settings.quiet) say(text);
    };
    if (line.sheet) {
        write_sheet(video, *line.sheet, plan.if_exists);
        tell("wrote " + *line.sheet + ": contact sheet of " + counted(video.stills.size(), "shot"));
    }
    if (line.stills) {
        const std::size_t files = write_stills(video, *line.stills, plan.if_exists, settings, stop);
        tell("wrote " + counted(files, "still") + " of " + counted(video.shots.size(), "shot") + " to " +
             *line.stills);
    }
    if (line.split) {
        const auto clips =
            write_shots(video, *line.split, line.copy ? media::ClipMode::copy : media::ClipMode::exact,
                        plan.if_exists, settings, stop);
        for (const media::WrittenClip& clip : clips) {
            tell("wrote " + clip.target.string() + ": " +
                 time_range(clip.range.begin.seconds(), clip.range.end.seconds(), 3) + ", " +
                 counted(static_cast<std::size_t>(clip.pictures), "picture") +
                 (line.copy ? ", copied" : ", encoded"));
        }
        if (!clips.empty() && !settings.quiet)
            for (const std::string& note : clips.front().notes)
                say_warning(line.video + ": " + note, settings.color);
    }
}

void answer(const CommandLine& line, const Settings& settings, const Plan& plan, const Found& found) {
    const AnalysedVideo& video = found.video;
    if (!plan.format) {
        write_answer(shot_table(video.shots)
                         .render(line_width(STDOUT_FILENO), use_color(settings.color, STDOUT_FILENO)));
        return;
    }
    const std::string document = shot_document(*plan.format, video, found.times, found.stated_rate);
    if (!line.output) return write_answer(document);
    media::write_file(*line.output, plan.if_exists, document);
    if (!settings.quiet)
        say("wrote " + *line.output + ": " + counted(video.shots.size(), "shot") + " as " +
            name_of(*plan.format));
}

}  // namespace

int run_shots(const CommandLine& line, const Settings& settings) {
    const Plan plan = plan_of(line, settings);
    try {
        const InterruptWatch interrupt;
        const Found found = line.from_scores ? decide_again(line, settings, plan, interrupt.token())
                                             : find(line, settings, plan, interrupt.token());
        if (found.video.shots.empty()) throw UsageError("no picture between --from and --to");
        if (!settings.quiet) {
            for (const std::string& warning : found.video.warnings)
                say_warning(line.video + ": " + warning, settings.color);
        }
        answer(line, settings, plan, found);
        write_files(line, settings, plan, found.video, interrupt.token());
        return kDone;
    } catch (const Error& error) {
        return report_failed_input(error, line.video, settings);
    }
}

}  // namespace sourcereel::cli
