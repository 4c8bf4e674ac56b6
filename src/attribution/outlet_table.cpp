#include "attribution/outlet_table.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

#include "attribution/country_codes.h"
#include "attribution/name_rule.h"
#include "core/error.h"
#include "unicode/fold.h"

namespace sourcereel::attribution {
namespace {

constexpr std::array<std::string_view, 12> kColumns{
    "id",      "name",   "native_name", "country", "onscreen_text_variants",
    "handles", "medium", "type",        "aliases", "common_words",
    "source",  "notes"};
constexpr std::array<std::string_view, 6> kMedia{"tv", "agency", "press", "web", "account", "body"};

/// Platforms by the names that tables use, the short ones too.
struct Platform {
    std::string_view written;
    const NameRule& rule;
};
const std::array<Platform, 13> kPlatforms{{{"x", kX},
                                           {"telegram", kTelegram},
                                           {"tg", kTelegram},
                                           {"youtube", kYouTube},
                                           {"yt", kYouTube},
                                           {"vk", kVk},
                                           {"instagram", kInstagram},
                                           {"ig", kInstagram},
                                           {"tiktok", kTikTok},
                                           {"facebook", kFacebook},
                                           {"weibo", kWeibo},
                                           {"douyin", kDouyin},
                                           {"kuaishou", kKuaishou}}};

/// What is wrong with a row; the caller knows its line.
struct Fault {
    std::string what;
};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(trimmed(text.substr(begin, end - begin)));
        if (end == text.npos) return parts;
        begin = end + 1;
    }
}

/// The parts of a list that are not empty.
std::vector<std::string> list_of(std::string_view cell) {
    std::vector<std::string> items;
    for (const std::string_view part : split(cell, '|'))
        if (!part.empty()) items.emplace_back(part);
    return items;
}

/// "name[K]" → name and "K".
std::pair<std::string_view, std::string_view> without_tag(std::string_view text) {
    if (text.empty() || text.back() != ']') return {text, {}};
    const std::size_t open = text.rfind('[');
    if (open == text.npos) return {text, {}};
    return {trimmed(text.substr(0, open)), text.substr(open + 1, text.size() - open - 2)};
}

OutletHandle handle_of(std::string_view item) {
    const auto [account, tag] = without_tag(item);
    const std::size_t colon = account.find(':');
    if (colon == account.npos)
        throw Fault{"account '" + std::string(item) + "' has no platform; write it as x:name"};
    const std::string_view written = account.substr(0, colon);
    const auto* platform = std::find_if(kPlatforms.begin(), kPlatforms.end(),
                                        [&](const Platform& each) { return each.written == written; });
    if (platform == kPlatforms.end())
        throw Fault{"account '" + std::string(item) + "' is of an unknown platform '" + std::string(written) +
                    "'"};
    const std::string name(account.substr(colon + 1));
    const std::u32string letters = unicode::code_points(name);
    // Old accounts may be shorter than what a platform allows today: vk.com/ria.
    NameRule rule = platform->rule;
    rule.least = 1;
    const auto found = name_at(letters, 0, rule);
    if (!found || found->end != letters.size())
        throw Fault{"'" + name + "' cannot be an account of " + std::string(platform->rule.platform)};
    return {std::string(platform->rule.platform), name, std::string(tag)};
}

void check(const Outlet& outlet) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    if (outlet.id.empty()) throw Fault{"the id is empty"};
    if (!std::all_of(outlet.id.begin(), outlet.id.end(), plain))
        throw Fault{"the id '" + outlet.id + "' has more than small letters, digits, '_' and '-'"};
    if (outlet.name.empty()) throw Fault{"'" + outlet.id + "' has no name"};
    if (!outlet.country.empty())
        for (const std::string_view code : split(outlet.country, '/'))
            if (!is_country_code(code))
                throw Fault{"'" + std::string(code) + "' is no country code; write RU, GB, or nothing"};
    if (!outlet.medium.empty() && std::find(kMedia.begin(), kMedia.end(), outlet.medium) == kMedia.end())
        throw Fault{"'" + outlet.medium + "' is no medium; write tv, agency, press, web, account or body"};
}

Outlet outlet_of(const std::vector<std::string_view>& columns, const std::vector<std::string_view>& cells) {
    if (cells.size() > columns.size())
        throw Fault{"has " + std::to_string(cells.size()) + " cells, but there are " +
                    std::to_string(columns.size()) + " columns"};
    Outlet outlet;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string_view column = columns[i];
        const std::string_view cell = cells[i];
        if (column == "id") outlet.id = cell;
        if (column == "name") outlet.name = cell;
        if (column == "native_name") outlet.native_name = cell;
        if (column == "country") outlet.country = cell;
        if (column == "medium") outlet.medium = cell;
        if (column == "type") outlet.kind = cell;
        if (column == "source") outlet.source = cell;
        if (column == "notes") outlet.notes = cell;
        if (column == "onscreen_text_variants") outlet.screen_texts = list_of(cell);
        if (column == "common_words") outlet.common_words = list_of(cell);
        if (column == "handles")
            for (const std::string& item : list_of(cell)) outlet.handles.push_back(handle_of(item));
        if (column == "aliases")
            for (const std::string& item : list_of(cell)) {
                const auto [alias, tag] = without_tag(item);
                outlet.aliases.push_back({std::string(alias), std::string(tag)});
            }
    }
    check(outlet);
    return outlet;
}

void check_columns(const std::vector<std::string_view>& columns) {
    for (const std::string_view column : columns) {
        if (std::find(kColumns.begin(), kColumns.end(), column) == kColumns.end())
            throw Fault{"'" + std::string(column) + "' is no column; the first line names them: id, name, …"};
        if (std::count(columns.begin(), columns.end(), column) > 1)
            throw Fault{"the column '" + std::string(column) + "' is there twice"};
    }
    for (const std::string_view needed : {"id", "name"})
        if (std::find(columns.begin(), columns.end(), needed) == columns.end())
            throw Fault{"the column '" + std::string(needed) + "' is missing"};
}

}  // namespace

std::vector<Outlet> read_outlet_table(std::string_view tsv, const std::string& name) {
    if (tsv.starts_with("\xEF\xBB\xBF")) tsv.remove_prefix(3);
    std::vector<Outlet> outlets;
    std::vector<std::string_view> columns;
    std::set<std::string, std::less<>> ids;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < tsv.size();) {
        const std::size_t end = std::min(tsv.find('\n', begin), tsv.size());
        const std::string_view line = tsv.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (trimmed(line).empty() || line.front() == '#') continue;
        try {
            if (line.find('\0') != line.npos || unicode::valid_utf8(line) != line)
                throw Fault{"is not UTF-8 text"};
            const std::vector<std::string_view> cells = split(line, '\t');
            if (columns.empty()) {
                check_columns(cells);
                columns = cells;
                continue;
            }
            outlets.push_back(outlet_of(columns, cells));
            if (!ids.insert(outlets.back().id).second)
                throw Fault{"the id '" + outlets.back().id + "' is there twice"};
        } catch (const Fault& fault) {
            throw Error(ErrorKind::corrupt, name + ": line " + std::to_string(number) + ": " + fault.what);
        }
    }
    if (columns.empty())
        throw Error(ErrorKind::corrupt,
                    name + ": holds no table; the first line names the columns: id, name, …");
    return outlets;
}

}  // namespace sourcereel::attribution
