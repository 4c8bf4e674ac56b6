// attribution/name_rule.h: how long an account name may be and what it is made of. Private to attribution.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sourcereel::attribution {

/// A name is made of ASCII letters, digits and "_"; more where the rule says so. A dot never stands at
/// either end, nor beside another one.
struct NameRule {
    std::string_view platform;  ///< "x", "telegram", …; empty: the text does not tell.
    std::size_t least = 1;      ///< Code points.
    std::size_t most = 32;
    bool dot = false;
    bool hyphen = false;
    bool underscore = true;
    bool any_script = false;  ///< Letters of every script, and the middle dot between them.
    bool letter_first = false;
};

extern const NameRule kX, kInstagram, kTikTok, kTelegram, kYouTube, kVk, kFacebook, kWeibo, kDouyin,
    kKuaishou;

/// The widest of those that write "@", for a name without a platform.
extern const NameRule kAnyPlatform;

/// A run of code points [begin, end).
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// An account name found in a text and what belongs to it.
struct Found {
    Span raw;   ///< With "@", address or label.
    Span name;  ///< The name alone.
    std::string_view platform;
};

/// The name that begins at `pos`, without the punctuation after it; nothing where there is none or it breaks
/// the rule. Looks at no more than `rule.most` + 2 code points.
std::optional<Span> name_at(std::u32string_view text, std::size_t pos, const NameRule& rule);

}  // namespace sourcereel::attribution
