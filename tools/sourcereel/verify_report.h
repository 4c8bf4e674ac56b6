// sourcereel/verify_report.h: makes the report of a verification.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "attribution/outlets.h"
#include "core/report.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// Takes the evidence pictures from the files, names them in the findings, asks for content credentials, and
/// writes the folder. Videos whose file is gone or changed keep their evidence without pictures, with a
/// warning.
/// @throws Error where the folder cannot be written; pipeline::Cancelled.
void make_report(const std::filesystem::path& folder, Report& report,
                 const attribution::OutletRegistry& outlets, const Settings& settings,
                 const std::stop_token& stop);

}  // namespace sourcereel::cli
