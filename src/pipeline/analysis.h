// pipeline/analysis.h: one video through all stages. The only place where stages meet.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>

#include "core/video.h"
#include "media/frame_reader.h"
#include "shots/shot_detector.h"
#include "text/text_reader.h"

namespace sourcereel::pipeline {

struct AnalysisOptions {
    media::ReadOptions read;
    bool find_shots = true;
    bool read_text = true;
    bool keep_stills = true;
    bool hash = true;  ///< Fill media.sha256.
    shots::ShotOptions shots;
    text::TextOptions text;
};

/// How far one video is. Called from the thread that runs the analysis, a few times a second.
struct Progress {
    double share = 0;          ///< Of the stated duration, 0..1; 0 where it is unknown.
    double media_seconds = 0;  ///< Of video done.
};
using OnProgress = std::function<void(const Progress&)>;
/// For those who want more than the results. Called from the thread that runs the analysis.
struct Taps {
    std::function<void(const Frame&)> on_frame;  ///< Before the stages see it; holding it keeps its pixels.
    std::function<void(const shots::FrameScore&)> on_score;  ///< Of each frame, in order, some time later.
};

/// Thrown out of analyse() when its stop token asked for it; the work so far is dropped.
struct Cancelled {};

/// Decodes the file once and runs the stages over it. Memory: that of the reader and of each stage, whatever
/// the duration. Runs in the calling thread; decoding uses `options.read.threads`.
/// @throws Error as FrameReader and the stages do, naming the file; Cancelled.
AnalysedVideo analyse(const std::filesystem::path& file, const AnalysisOptions& options,
                      const OnProgress& on_progress = {}, const std::stop_token& stop = {},
                      const Taps& taps = {});

/// What `options` and the libraries loaded say about results, for AnalysedVideo::settings.
AnalysisSettings settings_of(const AnalysisOptions& options);

}  // namespace sourcereel::pipeline
