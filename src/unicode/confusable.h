// unicode/confusable.h: names that a person takes for one another (UTS 39), and names as their owners mean
// them.
#pragma once

#include <string>
#include <string_view>

namespace sourcereel::unicode {

/// The skeleton of UTS 39: texts that look alike have equal ones ("pаypal" with a Cyrillic "а" and "paypal",
/// "I" and "l"). For comparing only. Ill-formed bytes become U+FFFD; nothing throws.
std::string confusable_skeleton(std::string_view text);

/// NFC with case folded and nothing left out or replaced by what it looks like: "ＢＲ" stays full-width, a
/// joiner stays. So what compares equal is spelt with the same letters.
std::string nfc_casefold(std::string_view text);

}  // namespace sourcereel::unicode
