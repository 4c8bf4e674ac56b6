#include "web/message.h"

namespace sourcereel::web {
namespace {

std::optional<int> hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            out += ' ';
        } else if (text[i] == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const auto high = hex_digit(text[i + 1]);
            const auto low = hex_digit(text[i + 2]);
            if (!high || !low) return std::nullopt;
            out += static_cast<char>(*high * 16 + *low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// Calls `take` with each piece between separators; stops and is false where it is.
template <typename Take>
bool each_piece(std::string_view text, char separator, const Take& take) {
    while (true) {
        const std::size_t end = text.find(separator);
        if (!take(text.substr(0, end))) return false;
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
    }
}

bool add_parameter(Request& request, std::string_view pair) {
    if (pair.empty()) return true;
    const std::size_t equals = pair.find('=');
    const auto name = decoded(pair.substr(0, equals), true);
    const auto value =
        decoded(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1), true);
    if (!name || !value) return false;
    request.query.emplace(*name, *value);
    return true;
}

}  // namespace

std::string_view Request::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view{} : std::string_view{found->second};
}

std::optional<std::string> Request::parameter(const std::string& name) const {
    const auto found = query.find(name);
    if (found == query.end()) return std::nullopt;
    return found->second;
}

bool set_target(Request& request, std::string_view target) {
    request.path.clear();
    request.query.clear();
    if (target.empty() || target.front() != '/') return false;
    for (const char c : target) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
    }
    target = target.substr(0, target.find('#'));
    const std::size_t question = target.find('?');
    const bool good_path = each_piece(target.substr(1, question - 1), '/', [&](std::string_view piece) {
        const auto segment = decoded(piece, false);
        if (!segment || segment->find('\0') != std::string::npos) return false;
        request.path.push_back(*segment);
        return true;
    });
    if (!good_path) return false;
    if (request.path.size() == 1 && request.path[0].empty()) request.path.clear();
    if (question == std::string_view::npos) return true;
    return each_piece(target.substr(question + 1), '&',
                      [&](std::string_view pair) { return add_parameter(request, pair); });
}

}  // namespace sourcereel::web
