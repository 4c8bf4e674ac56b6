// unicode/charset.h: bytes in the charsets that texts are saved in → UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sourcereel::unicode {

/// The charset that a byte order mark tells ("UTF-8", "UTF-16LE", "UTF-16BE"); nothing where there is none.
std::optional<std::string> charset_of_mark(std::string_view bytes);

/// Whether the bytes are well-formed UTF-8.
bool is_utf8(std::string_view bytes);

/// The text as UTF-8, without byte order mark and NUL; what is ill-formed becomes U+FFFD. Charsets are named
/// as web pages do, and mean what browsers take them for: "iso-8859-1" is windows-1252. Nothing for a charset
/// that is not known, and for UTF-7, which browsers refuse.
std::optional<std::string> from_charset(std::string_view bytes, const std::string& charset);

}  // namespace sourcereel::unicode
