// shots/frame_score.h: what the pictures of a video say about where shots begin, one value a frame. Enough to
// decide again, with other options, without decoding the video again.
#pragma once

#include <cstdint>

#include "core/shot.h"
#include "core/time.h"

namespace sourcereel::shots {

/// Scores are 0..1: 0 is no evidence at all, 0.5 just reaches every threshold, 0.6 exceeds each by half, 0.4
/// stays within two thirds of each. Less than 0.4 is recorded as 0: it is no evidence at any sensitivity.
inline constexpr double kLeastRecorded = 0.4;

/// A gradual transition that became certain at some frame: the frames [begin_frame, end_frame) mix two shots.
struct GradualScore {
    TransitionKind kind = TransitionKind::start;  ///< dissolve, fade or wipe; start: there is none.
    std::int64_t begin_frame = 0;                 ///< Frame::index, not later than that of the FrameScore.
    std::int64_t end_frame = 0;
    double score = 0;
    friend bool operator==(const GradualScore&, const GradualScore&) = default;
};

/// One for each frame, in the order shown. Nothing else of the pictures is needed to decide.
struct FrameScore {
    std::int64_t index = 0;  ///< Frame::index
    Timestamp pts;
    double change = 0;  ///< To the frame before, 0..510: mean difference of luma and half that of u and v.
    double cut = 0;     ///< That this frame is the first of a new shot.
    GradualScore gradual;
    friend bool operator==(const FrameScore&, const FrameScore&) = default;
};

}  // namespace sourcereel::shots
