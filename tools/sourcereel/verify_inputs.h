// sourcereel/verify_inputs.h: the videos that `verify` judges by, analysed or catalogued.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/report.h"
#include "sourcereel/options.h"
#include "sourcereel/settings.h"
#include "verdict/evidence.h"

namespace sourcereel::cli {

struct VerifyInputs {
    std::vector<ReportVideo> videos;
    std::vector<std::string> warnings;
    bool some_failed = false;     ///< A named video could not be read; the warning says why.
    bool from_catalogue = false;  ///< No video was named.
};

/// The videos named, each analysed unless the catalogue holds its content read in the same way; without names
/// those of the catalogue, and a warning where there is none.
/// @throws UsageError, CatalogueError; pipeline::Cancelled.
VerifyInputs verify_inputs(const CommandLine& line, const Settings& settings, const std::stop_token& stop);

verdict::VideoFacts facts_of(const ReportVideo& entry);

}  // namespace sourcereel::cli
