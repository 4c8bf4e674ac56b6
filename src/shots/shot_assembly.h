// shots/shot_assembly.h: boundaries in order become shots that touch. Private to shots.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shots/boundary.h"

namespace sourcereel::shots {

/// A shot shorter than `min_shot_s` joins the one before it; the first has none before it and stays.
class ShotAssembly {
public:
    explicit ShotAssembly(double min_shot_s) : min_shot_s_(min_shot_s) {}

    void start(std::int64_t frame, Timestamp at);
    /// Returns a shot that nothing to come can change. One that could still grow is held back.
    std::optional<Shot> push(const Boundary& boundary);
    std::vector<Shot> finish(std::int64_t end_frame, Timestamp end);

private:
    std::optional<Shot> close(std::int64_t end_frame, Timestamp end);

    double min_shot_s_;
    Shot open_;                 ///< Its end is not known yet.
    std::optional<Shot> held_;  ///< A short shot after it would join it.
};

}  // namespace sourcereel::shots
