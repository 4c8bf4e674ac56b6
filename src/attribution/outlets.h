// attribution/outlets.h: the registry of outlets: who owns which name, logo text and account.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sourcereel::attribution {

/// An account of an outlet, as the registry has it.
struct OutletHandle {
    std::string platform;  ///< "x", "telegram", "vk", …
    std::string name;      ///< Without "@".
    std::string source;    ///< "ASD", "K", "K?": where the fact comes from; empty: not said.
    friend bool operator==(const OutletHandle&, const OutletHandle&) = default;
};

/// A further name of an outlet, as articles write it.
struct OutletAlias {
    std::string name;    ///< "Russia One".
    std::string source;  ///< "K": general knowledge; empty: not said.
    friend bool operator==(const OutletAlias&, const OutletAlias&) = default;
};

/// One outlet: a channel, an agency, a programme, a body that releases pictures.
struct Outlet {
    std::string id;                         ///< "russia1".
    std::string name;                       ///< "Rossiya 1".
    std::string native_name;                ///< In its own script, several joined by "|"; may be empty.
    std::string country;                    ///< ISO 3166-1 alpha-2, several joined by "/"; may be empty.
    std::vector<std::string> screen_texts;  ///< As they stand on screen: "РОССИЯ 1", "ВЕСТИ".
    std::vector<OutletHandle> handles;
    std::vector<OutletAlias> aliases;
    std::vector<std::string> common_words;  ///< Those of its names that say little alone: "ВРЕМЯ", "60".
    std::string medium;  ///< "tv", "agency", "press", "web", "account", "body"; may be empty.
    std::string kind;    ///< The registry's type: "state", "public", "private", …
    std::string source;  ///< Where the row comes from; "unsourced" parts are said to be so in reports.
    std::string notes;
    friend bool operator==(const Outlet&, const Outlet&) = default;
};

/// How a text names an outlet.
struct OutletMatch {
    const Outlet* outlet = nullptr;  ///< Lives as long as the registry.
    std::string name;                ///< The name of the registry that agreed.
    bool weak =
        false;  ///< Two or three letters, an everyday word, or shared by outlets of several countries.
};

/// The outlets known here. Immutable once built; any thread.
class OutletRegistry {
public:
    /// The rows that are built into the program (assets/outlets.tsv).
    static const OutletRegistry& built_in();
    /// The built-in rows and those of `tsv` (the same columns, named by its first line; all but id and name
    /// may be left out); a row with the id of a built-in one replaces it. `name` is what errors call the
    /// table.
    /// @throws Error corrupt, with the line and what is wrong with it.
    static OutletRegistry with_user_rows(std::string_view tsv, const std::string& name);

    const std::vector<Outlet>& outlets() const noexcept { return outlets_; }
    /// Null where there is none.
    const Outlet* by_id(std::string_view id) const noexcept;
    /// Outlets that are called exactly `text` in any of their names (name, native name, alias, text on
    /// screen), compared as folded_outlet_name() does, in the order of the table. With `country` (may be
    /// empty) those of that country only, where there are any: a clash between countries is then none.
    std::vector<OutletMatch> named(std::string_view text, std::string_view country = {}) const;
    /// Outlets whose name or text on screen stands in `text` as whole words. Strong ones first, longer names
    /// first among them; an outlet once.
    std::vector<OutletMatch> on_screen(std::string_view text) const;
    /// The outlet that owns an account; null where none does. An empty platform fits every one.
    const Outlet* by_handle(std::string_view name, std::string_view platform) const;
    /// Members of "state-tv:RU", "state-media:CN", "state-agency:KP", by id; empty for an unknown class.
    std::vector<const Outlet*> members(std::string_view outlet_class) const;

private:
    struct NameUse {
        std::size_t outlet = 0;  ///< Index into outlets_.
        std::string name;
        bool little = false;     ///< Two or three letters, or an everyday word.
        bool on_screen = false;  ///< What the outlet shows, not only what others call it.
    };
    explicit OutletRegistry(std::vector<Outlet> outlets);
    bool of_several_countries(const std::vector<NameUse>& uses) const;

    std::vector<Outlet> outlets_;
    std::unordered_map<std::string, std::vector<NameUse>> by_name_;  ///< Folded name → who has it.
    std::unordered_map<std::string, std::size_t> by_handle_;         ///< "x:name", and ":name" for any.
};

/// Whether the outlet belongs to the country, "RU".
bool is_of_country(const Outlet& outlet, std::string_view country) noexcept;

/// Every name of an outlet as it stands in the table, each once: name without what stands in brackets,
/// native names, aliases, texts on screen.
std::vector<std::string> names_of(const Outlet& outlet);

/// A name made ready for comparing: case, width and dots folded, quotes left out, other punctuation as
/// spaces, no leading article: "The U.S. Rossiya-1" → "us rossiya 1".
std::string folded_outlet_name(std::string_view name);

}  // namespace sourcereel::attribution
