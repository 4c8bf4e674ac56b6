#include "json/writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace sourcereel::json {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kLineLength = 100;  // Bytes that a list of plain values may take in one line.

/// nlohmann writes 1e-06 where scripts that look for digits and a point expect 0.000001.
void append_real(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 400> buffer{};  // The longest: 1.8e308 has 309 digits; 5e-324 needs 326 characters.
    const double unsigned_zero = value == 0 ? 0.0 : value;
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), unsigned_zero, std::chars_format::fixed);
    const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    out += digits;
    if (digits.find('.') == std::string_view::npos) out += ".0";
}

void append_scalar(std::string& out, const ordered_json& value) {
    if (value.is_number_float())
        append_real(out, value.get<double>());
    else
        out += value.dump();
}

bool holds_only_scalars(const ordered_json& container) {
    for (const auto& item : container)
        if (item.is_structured()) return false;
    return true;
}

/// Writes the items of a list or object; `before` comes ahead of each, `between` after each but the last.
template <typename WriteValue>
void append_items(std::string& out, const ordered_json& container, std::string_view before,
                  std::string_view between, WriteValue write_value) {
    bool first = true;
    for (const auto& item : container.items()) {
        if (!first) out += between;
        first = false;
        out += before;
        if (container.is_object()) out += ordered_json(item.key()).dump() + ": ";
        write_value(item.value());
    }
}

void append(std::string& out, const ordered_json& value, std::size_t depth) {
    if (!value.is_structured()) {
        append_scalar(out, value);
        return;
    }
    const char open = value.is_object() ? '{' : '[';
    const char close = value.is_object() ? '}' : ']';
    if (holds_only_scalars(value)) {
        std::string line(1, open);
        append_items(line, value, "", ", ", [&](const ordered_json& item) { append_scalar(line, item); });
        line += close;
        if (line.size() <= kLineLength) {
            out += line;
            return;
        }
    }
    out += open;
    append_items(out, value, "\n" + std::string(depth + 1, ' '), ",",
                 [&](const ordered_json& item) { append(out, item, depth + 1); });
    out += '\n' + std::string(depth, ' ') + close;
}

}  // namespace

std::string write_within(const ordered_json& value, std::size_t depth) {
    std::string out;
    append(out, value, depth);
    return out;
}

std::string write(const ordered_json& document) {
    std::string out;
    append(out, document, 0);
    out += '\n';
    return out;
}

}  // namespace sourcereel::json
