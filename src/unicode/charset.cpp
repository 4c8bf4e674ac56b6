#include "unicode/charset.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <limits>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "unicode/fold.h"

namespace sourcereel::unicode {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};

/// The name in lower case without spaces and quotes, as browsers read it.
std::string label_of(const std::string& charset) {
    std::string label;
    for (const char c : charset)
        if (!std::isspace(static_cast<unsigned char>(c)) && c != '"' && c != '\'')
            label.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    if (label == "iso-8859-1" || label == "latin1" || label == "us-ascii" || label == "ascii")
        return "windows-1252";
    if (label == "gb2312" || label == "gbk") return "gb18030";
    if (label == "utf8") return "utf-8";
    return label;
}

}  // namespace

std::optional<std::string> charset_of_mark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
    if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
    return std::nullopt;
}

bool is_utf8(std::string_view bytes) {
    constexpr std::size_t kMost = std::numeric_limits<std::int32_t>::max();
    if (bytes.size() > kMost) return false;
    const auto* units = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(units, i, size, c);
        if (c < 0) return false;
    }
    return true;
}

std::optional<std::string> from_charset(std::string_view bytes, const std::string& charset) {
    const std::string label = label_of(charset);
    if (label.empty() || label == "utf-7" || label.starts_with("scsu") || label.starts_with("bocu"))
        return std::nullopt;
    std::string out;
    if (label == "utf-8") {
        out = valid_utf8(bytes);
    } else {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(label.c_str(), &status));
        if (U_FAILURE(status) || !converter) return std::nullopt;
        constexpr std::size_t kMost = std::numeric_limits<std::int32_t>::max();
        const auto size = static_cast<std::int32_t>(std::min(bytes.size(), kMost));
        const icu::UnicodeString wide(bytes.data(), size, converter.get(), status);
        if (U_FAILURE(status)) return std::nullopt;
        std::string narrow;
        wide.toUTF8String(narrow);
        out = valid_utf8(narrow);
    }
    if (out.starts_with("\xEF\xBB\xBF")) out.erase(0, 3);
    return out;
}

}  // namespace sourcereel::unicode
