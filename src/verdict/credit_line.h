// verdict/credit_line.h: "Video: NAME", "Courtesy of NAME". Private to verdict.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sourcereel::verdict {

/// Whom a line credits; nothing where it is no credit line.
std::optional<std::string> credited_in(std::string_view line);

}  // namespace sourcereel::verdict
