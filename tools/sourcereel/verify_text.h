// sourcereel/verify_text.h: verdicts for people at a terminal.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "attribution/outlets.h"
#include "core/finding.h"

namespace sourcereel::cli {

/// What the table calls things.
struct VerdictNames {
    const attribution::OutletRegistry& outlets;
    std::map<std::string, std::string> videos;  ///< SHA-256 → file name; evidence names its video where
                                                ///< there are several.
};

/// Each claim with its verdict, its quote, why, and the first pieces of evidence against and for; no line
/// wider than `width`.
std::string verdict_text(const std::vector<Finding>& findings, const VerdictNames& names, std::size_t width,
                         bool color);

}  // namespace sourcereel::cli
