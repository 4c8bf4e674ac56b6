#include "core/text_track.h"

#include <array>
#include <utility>

namespace sourcereel {
namespace {

constexpr std::array<std::pair<TextKind, std::string_view>, 8> kNames{{
    {TextKind::watermark, "watermark"},
    {TextKind::bug, "bug"},
    {TextKind::caption, "caption"},
    {TextKind::lower_third, "lower_third"},
    {TextKind::ticker, "ticker"},
    {TextKind::credit, "credit"},
    {TextKind::title, "title"},
    {TextKind::scene, "scene"},
}};

}  // namespace

std::string_view name_of(TextKind kind) noexcept {
    for (const auto& [value, name] : kNames)
        if (value == kind) return name;
    return "scene";
}

std::optional<TextKind> text_kind_from(std::string_view name) noexcept {
    for (const auto& [value, text] : kNames)
        if (text == name) return value;
    return std::nullopt;
}

}  // namespace sourcereel
