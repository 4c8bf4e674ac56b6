// sourcereel/text_sheet.h: texts drawn on pictures of the video, to be checked at a glance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

#include "exports/text_list.h"
#include "media/new_file.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// A picture to show, and the texts that stand in it, as places in the list.
struct SheetMoment {
    std::int64_t frame = 0;
    std::vector<std::size_t> texts;
    friend bool operator==(const SheetMoment&, const SheetMoment&) = default;
};

/// As few middles of texts as show each text once; where those are more than `most`, such as lie at even
/// steps among them. In the order of the frames. Pure.
std::vector<SheetMoment> sheet_moments(const std::vector<exports::ListedText>& texts, std::size_t most);

/// Where the text stands at that moment. Pure.
Rect box_at(const TextTrack& track, const Timestamp& time);

struct WrittenSheet {
    std::size_t stills = 0;
    std::size_t texts = 0;  ///< Different ones that are shown.
};

/// Decodes the video once more, up to the last still: at most 60 stills, each text in a box with its number
/// and in the colour of its kind; below it what was read. Writes nothing where there is no text.
/// @throws Error as visit_frames() and media::write_file()
WrittenSheet write_text_sheet(const exports::TextList& list, const std::filesystem::path& file,
                              media::IfExists if_exists, const Settings& settings,
                              const std::stop_token& stop);

}  // namespace sourcereel::cli
