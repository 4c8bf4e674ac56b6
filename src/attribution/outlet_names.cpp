#include <algorithm>

#include "attribution/characters.h"
#include "attribution/outlets.h"
#include "unicode/fold.h"

namespace sourcereel::attribution {
namespace {

/// Written within names or not, as people like: "U.S.", "People's", "צה\"ל".
bool is_left_out(char32_t c) {
    return c == U'\'' || c == U'"' || c == U'.' || c == U'`' || c == 0x2018 || c == 0x2019 || c == 0x201C ||
           c == 0x201D || c == 0x02BC || c == 0x05F4;
}

/// Part of a name that differs without it: "N+", "AJ+".
bool is_kept_sign(char32_t c) {
    return c == U'+' || c == U'#' || c == U'&';
}

}  // namespace

std::string folded_outlet_name(std::string_view name) {
    std::u32string out;
    for (const char32_t c : unicode::code_points(unicode::nfkc_casefold(name))) {
        if (is_word(c) || is_kept_sign(c)) {
            out.push_back(c);
        } else if (!is_left_out(c) && !out.empty() && out.back() != U' ') {
            out.push_back(U' ');
        }
    }
    while (!out.empty() && out.back() == U' ') out.pop_back();
    if (out.starts_with(U"the ")) out.erase(0, 4);
    return unicode::to_utf8(out);
}

std::vector<std::string> names_of(const Outlet& outlet) {
    std::vector<std::string> names;
    const auto add = [&](std::string_view name) {
        while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
        if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) return;
        names.emplace_back(name);
    };
    add(std::string_view(outlet.name).substr(0, outlet.name.find(" (")));
    for (std::size_t begin = 0; begin < outlet.native_name.size();) {
        const std::size_t end = std::min(outlet.native_name.find('|', begin), outlet.native_name.size());
        add(std::string_view(outlet.native_name).substr(begin, end - begin));
        begin = end + 1;
    }
    for (const OutletAlias& alias : outlet.aliases) add(alias.name);
    for (const std::string& text : outlet.screen_texts) add(text);
    return names;
}

bool is_of_country(const Outlet& outlet, std::string_view country) noexcept {
    if (country.size() != 2) return false;
    return outlet.country == country ||
           outlet.country.find("/" + std::string(country)) != std::string::npos ||
           outlet.country.starts_with(std::string(country) + "/");
}

}  // namespace sourcereel::attribution
