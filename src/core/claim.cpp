#include "core/claim.h"

#include <array>
#include <utility>

namespace sourcereel {
namespace {

constexpr std::array<std::pair<ClaimType, std::string_view>, 11> kTypes{{
    {ClaimType::posted_by, "posted_by"},
    {ClaimType::aired_by, "aired_by"},
    {ClaimType::released_by, "released_by"},
    {ClaimType::footage_from, "footage_from"},
    {ClaimType::filmed_by, "filmed_by"},
    {ClaimType::obtained_by, "obtained_by"},
    {ClaimType::credit, "credit"},
    {ClaimType::via, "via"},
    {ClaimType::still_from, "still_from"},
    {ClaimType::original, "original"},
    {ClaimType::on_screen_text, "on_screen_text"},
}};

constexpr std::array<std::pair<EntityKind, std::string_view>, 4> kKinds{{
    {EntityKind::handle, "handle"},
    {EntityKind::outlet, "outlet"},
    {EntityKind::outlet_class, "outlet_class"},
    {EntityKind::literal, "literal"},
}};

}  // namespace

std::string_view name_of(ClaimType type) noexcept {
    for (const auto& [value, name] : kTypes)
        if (value == type) return name;
    return "credit";
}

std::optional<ClaimType> claim_type_from(std::string_view name) noexcept {
    for (const auto& [value, text] : kTypes)
        if (text == name) return value;
    return std::nullopt;
}

std::string_view name_of(EntityKind kind) noexcept {
    for (const auto& [value, name] : kKinds)
        if (value == kind) return name;
    return "literal";
}

std::optional<EntityKind> entity_kind_from(std::string_view name) noexcept {
    for (const auto& [value, text] : kKinds)
        if (text == name) return value;
    return std::nullopt;
}

}  // namespace sourcereel
