// shots/activity_mask.h: where the picture moves at all. A re-post shows its video in a frame that stands
// still; cuts must be judged by the video, not by the frame around it. Private to shots.
#pragma once

#include <cstdint>
#include <deque>

#include "shots/feature_window.h"

namespace sourcereel::shots {

/// 255 where a cell counts, 0 where it does not.
struct ActivityMask {
    LumaCells luma{};
    ChromaCells chroma{};
    int luma_count = 0;
    int chroma_count = 0;
};

const ActivityMask& everything();

/// Fills in what follows from `mask.luma`.
void count(ActivityMask& mask);

/// Where a smaller share of the cells moves, the picture stands still and is judged as a whole.
inline constexpr double kLeastActive = 0.08;

/// Luma of the last 10 s, about six pictures a second and so at most 61, whatever the frame rate.
class ActivityHistory {
public:
    void push(const FrameFeatures& features);
    /// What varies before frame n, or from n on as far as `window` reaches. The step from n − 1 to n itself
    /// does not count, nor does one other of each cell on either side: a banner that appears on a still
    /// picture, and one that goes after a while, moves nothing.
    /// The whole picture where hardly anything moves.
    ActivityMask mask_at(const FeatureWindow& window, std::int64_t n) const;

private:
    struct Sample {
        LumaCells luma;
        double seconds;
    };
    std::deque<Sample> samples_;
};

}  // namespace sourcereel::shots
