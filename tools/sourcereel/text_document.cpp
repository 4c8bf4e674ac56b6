#include "sourcereel/text_document.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "exports/subrip.h"
#include "exports/text_csv.h"
#include "exports/webvtt.h"
#include "json/documents.h"

namespace sourcereel::cli {
namespace {

constexpr std::array<std::pair<TextFormat, const char*>, 4> kNames{{{TextFormat::csv, "csv"},
                                                                    {TextFormat::json, "json"},
                                                                    {TextFormat::srt, "srt"},
                                                                    {TextFormat::vtt, "vtt"}}};

[[noreturn]] void refuse_kind(const std::string& list, const std::string& word) {
    std::string message = "--kinds " + list + ": no such kind: " + word + "; use ";
    for (const TextKind known : exports::all_text_kinds()) {
        message += name_of(known);
        message += ", ";
    }
    throw UsageError(message + "or all");
}

exports::TextKinds named_kinds(const std::string& list) {
    exports::TextKinds kinds;
    std::istringstream words(list);
    for (std::string word; std::getline(words, word, ',');) {
        if (word == "all") return exports::all_text_kinds();
        const auto kind = text_kind_from(word);
        if (!kind) refuse_kind(list, word);
        kinds.push_back(*kind);
    }
    if (kinds.empty()) throw UsageError("--kinds: name a kind, for instance caption,ticker");
    return kinds;
}

}  // namespace

std::optional<TextFormat> text_format_from(const std::string& name) {
    const auto* found =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto& pair) { return pair.second == name; });
    if (found == kNames.end()) return std::nullopt;
    return found->first;
}

std::string name_of(TextFormat format) {
    const auto* found =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto& pair) { return pair.first == format; });
    return found == kNames.end() ? "" : found->second;
}

exports::TextKinds text_kinds(const CommandLine& line, std::optional<TextFormat> format) {
    exports::TextKinds kinds;
    if (line.kinds) {
        kinds = named_kinds(*line.kinds);
    } else if (format && *format != TextFormat::json) {
        kinds = exports::subtitle_kinds();
    } else {
        kinds = exports::all_text_kinds();
        std::erase(kinds, TextKind::scene);
    }
    if (line.scene) kinds.push_back(TextKind::scene);
    return kinds;
}

std::string text_document(TextFormat format, const AnalysedVideo& video, const exports::TextKinds& kinds) {
    if (format == TextFormat::json)
        return json::text_document(video.media, video.tracks, video.warnings, kinds);
    const exports::TextList list = exports::make_text_list(video.media, video.tracks, kinds);
    switch (format) {
        case TextFormat::csv:
            return exports::text_csv(list);
        case TextFormat::srt:
            return exports::subrip(list);
        case TextFormat::vtt:
            return exports::webvtt(list);
        case TextFormat::json:
            break;
    }
    return {};
}

}  // namespace sourcereel::cli
