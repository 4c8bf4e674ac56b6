#include "pipeline/analysis.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "attribution/handle.h"
#include "core/error.h"
#include "imaging/still_collector.h"
#include "media/content_hash.h"
#include "media/versions.h"
#include "pipeline/file_state.h"
#include "pipeline/track_outlets.h"
#include "text/languages.h"
#include "text/text_kind.h"

namespace sourcereel::pipeline {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kProgressInterval{250};

/// Calls back a few times a second, whatever the frame rate.
class ProgressReporter {
public:
    ProgressReporter(const OnProgress& on_progress, double stated_seconds)
        : on_progress_(on_progress), stated_seconds_(stated_seconds) {}

    void at(double media_seconds) {
        if (!on_progress_) return;
        const auto now = Clock::now();
        if (now - last_ < kProgressInterval) return;
        last_ = now;
        report(media_seconds);
    }

    void report(double media_seconds) const {
        if (!on_progress_) return;
        const double share = stated_seconds_ > 0 ? media_seconds / stated_seconds_ : 0;
        on_progress_({std::clamp(share, 0.0, 1.0), media_seconds});
    }

private:
    const OnProgress& on_progress_;
    double stated_seconds_;
    Clock::time_point last_ = Clock::now();
};

/// The stages asked for, over one stream of frames.
class Stages {
public:
    Stages(const AnalysisOptions& options, const Taps& taps) : taps_(taps), from_(options.shots.from) {
        if (options.find_shots) {
            detector_.emplace(options.shots);
            detector_->keep_scores(static_cast<bool>(taps.on_score));
        }
        if (options.find_shots && options.keep_stills) stills_.emplace();
        if (options.read_text) reader_.emplace(options.text);
    }

    void push(const Frame& frame, AnalysedVideo& video) {
        // The still collector first: the shot that ends here may need this very sample.
        // What comes before the time window would thin out the samples and is no part of any shot.
        if (stills_ && !(from_ && frame.pts < *from_)) stills_->push(frame);
        if (detector_) {
            if (const auto shot = detector_->push(frame)) keep(*shot, video);
            pass_scores_on();
        }
        if (reader_) reader_->push(frame);
    }

    void finish(Timestamp end, std::int64_t frames, AnalysedVideo& video) {
        if (detector_) {
            for (const Shot& shot : detector_->finish(end)) keep(shot, video);
            pass_scores_on();
        }
        if (reader_) video.tracks = reader_->finish(end, frames);
    }

private:
    void pass_scores_on() {
        if (!taps_.on_score) return;
        for (const shots::FrameScore& score : detector_->take_scores()) taps_.on_score(score);
    }

    void keep(const Shot& shot, AnalysedVideo& video) {
        if (stills_) video.stills.push_back(stills_->take(shot, video.shots.size()));
        video.shots.push_back(shot);
    }

    const Taps& taps_;
    std::optional<Timestamp> from_;
    std::optional<shots::ShotDetector> detector_;
    std::optional<imaging::StillCollector> stills_;
    std::optional<text::TextReader> reader_;
};

/// A kind depends on the handles in the text and on the length of the whole video, known only now.
void explain_tracks(AnalysedVideo& video) {
    const Rect picture{0, 0, video.media.width, video.media.height};
    for (TextTrack& track : video.tracks) {
        track.handles = attribution::find_handles(track.text);
        track.kind = text::classify(track, picture, video.media.duration.seconds());
    }
    video.outlets = outlets_of(video.tracks, attribution::OutletRegistry::built_in());
}

void take_hashes(const std::filesystem::path& file, const media::FileHashes& before, AnalysedVideo& video) {
    if (media::hashes_of_file(file) != before)
        throw Error(ErrorKind::busy,
                    "its bytes changed while it was read; try again when nobody writes to it");
    video.media.sha256 = before.sha256;
    video.md5 = before.md5;
}

AnalysedVideo run(const std::filesystem::path& file, const AnalysisOptions& options,
                  const OnProgress& on_progress, const std::stop_token& stop, const Taps& taps) {
    AnalysedVideo video;
    const FileState before(file);
    // Taken before decoding and again after: what was analysed is then what the hashes say.
    const auto before_decoding = options.hash ? media::hashes_of_file(file) : media::FileHashes{};
    media::FrameReader reader(file, options.read);
    Stages stages(options, taps);
    ProgressReporter progress(on_progress, reader.info().duration.seconds());
    while (const auto frame = reader.next()) {
        if (stop.stop_requested()) throw Cancelled{};
        if (taps.on_frame) taps.on_frame(*frame);
        stages.push(*frame, video);
        progress.at(frame->pts.seconds());
    }
    const media::ReadReport& report = reader.report();
    stages.finish(report.end, report.frames, video);
    progress.report(report.end.seconds());

    video.media = reader.info();
    video.decoded_share = std::clamp(report.decoded_share, 0.0, 1.0);
    video.warnings = report.warnings;
    video.settings = settings_of(options);
    explain_tracks(video);
    if (options.hash) {
        if (stop.stop_requested()) throw Cancelled{};
        take_hashes(file, before_decoding, video);
    }
    before.require_unchanged();
    return video;
}

/// Every error names the file, also one of a stage that never saw its name.
Error naming(const std::filesystem::path& file, const Error& error) {
    const std::string name = file.string();
    return std::string_view(error.what()).find(name) == std::string_view::npos ? error.within(name) : error;
}

}  // namespace

AnalysedVideo analyse(const std::filesystem::path& file, const AnalysisOptions& options,
                      const OnProgress& on_progress, const std::stop_token& stop, const Taps& taps) {
    try {
        return run(file, options, on_progress, stop, taps);
    } catch (const Error& error) {
        throw naming(file, error);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorKind::exhausted, file.string() + ": not enough memory");
    } catch (const std::exception& error) {
        // A library's own exception: a mistake of ours in how we call it.
        throw Error(ErrorKind::internal, file.string() + ": " + error.what());
    }
}

AnalysisSettings settings_of(const AnalysisOptions& options) {
    std::string stages;
    if (options.find_shots) stages += "shots{" + shots::settings_of(options.shots) + "}";
    if (options.read_text) stages += "text{" + text::settings_of(options.text) + "}";
    if (options.find_shots && options.keep_stills) stages += "stills";
    if (!options.read.loop_filter) stages += "no-loop-filter";
    return {std::string("sourcereel ") + SOURCEREEL_VERSION, stages,
            media::ffmpeg_version() + "; " + imaging::opencv_version() + "; " + text::tesseract_version()};
}

}  // namespace sourcereel::pipeline
