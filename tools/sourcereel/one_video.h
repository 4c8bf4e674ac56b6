// sourcereel/one_video.h: what `shots` and `text` have in common.
#pragma once

#include <functional>
#include <string>

#include "core/video.h"
#include "pipeline/analysis.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// Analyses one video with a progress line, prints the answer, and returns the exit code.
int answer_about(const std::string& video, const pipeline::AnalysisOptions& options, const Settings& settings,
                 const std::function<std::string(const AnalysedVideo&)>& answer);

/// @throws UsageError where language data that was asked for is missing, naming the package that brings it.
void require_languages(const Settings& settings);

}  // namespace sourcereel::cli
