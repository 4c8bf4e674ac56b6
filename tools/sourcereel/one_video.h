// sourcereel/one_video.h: one video, analysed and answered about.
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "core/video.h"
#include "pipeline/analysis.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// Analyses one video with a progress line, lets `answer` tell of it, and returns the exit code.
int answer_about(const std::string& video, const pipeline::AnalysisOptions& options, const Settings& settings,
                 const std::function<void(const AnalysedVideo&, const std::stop_token&)>& answer);

/// How to read text with these settings.
/// @throws UsageError where language data that was asked for is missing, naming the package that brings it;
/// where a folder of models that was asked for holds none, or the models are damaged, saying what to do.
text::TextOptions text_options(const Settings& settings);

}  // namespace sourcereel::cli
