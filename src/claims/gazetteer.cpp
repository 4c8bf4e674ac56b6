#include <algorithm>
#include <set>

#include "claims/countries.h"
#include "claims/lexicon.h"
#include "claims/mentions.h"
#include "unicode/fold.h"

namespace sourcereel::claims {
namespace {

std::vector<std::string> pieces_of(std::string_view name) {
    std::vector<std::string> pieces;
    for (const Token& token : tokenize_name(name))
        if (token.kind == TokenKind::word || token.is("+")) pieces.push_back(token.folded);
    if (pieces.size() > 1 && pieces.front() == "the") pieces.erase(pieces.begin());
    return pieces;
}

bool is_joint(const Token& token) {
    return !token.spaced && token.kind == TokenKind::sign &&
           (token.is("-") || token.is("/") || token.is("."));
}

bool has_upper(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_all_upper(std::string_view text) {
    return has_upper(text) &&
           std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Whether the words stand as a name does: "AP" is not "ap", "Mehr" not "mehr".
bool is_written_as_name(std::string_view raw, const Token& first, const Gazetteer::Name& name) {
    if (!first.latin || raw == name.written || is_all_upper(raw)) return true;
    if (name.pieces.size() == 1 && is_all_upper(name.written) && name.written.size() <= 5)
        return name.written.size() > 3 && first.capital;
    // "al-Manar" is written so within a sentence.
    const bool article = (first.is("al") || first.is("el")) && raw.size() > 3 && raw[2] == '-' &&
                         raw[3] >= 'A' && raw[3] <= 'Z';
    return (first.capital || article) && has_upper(name.written);
}

}  // namespace

Gazetteer::Gazetteer(const attribution::OutletRegistry& outlets) {
    std::set<std::string> seen;
    for (const attribution::Outlet& outlet : outlets.outlets())
        for (const std::string& written : attribution::names_of(outlet)) {
            Name name{pieces_of(written), written, outlets.named(written)};
            if (name.pieces.empty() || name.matches.empty()) continue;
            std::string key = written;
            if (!seen.insert(key).second) continue;
            // A number alone is no name in running text, nor is a word that only a screen shows.
            if (std::all_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; }))
                continue;
            if (outlet.medium == "body") add_without_country(name);
            by_first_[name.pieces.front()].push_back(std::move(name));
        }
    for (auto& [first, names] : by_first_)
        std::stable_sort(names.begin(), names.end(),
                         [](const Name& a, const Name& b) { return a.pieces.size() > b.pieces.size(); });
}

void Gazetteer::add_without_country(const Name& name) {
    std::size_t first = 0;
    for (std::size_t i = 0; i < 2 && i < name.pieces.size(); ++i)
        if (!country_named(name.pieces[i], i > 0 ? name.pieces[i - 1] : "").empty()) first = i + 1;
    if (first == 0) return;
    if (first < name.pieces.size() && name.pieces[first] == "'s") ++first;
    if (name.pieces.size() - first < 2) return;
    Name rest = name;
    rest.pieces.erase(rest.pieces.begin(), rest.pieces.begin() + static_cast<std::ptrdiff_t>(first));
    rest.of_country = true;
    // Several countries have a "defence ministry".
    std::vector<Name>& names = by_first_[rest.pieces.front()];
    const auto same = std::find_if(names.begin(), names.end(), [&](const Name& each) {
        return each.of_country && each.pieces == rest.pieces;
    });
    if (same == names.end()) {
        names.push_back(std::move(rest));
        return;
    }
    for (const attribution::OutletMatch& match : rest.matches)
        if (std::none_of(same->matches.begin(), same->matches.end(),
                         [&](const attribution::OutletMatch& known) { return known.outlet == match.outlet; }))
            same->matches.push_back(match);
}

const Gazetteer::Name* Gazetteer::longest_at(std::string_view text, const std::vector<Token>& tokens,
                                             std::size_t at, std::size_t end, std::size_t& stop) const {
    const auto found = by_first_.find(tokens[at].folded);
    if (found == by_first_.end()) return nullptr;
    for (const Name& name : found->second) {
        std::size_t next = at + 1;
        std::size_t piece = 1;
        while (piece < name.pieces.size() && next < end) {
            if (tokens[next].folded == name.pieces[piece]) {
                ++piece;
            } else if (!is_joint(tokens[next])) {
                break;
            }
            ++next;
        }
        if (piece < name.pieces.size()) continue;
        // "AP video shows" speaks of a video, "AP Video" is a name.
        if (piece > 1 && (tokens[next - 1].words & kMedia) && !tokens[next - 1].capital &&
            has_upper(name.written) && !is_all_upper(name.written) && name.pieces.back() == "video")
            continue;
        const std::string_view raw = text.substr(tokens[at].begin, tokens[next - 1].end - tokens[at].begin);
        if (!name.of_country && !is_written_as_name(raw, tokens[at], name)) continue;
        stop = next;
        return &name;
    }
    return nullptr;
}

}  // namespace sourcereel::claims
