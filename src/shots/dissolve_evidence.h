// shots/dissolve_evidence.h: whether one picture turns into another by mixing. Private to shots.
#pragma once

#include "shots/step_window.h"

namespace sourcereel::shots {

/// Evidence that reaches this is a dissolve. A dissolve of two still and unlike pictures has about 3; footage
/// without one reached 1.55 in one of 22 clips and 1.0 in the others. Over short spans motion looks steady,
/// so that a strap that fades in over a pan had up to 2.0: there it takes more.
inline constexpr double kLeastDissolve = 1.7;
inline constexpr double kLeastShortDissolve = 2.1;
inline constexpr std::int64_t kShortHalf = 4;  ///< Steps; StepSpan::half() up to which a span is short.

/// How much speaks for a dissolve from the picture at span.begin to the one at span.end; 0 where something
/// speaks against it. The sum of four measures that footage in motion hardly shows together:
///
/// - steadiness, −1..1: how well the second half of the change agrees with the first, cell by cell. While
///   pictures mix, each cell goes on the way it went; where things move, cells come and go.
/// - 4 × sinking: the share of contrast that the middle picture lacks against both ends. Two pictures over
///   each other are duller than each alone; a moving picture is as rich in its middle as at its ends.
/// - 1.2 × novelty, 0..1: the share of the blocks at the end that no movement of the beginning explains.
/// - −2 × unevenness: how far, on the mean, a block is ahead of the others or behind them in the middle.
///
/// Only the cells that change at all are looked at, so that a still frame around a video does not count.
double dissolve_evidence(const StepWindow& steps, const StepSpan& span);

}  // namespace sourcereel::shots
