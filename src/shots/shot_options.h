// shots/shot_options.h: what may be chosen about the detection of shots.
#pragma once

#include <optional>
#include <string>

#include "core/geometry.h"
#include "core/time.h"

namespace sourcereel::shots {

struct ShotOptions {
    /// A shorter shot joins the one before it; the first has none before it and stays, however short. In
    /// seconds; 0: keep all.
    double min_shot_s = 0.0;
    /// 0..1: how weak a change may be. A change counts where its score reaches 0.6 − 0.2 · sensitivity: at 1,
    /// two thirds of each threshold are enough; at 0, one and a half times are needed.
    double sensitivity = 0.5;
    /// The part of the upright picture to look at; empty: all of it.
    Rect crop{};
    /// The part of the video to look at, [from, to): as if there were no frames before and after.
    std::optional<Timestamp> from{};
    std::optional<Timestamp> to{};
};

/// Canonical text of what the detector does with `options`, for the catalogue: changes whenever results
/// could.
std::string settings_of(const ShotOptions& options);

}  // namespace sourcereel::shots
