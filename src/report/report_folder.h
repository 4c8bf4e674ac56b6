// report/report_folder.h: a report as a folder that stands on its own.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/report.h"

namespace sourcereel::report {

/// "evidence/0123456789abcdef.png": named by what it holds.
std::string picture_name(const std::string& png);

/// Writes report.html, report.json, the pictures (by the names that the evidence has) and hashes.sha256,
/// which lists the others. The folder appears when it is whole: it is written beside its place and renamed.
/// @throws Error unsupported where something is there already that is no empty folder, or it cannot be
/// written.
void write_report(const std::filesystem::path& folder, const Report& report,
                  const std::map<std::string, std::string>& pictures);

struct Checked {
    std::size_t files = 0;              ///< Listed and as they were.
    std::vector<std::string> problems;  ///< "report.html: was changed", "…: is missing", "…: was added".
};

/// Compares a report's files with its list, without any network.
/// @throws Error not_found (no folder, no list), corrupt (the list is none, or names files outside the
/// folder).
Checked check_report(const std::filesystem::path& folder);

}  // namespace sourcereel::report
