// core/text_track.h: words burned into the picture, over the time they stand there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "core/time.h"

namespace sourcereel {

enum class TextKind {
    watermark,    ///< An owner's mark: handle, address, name laid over the picture.
    bug,          ///< A channel's fixed logo text.
    caption,      ///< Subtitles, word captions.
    lower_third,  ///< Name or headline strap.
    ticker,       ///< Moves across; the text is the whole stitched line.
    credit,       ///< "Video: …", "Courtesy of …", "Источник: …".
    title,        ///< Full-screen card.
    scene         ///< Text on things in the scene.
};

/// "watermark", "bug", …, "lower_third", …, and back; nothing for an unknown name.
std::string_view name_of(TextKind kind) noexcept;
std::optional<TextKind> text_kind_from(std::string_view name) noexcept;

/// One OCR result, verbatim: what an engine may have confused is folded when comparing, never here.
struct Reading {
    std::string engine;     ///< Name, version and language data: "tesseract 5.3.0 eng".
    std::string text;       ///< UTF-8; lines of a block separated by '\n'.
    double confidence = 0;  ///< 0..1, the engine's own; not a probability.
    friend bool operator==(const Reading&, const Reading&) = default;
};

/// An account name or address found in a text.
struct HandleMention {
    std::string raw;                      ///< As it stands in the text: "@BRICSinfo", "t.me/name".
    std::string handle;                   ///< The account name alone: "BRICSinfo".
    std::optional<std::string> platform;  ///< "x", "telegram", …; nothing where the text does not tell.
    std::string match = "exact";          ///< How it agrees with the text read; see attribution.
    friend bool operator==(const HandleMention&, const HandleMention&) = default;
};

/// Where a moving mark's top left corner is at one moment.
struct PathPoint {
    Timestamp time;
    int x = 0;
    int y = 0;
    friend bool operator==(const PathPoint&, const PathPoint&) = default;
};

/// One word of a caption that is shown word by word.
struct TimedWord {
    std::string text;
    TimeRange range;
    friend bool operator==(const TimedWord&, const TimedWord&) = default;
};

/// Readings of the same words over time, agreed.
struct TextTrack {
    TimeRange range;
    std::int64_t begin_frame = 0;  ///< Half-open like the range.
    std::int64_t end_frame = 0;
    Rect box;                     ///< Of all its lines together; of a moving mark: where it first stands.
    std::vector<PathPoint> path;  ///< Empty for a text that stays.
    std::string text;             ///< The agreed reading.
    TextKind kind = TextKind::caption;
    double confidence = 0;    ///< That of the agreed reading.
    std::string script;       ///< ICU's long script name of most letters: "Latin", "Cyrillic", "Hangul".
    std::string language;     ///< Tesseract's code of the language data that read it: "eng".
    int frames_seen = 0;      ///< Sampled pictures in which it was found,
    int frames_examined = 0;  ///< of this many sampled within its range.
    std::vector<Reading> readings;  ///< Best first; never empty.
    std::vector<HandleMention> handles;
    std::vector<TimedWord> words;  ///< Of a caption shown word by word; of all others none.
    friend bool operator==(const TextTrack&, const TextTrack&) = default;
};

}  // namespace sourcereel
