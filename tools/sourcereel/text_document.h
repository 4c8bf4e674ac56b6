// sourcereel/text_document.h: the formats of `text --as`, and which texts they hold.
#pragma once

#include <optional>
#include <string>

#include "core/video.h"
#include "exports/text_list.h"
#include "sourcereel/options.h"

namespace sourcereel::cli {

enum class TextFormat { csv, json, srt, vtt };

/// "csv", "json", …; nothing for an unknown name.
std::optional<TextFormat> text_format_from(const std::string& name);
std::string name_of(TextFormat format);

/// What --kinds and --scene ask for. Without --kinds: subtitles in srt, vtt and csv; elsewhere (`format` json
/// or nothing) all but the texts on things in the scene. Pure.
/// @throws UsageError naming a word that is no kind
exports::TextKinds text_kinds(const CommandLine& line, std::optional<TextFormat> format);

/// The whole document.
std::string text_document(TextFormat format, const AnalysedVideo& video, const exports::TextKinds& kinds);

}  // namespace sourcereel::cli
