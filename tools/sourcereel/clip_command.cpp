#include <algorithm>
#include <stop_token>
#include <string>

#include "json/documents.h"
#include "media/clip_writer.h"
#include "sourcereel/commands.h"
#include "sourcereel/detection.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/interrupt.h"
#include "sourcereel/moment.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"
#include "sourcereel/progress_line.h"

namespace sourcereel::cli {
namespace {

void require_sense(const CommandLine& line, media::IfExists if_exists) {
    if (line.shot.has_value() == line.range.has_value())
        throw UsageError("clip: name one of --shot N and --range A-B");
    if (line.shot) detection_of(line);  // Its mistakes come before any work.
    if (line.range && !parse_moment_range(*line.range))
        throw UsageError("--range " + *line.range +
                         ": not a range; write it as 12.5-20, 1:02.5-1:10 or 0:59:30-1:00:00");
    try {
        media::require_clip_container(*line.output);
        media::require_writable(*line.output, if_exists);
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
}

/// The range of the shot asked for.
TimeRange range_of_shot(const CommandLine& line, const Settings& settings, const std::stop_token& stop) {
    pipeline::AnalysisOptions options;
    options.read_text = false;
    options.read.loop_filter = false;  // As `shots` does: the numbers must be the same.
    options.keep_stills = false;
    options.hash = false;
    options.shots = detection_of(line);
    require_crop_inside(line, options.shots);
    ProgressLine progress({line.video}, settings);
    const AnalysedVideo video = pipeline::analyse(
        line.video, options, [&](const pipeline::Progress& now) { progress.update(0, now); }, stop);
    if (*line.shot < video.shots.size()) return video.shots[*line.shot].range;
    progress.clear();
    throw UsageError(
        "--shot " + std::to_string(*line.shot) + ": no such shot; " + line.video + " has " +
        (video.shots.size() == 1 ? "only shot 0" : "shots 0 to " + std::to_string(video.shots.size() - 1)));
}

media::WrittenClip cut(const CommandLine& line, const Settings& settings, const media::ClipPart& part,
                       const media::ClipOptions& options, const std::stop_token& stop) {
    ProgressLine progress({line.video}, settings);
    const double all = std::max(1e-9, part.range.end.seconds());
    const auto written = media::write_clips(line.video, {part}, options, [&](const Timestamp& time) {
        if (stop.stop_requested()) throw pipeline::Cancelled{};
        progress.update(0, {std::clamp(time.seconds() / all, 0.0, 1.0), std::max(0.0, time.seconds())});
    });
    return written.front();
}

void report(const CommandLine& line, const Settings& settings, const media::WrittenClip& clip) {
    const double begin = clip.range.begin.seconds();
    const double end = clip.range.end.seconds();
    if (!settings.quiet) {
        say("wrote " + clip.target.string() + ": " + time_range(begin, end, 3) + " of " + line.video + ", " +
            std::to_string(clip.pictures) + (clip.pictures == 1 ? " picture" : " pictures") +
            (line.exact ? ", encoded as " : ", copied, ") + clip.video_codec +
            (clip.sound_codec.empty() ? ", no sound" : " and " + clip.sound_codec));
        for (const std::string& note : clip.notes) say_warning(line.video + ": " + note, settings.color);
    }
    if (settings.format == Format::json)
        write_answer(json::facts_document("sourcereel.clip/1",
                                          {{"source", line.video},
                                           {"path", clip.target.string()},
                                           {"mode", line.exact ? "exact" : "copy"},
                                           {"begin", fixed(begin, 6), true},
                                           {"end", fixed(end, 6), true},
                                           {"frames", std::to_string(clip.pictures), true},
                                           {"video_codec", clip.video_codec},
                                           {"sound_codec", clip.sound_codec}},
                                          clip.notes));
}

}  // namespace

int run_clip(const CommandLine& line, const Settings& settings) {
    media::ClipOptions options;
    options.mode = line.exact ? media::ClipMode::exact : media::ClipMode::copy;
    options.if_exists = line.force ? media::IfExists::replace : media::IfExists::refuse;
    require_sense(line, options.if_exists);
    try {
        const InterruptWatch interrupt;
        media::ClipPart part;
        part.target = *line.output;
        part.range =
            line.range ? *parse_moment_range(*line.range) : range_of_shot(line, settings, interrupt.token());
        report(line, settings, cut(line, settings, part, options, interrupt.token()));
        return kDone;
    } catch (const Error& error) {
        return report_failed_input(error, line.video, settings);
    }
}

}  // namespace sourcereel::cli
