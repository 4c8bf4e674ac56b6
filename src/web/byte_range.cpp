#include "web/byte_range.h"

#include <algorithm>
#include <charconv>

namespace sourcereel::web {
namespace {

/// Nothing where it is no plain number; what is too large for 64 bits is the largest.
std::optional<std::uint64_t> number(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::uint64_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc() ? value : UINT64_MAX;
}

}  // namespace

ByteRange byte_range(std::string_view header, std::uint64_t size) {
    const ByteRange whole{ByteRange::Kind::whole, 0, size};
    constexpr std::string_view kUnit = "bytes=";
    if (!header.starts_with(kUnit)) return whole;
    header.remove_prefix(kUnit.size());
    const std::size_t dash = header.find('-');
    // Players ask for one range; several at once are only good for making a server work.
    if (dash == std::string_view::npos || header.find(',') != std::string_view::npos) return whole;
    const auto first = number(header.substr(0, dash));
    const std::string_view last_text = header.substr(dash + 1);
    const auto last = number(last_text);
    const ByteRange outside{ByteRange::Kind::unsatisfiable, 0, 0};
    if (!first) {  // "-500": the last 500 bytes.
        if (dash != 0 || !last) return whole;
        if (*last == 0 || size == 0) return outside;
        const std::uint64_t length = std::min(*last, size);
        return {ByteRange::Kind::part, size - length, length};
    }
    if ((!last && !last_text.empty()) || (last && *last < *first)) return whole;
    if (*first >= size) return outside;
    const std::uint64_t end = last && *last < size ? *last + 1 : size;
    return {ByteRange::Kind::part, *first, end - *first};
}

}  // namespace sourcereel::web
