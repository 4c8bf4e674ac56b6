#include "exports/json_writer.h"

#include <array>
#include <cstddef>
#include <cstdio>

#include "exports/escape.h"
#include "unicode/fold.h"

namespace sourcereel::exports {
namespace {

constexpr std::size_t kIndent = 4;

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : unicode::valid_utf8(text)) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(c));
            out += code.data();
        } else {
            out += c;
        }
    }
    return out + "\"";
}

}  // namespace

void JsonWriter::before() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) return;
    if (!first_) out_ += ',';
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth_) * kIndent, ' ');
    first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
    before();
    out_ += bracket;
    ++depth_;
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    --depth_;
    if (!first_) {
        out_ += '\n';
        out_.append(static_cast<std::size_t>(depth_) * kIndent, ' ');
    }
    out_ += bracket;
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    before();
    out_ += quoted(name) + ": ";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::put(std::string_view value) {
    before();
    out_ += value;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
    return put(quoted(value));
}
JsonWriter& JsonWriter::number(double value) {
    return put(plain_number(value));
}
JsonWriter& JsonWriter::whole(std::int64_t value) {
    return put(std::to_string(value));
}
JsonWriter& JsonWriter::truth(bool value) {
    return put(value ? "true" : "false");
}
JsonWriter& JsonWriter::null() {
    return put("null");
}

}  // namespace sourcereel::exports
