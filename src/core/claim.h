// core/claim.h: what an article says about where its pictures come from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sourcereel {

enum class ClaimType {
    posted_by,
    aired_by,
    released_by,
    footage_from,
    filmed_by,
    obtained_by,
    credit,
    via,
    still_from,
    original,
    on_screen_text
};

/// "posted_by", "aired_by", …, and back; nothing for an unknown name.
std::string_view name_of(ClaimType type) noexcept;
std::optional<ClaimType> claim_type_from(std::string_view name) noexcept;

enum class EntityKind {
    handle,        ///< An account's name, without "@".
    outlet,        ///< An outlet of the registry; the value is its id.
    outlet_class,  ///< "state-tv:RU", "state-media:CN", "state-agency:KP".
    literal        ///< All else, as the article names it: people, bodies, display names, words on screen.
};

/// "handle", "outlet", …, and back; nothing for an unknown name.
std::string_view name_of(EntityKind kind) noexcept;
std::optional<EntityKind> entity_kind_from(std::string_view name) noexcept;

/// Who or what a claim names.
struct Entity {
    EntityKind kind = EntityKind::literal;
    std::string value;                    ///< UTF-8.
    std::optional<std::string> platform;  ///< "x", "telegram", …; nothing where the article does not tell.
    friend bool operator==(const Entity&, const Entity&) = default;
};

/// One thing that an article says about the source of pictures.
struct Claim {
    ClaimType type = ClaimType::credit;
    Entity entity;
    std::string quote;      ///< The words that say it, as they stand in the article's text.
    std::size_t begin = 0;  ///< UTF-8 byte offsets of the quote in the text as extracted: [begin, end).
    std::size_t end = 0;
    bool hedged = false;     ///< The source itself is in doubt: "reportedly aired by".
    bool negated = false;    ///< The article says that the source is not so.
    bool referring = false;  ///< The source is named by "the channel" alone: taken from the sentence before.
    friend bool operator==(const Claim&, const Claim&) = default;
};

}  // namespace sourcereel
