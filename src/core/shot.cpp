#include "core/shot.h"

#include <array>
#include <utility>

namespace sourcereel {
namespace {

constexpr std::array<std::pair<TransitionKind, std::string_view>, 5> kNames{{
    {TransitionKind::start, "start"},
    {TransitionKind::cut, "cut"},
    {TransitionKind::dissolve, "dissolve"},
    {TransitionKind::fade, "fade"},
    {TransitionKind::wipe, "wipe"},
}};

}  // namespace

std::string_view name_of(TransitionKind kind) noexcept {
    for (const auto& [value, name] : kNames)
        if (value == kind) return name;
    return "start";
}

std::optional<TransitionKind> transition_kind_from(std::string_view name) noexcept {
    for (const auto& [value, text] : kNames)
        if (text == name) return value;
    return std::nullopt;
}

}  // namespace sourcereel
