#include "attribution/name_rule.h"

#include "attribution/characters.h"

namespace sourcereel::attribution {
namespace {

constexpr char32_t kMiddleDot = 0xB7;

bool is_core(char32_t c, const NameRule& rule) {
    if (c < 0x80) return is_ascii_letter(c) || is_ascii_digit(c) || (c == U'_' && rule.underscore);
    return rule.any_script && is_word(c);
}

/// Allowed between two others, never at an end.
bool is_joint(char32_t c, const NameRule& rule) {
    return (c == U'.' && rule.dot) || (c == U'-' && rule.hyphen) || (c == kMiddleDot && rule.any_script);
}

}  // namespace

const NameRule kX{.platform = "x", .least = 1, .most = 15};
const NameRule kInstagram{.platform = "instagram", .least = 1, .most = 30, .dot = true};
const NameRule kTikTok{.platform = "tiktok", .least = 2, .most = 24, .dot = true};
const NameRule kTelegram{.platform = "telegram", .least = 4, .most = 32, .letter_first = true};
const NameRule kYouTube{
    .platform = "youtube", .least = 3, .most = 30, .dot = true, .hyphen = true, .any_script = true};
const NameRule kVk{.platform = "vk", .least = 5, .most = 32, .dot = true};
const NameRule kFacebook{.platform = "facebook", .least = 5, .most = 50, .dot = true, .underscore = false};
const NameRule kWeibo{.platform = "weibo", .least = 2, .most = 30, .hyphen = true, .any_script = true};
const NameRule kDouyin{.platform = "douyin", .least = 2, .most = 24, .dot = true, .hyphen = true};
const NameRule kKuaishou{.platform = "kuaishou", .least = 2, .most = 24, .dot = true, .hyphen = true};
const NameRule kAnyPlatform{
    .platform = "", .least = 1, .most = 32, .dot = true, .hyphen = true, .any_script = true};

std::optional<Span> name_at(std::u32string_view text, std::size_t pos, const NameRule& rule) {
    std::size_t end = pos;  // Behind the last character that may be the last of the name.
    std::size_t next = pos;
    while (next < text.size() && next - pos <= rule.most) {
        if (is_core(text[next], rule)) {
            end = ++next;
        } else if (next > pos && is_joint(text[next], rule) && end == next) {
            ++next;  // Belongs to the name only where it goes on behind it.
        } else {
            // Two hyphens may stand side by side, two dots may not.
            const bool hyphens = next > pos && rule.hyphen && text[next] == U'-' && text[next - 1] == U'-';
            if (!hyphens) break;
            ++next;
        }
    }
    const std::size_t length = end - pos;
    if (length < rule.least || length > rule.most) return std::nullopt;
    if (rule.letter_first && !is_ascii_letter(text[pos])) return std::nullopt;
    if (goes_on(text, end)) return std::nullopt;  // Longer than allowed, or in letters it cannot have.
    return Span{pos, end};
}

}  // namespace sourcereel::attribution
