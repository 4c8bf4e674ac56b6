#include "attribution/outlets.h"

#include <algorithm>
#include <set>
#include <utility>

#include "attribution/characters.h"
#include "attribution/outlet_table.h"
#include "unicode/fold.h"

namespace sourcereel::attribution {
namespace {

/// Letters and digits as far as they tell: a Han character or a syllable says as much as two letters.
std::size_t weight_of(const std::u32string& letters) {
    std::size_t weight = 0;
    for (const char32_t c : letters) weight += is_cjk(c) ? 2 : is_word(c) ? 1 : 0;
    return weight;
}

/// Names of up to three letters are everywhere: they are no proof alone.
constexpr std::size_t kLittle = 3;

/// Whether `part` stands in `text` as whole words; scripts without spaces end a word anywhere.
bool holds_words(std::u32string_view text, std::u32string_view part) {
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        const bool begins = at == 0 || text[at - 1] == U' ' || is_cjk(text[at - 1]) || is_cjk(part.front());
        const bool ends = end == text.size() || text[end] == U' ' || is_cjk(text[end]) || is_cjk(part.back());
        if (begins && ends) return true;
    }
    return false;
}

/// Media that a state runs; what it merely pays for ("state-funded", "public") is not among them.
bool is_state_run(const Outlet& outlet) {
    return outlet.kind == "state" || outlet.kind.starts_with("state ") ||
           outlet.kind.starts_with("state-affiliated") || outlet.kind == "state/public";
}

}  // namespace

OutletRegistry::OutletRegistry(std::vector<Outlet> outlets) : outlets_(std::move(outlets)) {
    for (std::size_t i = 0; i < outlets_.size(); ++i) {
        const Outlet& outlet = outlets_[i];
        std::set<std::string> common;
        for (const std::string& word : outlet.common_words) common.insert(folded_outlet_name(word));
        std::set<std::string> shown;
        for (const std::string& text : outlet.screen_texts) shown.insert(folded_outlet_name(text));
        std::set<std::string> seen;
        for (const std::string& name : names_of(outlet)) {
            std::string folded = folded_outlet_name(name);
            if (folded.empty() || !seen.insert(folded).second) continue;
            const bool little = weight_of(unicode::code_points(folded)) <= kLittle || common.contains(folded);
            by_name_[folded].push_back({i, name, little, shown.contains(folded)});
        }
        for (const OutletHandle& handle : outlet.handles) {
            const std::string folded = unicode::nfkc_casefold(handle.name);
            by_handle_.emplace(handle.platform + ":" + folded, i);
            by_handle_.emplace(":" + folded, i);
        }
    }
}

const OutletRegistry& OutletRegistry::built_in() {
    static const OutletRegistry registry(read_outlet_table(kOutletTable, "outlets.tsv"));
    return registry;
}

OutletRegistry OutletRegistry::with_user_rows(std::string_view tsv, const std::string& name) {
    std::vector<Outlet> rows = built_in().outlets();
    for (Outlet& row : read_outlet_table(tsv, name)) {
        const auto same =
            std::find_if(rows.begin(), rows.end(), [&](const Outlet& known) { return known.id == row.id; });
        if (same == rows.end())
            rows.push_back(std::move(row));
        else
            *same = std::move(row);
    }
    return OutletRegistry(std::move(rows));
}

const Outlet* OutletRegistry::by_id(std::string_view id) const noexcept {
    const auto found =
        std::find_if(outlets_.begin(), outlets_.end(), [&](const Outlet& outlet) { return outlet.id == id; });
    return found == outlets_.end() ? nullptr : &*found;
}

bool OutletRegistry::of_several_countries(const std::vector<NameUse>& uses) const {
    return std::any_of(uses.begin(), uses.end(), [&](const NameUse& use) {
        return outlets_[use.outlet].country != outlets_[uses.front().outlet].country;
    });
}

std::vector<OutletMatch> OutletRegistry::named(std::string_view text, std::string_view country) const {
    const auto found = by_name_.find(folded_outlet_name(text));
    if (found == by_name_.end()) return {};
    std::vector<NameUse> uses;
    std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(uses),
                 [&](const NameUse& use) { return is_of_country(outlets_[use.outlet], country); });
    if (uses.empty()) uses = found->second;
    const bool clash = of_several_countries(uses);
    std::vector<OutletMatch> matches;
    for (const NameUse& use : uses) matches.push_back({&outlets_[use.outlet], use.name, use.little || clash});
    return matches;
}

std::vector<OutletMatch> OutletRegistry::on_screen(std::string_view text) const {
    const std::u32string words = unicode::code_points(folded_outlet_name(text));
    struct Hit {
        OutletMatch match;
        std::size_t length = 0;
        std::size_t outlet = 0;
    };
    std::vector<Hit> hits;
    for (const auto& [folded, uses] : by_name_) {
        const std::u32string letters = unicode::code_points(folded);
        if (!holds_words(words, letters)) continue;
        const bool clash = of_several_countries(uses);
        for (const NameUse& use : uses)
            if (use.on_screen)
                hits.push_back(
                    {{&outlets_[use.outlet], use.name, use.little || clash}, letters.size(), use.outlet});
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        if (a.match.weak != b.match.weak) return b.match.weak;
        if (a.length != b.length) return a.length > b.length;
        return a.outlet != b.outlet ? a.outlet < b.outlet : a.match.name < b.match.name;
    });
    std::vector<OutletMatch> matches;
    for (Hit& hit : hits)
        if (std::none_of(matches.begin(), matches.end(),
                         [&](const OutletMatch& match) { return match.outlet == hit.match.outlet; }))
            matches.push_back(std::move(hit.match));
    return matches;
}

const Outlet* OutletRegistry::by_handle(std::string_view name, std::string_view platform) const {
    if (name.starts_with('@')) name.remove_prefix(1);
    const auto found = by_handle_.find(std::string(platform) + ":" + unicode::nfkc_casefold(name));
    return found == by_handle_.end() ? nullptr : &outlets_[found->second];
}

std::vector<const Outlet*> OutletRegistry::members(std::string_view outlet_class) const {
    const std::size_t colon = outlet_class.find(':');
    if (colon == outlet_class.npos) return {};
    const std::string_view what = outlet_class.substr(0, colon);
    const std::string_view country = outlet_class.substr(colon + 1);
    std::vector<const Outlet*> members;
    for (const Outlet& outlet : outlets_) {
        if (!is_of_country(outlet, country) || !is_state_run(outlet)) continue;
        const bool media = outlet.medium != "body" && outlet.medium != "account" && !outlet.medium.empty();
        if ((what == "state-tv" && outlet.medium == "tv") ||
            (what == "state-agency" && outlet.medium == "agency") || (what == "state-media" && media))
            members.push_back(&outlet);
    }
    std::sort(members.begin(), members.end(), [](const Outlet* a, const Outlet* b) { return a->id < b->id; });
    return members;
}

}  // namespace sourcereel::attribution
