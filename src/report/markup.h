// report/markup.h: texts of unknown origin as HTML. Private to report.
#pragma once

#include <string>
#include <string_view>

#include "core/report.h"

namespace sourcereel::report {

extern const std::string_view kStyle;

/// As text that a browser shows and never acts upon; also fit for attributes in double quotes. Control
/// characters and marks that turn the direction of writing are written as "⟨U+202E⟩".
std::string escaped(std::string_view text);

/// "0:04.271".
std::string clock(double seconds);
/// A share or confidence with two decimals.
std::string two_decimals(double value);
/// "97 %", "99.5 %": a share; never rounded up to a whole.
std::string percent(double share);
/// "partly supported" of "partly_supported".
std::string spaced(std::string_view name);

/// A row of a table of facts; nothing where the value is empty. `value` is HTML.
std::string fact_row(std::string_view name, const std::string& value);

// Parts of the page, as HTML.
std::string claim_section(const Report& report, std::size_t index);
std::string video_section(const Report& report);

}  // namespace sourcereel::report
