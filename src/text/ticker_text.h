// text/ticker_text.h: what an unrolled ticker says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/text_track.h"
#include "text/line_reader.h"
#include "text/running_ticker.h"

namespace sourcereel::text {

/// Reads the pieces and puts them together: the text of the whole line, once, where it came round again. Box
/// in working pixels; handles are not looked for. Nothing where fewer than two words can be read.
std::optional<TextTrack> read_ticker(const TickerTrack& ticker, LineReader& reader);

/// The text up to where it begins to repeat what came at its begin or some items later: a ticker that runs
/// round shows the same items again and again. The text is whole where nothing of 40 letters or more repeats.
std::string once_round(const std::string& text);

}  // namespace sourcereel::text
