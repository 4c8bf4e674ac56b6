#include "verdict/entity_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "unicode/country.h"
#include "unicode/fold.h"

namespace sourcereel::verdict {
namespace {

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

bool strip_beginning(std::string& text, std::string_view beginning) {
    if (text.size() <= beginning.size() || !text.starts_with(beginning)) return false;
    text.erase(0, beginning.size());
    return true;
}

bool strip_end(std::string& text, std::string_view end) {
    if (text.size() <= end.size() || !text.ends_with(end)) return false;
    text.erase(text.size() - end.size());
    return true;
}

/// A platform as one word: "Truth Social" → "truthsocial".
std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

}  // namespace

std::vector<const attribution::Outlet*> outlets_meant(const Entity& entity,
                                                      const attribution::OutletRegistry& outlets) {
    if (entity.kind == EntityKind::outlet_class) return outlets.members(entity.value);
    if (entity.kind != EntityKind::outlet) return {};
    const attribution::Outlet* outlet = outlets.by_id(entity.value);
    return outlet != nullptr ? std::vector{outlet} : std::vector<const attribution::Outlet*>{};
}

bool is_one_of(const attribution::Outlet* outlet, const std::vector<const attribution::Outlet*>& meant) {
    return std::any_of(meant.begin(), meant.end(), [&](const attribution::Outlet* one) {
        return outlet != nullptr && one->id == outlet->id;
    });
}

bool names_platform(const Entity& entity) {
    if (entity.kind != EntityKind::literal || !entity.platform) return false;
    // Names that differ from the platform's word by more than spaces.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kOtherNames{
        {{"x", "twitter"},
         {"vk", "vkontakte"},
         {"ok", "odnoklassniki"},
         {"xiaohongshu", "rednote"},
         {"weibo", "微博"},
         {"douyin", "抖音"}}};
    const std::string name = without_spaces(folded_literal(entity.value));
    return name == *entity.platform || std::find(kOtherNames.begin(), kOtherNames.end(),
                                                 std::pair<std::string_view, std::string_view>(
                                                     *entity.platform, name)) != kOtherNames.end();
}

std::string shown_name(const Entity& entity, const attribution::OutletRegistry& outlets) {
    if (entity.kind == EntityKind::handle) return "@" + entity.value;
    if (entity.kind == EntityKind::outlet)
        if (const attribution::Outlet* outlet = outlets.by_id(entity.value)) return outlet->name;
    if (entity.kind == EntityKind::outlet_class) return unicode::outlet_class_name(entity.value);
    return "“" + entity.value + "”";
}

std::string folded_literal(std::string_view text) {
    std::string folded = unicode::collapse_spaces(unicode::nfkc_casefold(text));
    for (bool changed = true; changed;) {
        changed = false;
        for (const char* beginning : {"the ", "a ", "an ", "@", "\"", "'", "“", "‘", "(", "["})
            changed = strip_beginning(folded, beginning) || changed;
        for (const char* end : {"'s", "’s", ".", ",", ":", ";", "!", "\"", "'", "”", "’", ")", "]"})
            changed = strip_end(folded, end) || changed;
    }
    return folded;
}

bool holds_words(std::string_view text, std::string_view words) {
    if (words.empty()) return false;
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const bool begins = at == 0 || !is_word_byte(text[at - 1]) || !is_word_byte(words.front());
        const std::size_t end = at + words.size();
        const bool ends = end == text.size() || !is_word_byte(text[end]) || !is_word_byte(words.back());
        if (begins && ends) return true;
    }
    return false;
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool letter = is_word_byte(c);
        words += letter && !inside ? 1U : 0U;
        inside = letter;
    }
    return words;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = unicode::collapse_spaces(text.substr(begin, end - begin));
        if (!line.empty()) lines.push_back(std::move(line));
        begin = end + 1;
    }
    return lines;
}

}  // namespace sourcereel::verdict
