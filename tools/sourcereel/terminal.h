// sourcereel/terminal.h: what stdout and stderr lead to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// Whether the file descriptor leads to a terminal.
bool is_terminal(int descriptor);

/// Columns to fill: of the terminal, else $COLUMNS, else 80. At least 40, or no table could be read.
std::size_t line_width(int descriptor);

/// The choice, pure: `columns` is $COLUMNS, `terminal` what a terminal says (0: there is none).
std::size_t choose_width(std::size_t terminal, const std::optional<std::string>& columns);

/// Whether to write colours there. "auto": only to a terminal that is not "dumb".
bool use_color(Color color, int descriptor);

}  // namespace sourcereel::cli
