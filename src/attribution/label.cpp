#include "attribution/label.h"

#include <array>

#include "attribution/characters.h"

namespace sourcereel::attribution {
namespace {

/// How much has to stand between a label and a name, so that "Telegram says" is none.
enum class Binding {
    id,          ///< The label says "id of": the colon may be missing.
    name_or_at,  ///< "IG: name" that ends the line or a part of it, "IG @name".
    at_only      ///< Too common a word: only "X: @name".
};

struct Label {
    std::u32string_view word;  ///< ASCII in lower case; Cyrillic as it is mostly written.
    const NameRule* rule;
    Binding binding;
};

const std::array kLabels = std::to_array<Label>({
    {U"ig", &kInstagram, Binding::name_or_at},
    {U"insta", &kInstagram, Binding::name_or_at},
    {U"instagram", &kInstagram, Binding::name_or_at},
    {U"tg", &kTelegram, Binding::name_or_at},
    {U"telegram", &kTelegram, Binding::name_or_at},
    {U"тг", &kTelegram, Binding::name_or_at},
    {U"ТГ", &kTelegram, Binding::name_or_at},
    {U"телеграм", &kTelegram, Binding::name_or_at},
    {U"Телеграм", &kTelegram, Binding::name_or_at},
    {U"tiktok", &kTikTok, Binding::name_or_at},
    {U"twitter", &kX, Binding::name_or_at},
    {U"x", &kX, Binding::at_only},
    {U"youtube", &kYouTube, Binding::at_only},
    {U"yt", &kYouTube, Binding::at_only},
    {U"vk", &kVk, Binding::name_or_at},
    {U"ВК", &kVk, Binding::name_or_at},
    {U"weibo", &kWeibo, Binding::at_only},
    {U"微博", &kWeibo, Binding::at_only},
    {U"抖音号", &kDouyin, Binding::id},
    {U"抖音號", &kDouyin, Binding::id},
    {U"快手号", &kKuaishou, Binding::id},
    {U"快手號", &kKuaishou, Binding::id},
});

/// Between parts of one line: "IG: one | TG: two".
bool is_separator(char32_t c) noexcept {
    return c == U'|' || c == U'/' || c == 0x2022 || c == 0xFF5C || c == 0xFF0F;
}

bool starts_with(std::u32string_view text, std::size_t pos, std::u32string_view word) {
    if (text.size() - pos < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char32_t c = text[pos + i];
        if ((c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c) != word[i]) return false;
    }
    return true;
}

std::optional<Found> account_behind(std::u32string_view text, std::size_t pos, const Label& label) {
    std::size_t begin = skip_spaces(text, pos + label.word.size());
    const bool colon = begin < text.size() && is_colon(text[begin]);
    if (colon) begin = skip_spaces(text, begin + 1);
    const bool at = begin < text.size() && is_at_sign(text[begin]);
    if (at) ++begin;
    if (label.binding == Binding::at_only && !at) return std::nullopt;
    if (label.binding == Binding::name_or_at && !at && !colon) return std::nullopt;
    if (label.word.size() == 1 && !colon) return std::nullopt;  // "on X @name" may be an X of any kind.
    const auto name = name_at(text, begin, *label.rule);
    if (!name) return std::nullopt;
    if (label.binding == Binding::name_or_at && !at && !at_line_end(text, name->end)) {
        const std::size_t next = skip_spaces(text, name->end);
        if (!is_separator(text[next])) return std::nullopt;
        // "IG: t.me/name", "Telegram: https://…": an address, found as such.
        if (next == name->end && text[next] == U'/') return std::nullopt;
    }
    return Found{{pos, name->end}, *name, label.rule->platform};
}

}  // namespace

std::optional<Found> label_at(std::u32string_view text, std::size_t pos) {
    for (const Label& label : kLabels) {
        if (!starts_with(text, pos, label.word)) continue;
        const bool free_before = begins_word(text, pos) && (pos == 0 || !is_at_sign(text[pos - 1]));
        if (!free_before && !is_cjk(text[pos])) continue;
        if (auto found = account_behind(text, pos, label)) return found;
    }
    return std::nullopt;
}

}  // namespace sourcereel::attribution
