// sourcereel/verify_text.h: verdicts for people at a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/finding.h"

namespace sourcereel::cli {

/// Each claim with its verdict, its quote, why, and the evidence; no line wider than `width`.
std::string verdict_text(const std::vector<Finding>& findings, std::size_t width, bool color);

}  // namespace sourcereel::cli
