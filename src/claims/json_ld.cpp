#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "claims/formats.h"
#include "unicode/fold.h"

namespace sourcereel::claims {
namespace {

constexpr std::array<std::string_view, 3> kKeys{"caption", "creditText", "credit"};

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The four digits behind "\u" at `pos`; 0 where they are none.
char32_t escaped_unit(std::string_view json, std::size_t pos) {
    char32_t unit = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const int value = pos + i < json.size() ? hex_value(json[pos + i]) : -1;
        if (value < 0) return 0;
        unit = unit * 16 + static_cast<char32_t>(value);
    }
    return unit;
}

/// The string that begins behind the quote at `pos`, and where it ends; one that never ends is empty.
std::pair<std::string, std::size_t> string_at(std::string_view json, std::size_t pos) {
    std::string out;
    while (++pos < json.size()) {
        if (json[pos] == '"') return {unicode::valid_utf8(out), pos};
        if (json[pos] != '\\') {
            out.push_back(json[pos]);
            continue;
        }
        if (++pos >= json.size()) break;
        switch (json[pos]) {
            case 'n':
            case 't':
            case 'r':
                out.push_back(' ');
                break;
            case 'b':
            case 'f':
                break;
            case 'u': {
                char32_t unit = escaped_unit(json, pos + 1);
                pos += 4;
                if (unit >= 0xD800 && unit < 0xDC00 &&
                    json.substr(std::min(pos + 1, json.size()), 2) == "\\u") {
                    const char32_t low = escaped_unit(json, pos + 3);
                    if (low >= 0xDC00 && low < 0xE000) {
                        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                        pos += 6;
                    }
                }
                out += unicode::to_utf8(std::u32string(1, unit));
                break;
            }
            default:
                out.push_back(json[pos]);
        }
    }
    return {std::string(), json.size()};
}

}  // namespace

std::vector<std::string> json_ld_credits(std::string_view json) {
    // Strings alone decide: a key is one that a colon follows. So half a document gives half of its captions.
    std::vector<std::string> credits;
    bool wanted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] != '"') {
            if (json[i] == '[' || json[i] == '{' || json[i] == ',') wanted = false;
            continue;
        }
        auto [text, end] = string_at(json, i);
        i = end;
        const std::size_t next = json.find_first_not_of(" \t\r\n", std::min(end + 1, json.size()));
        if (next != json.npos && json[next] == ':') {
            wanted = std::find(kKeys.begin(), kKeys.end(), text) != kKeys.end();
        } else if (wanted) {
            if (!text.empty()) credits.push_back(std::move(text));
            wanted = false;
        }
    }
    return credits;
}

}  // namespace sourcereel::claims
