// exports/cues.h: texts on the clock of subtitles, whole milliseconds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/geometry.h"
#include "core/text_track.h"
#include "core/time.h"
#include "exports/text_list.h"

namespace sourcereel::exports {

/// Words that are shown from `begin_ms` until just before `end_ms`.
struct Cue {
    std::int64_t begin_ms = 0;
    std::int64_t end_ms = 1;         ///< Later than the begin.
    std::vector<std::string> lines;  ///< Valid UTF-8 in logical order; none is blank or holds a control.
    TextKind kind = TextKind::caption;
    std::size_t number = 0;  ///< Of the text, or of the first of several.
    Rect box;                ///< Where it stands; empty of several.
    friend bool operator==(const Cue&, const Cue&) = default;
};

/// Rounded to the nearest; never below 0, where no subtitle can begin.
std::int64_t milliseconds_of(const Timestamp& time) noexcept;

/// A cue for each text that has words, and for each place of a text that jumps; by begin, end and number.
/// They may overlap. A range without duration lasts a millisecond.
std::vector<Cue> cues_of(const TextList& list);

/// The same words in cues of which at most one is shown at a time: what stands together is one cue, the upper
/// text first, as often as the company changes; equal texts are said once. Where texts meet for less than
/// `least_ms`, which is how exact their ends are, no cue of its own is made of it and the later text wins; no
/// text is lost by that. @pre sorted as cues_of() does.
std::vector<Cue> one_at_a_time(const std::vector<Cue>& cues, std::int64_t least_ms = 200);

}  // namespace sourcereel::exports
