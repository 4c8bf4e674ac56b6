// core/shot.h: frames from one uninterrupted take.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/time.h"

namespace sourcereel {

enum class TransitionKind { start, cut, dissolve, fade, wipe };

/// "start", "cut", "dissolve", "fade", "wipe", and back; nothing for an unknown name.
std::string_view name_of(TransitionKind kind) noexcept;
std::optional<TransitionKind> transition_kind_from(std::string_view name) noexcept;

/// How a shot begins. A cut has begin_frame == end_frame == the first frame of the new shot; a gradual one
/// spans the frames [begin_frame, end_frame) that mix both shots.
struct Transition {
    TransitionKind kind = TransitionKind::start;
    std::int64_t begin_frame = 0;
    std::int64_t end_frame = 0;
    double score = 1.0;  ///< How sure, 0..1; for explaining and sorting, not a probability.
    friend bool operator==(const Transition&, const Transition&) = default;
};

/// Shots of a video touch: each begins where the one before ends. After a gradual transition, in its middle.
struct Shot {
    TimeRange range;
    std::int64_t begin_frame = 0;  ///< Half-open like the range.
    std::int64_t end_frame = 0;
    Transition transition;
    friend bool operator==(const Shot&, const Shot&) = default;
};

}  // namespace sourcereel
