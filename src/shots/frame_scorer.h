// shots/frame_scorer.h: frames → one FrameScore each. The part of shot detection that looks at pictures.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/frame.h"
#include "core/geometry.h"
#include "shots/frame_score.h"

namespace sourcereel::shots {

/// Measures a frame 40 frames after it came. Keeps less than 4 MB of features and no picture, however long
/// the video and at any frame rate. Not thread-safe: one per video.
class FrameScorer {
public:
    /// `crop`: the part of the upright picture to look at; empty: all of it. What of it lies outside the
    /// picture does not count; where nothing is left, the whole picture is taken.
    explicit FrameScorer(const Rect& crop = {});
    ~FrameScorer();
    FrameScorer(FrameScorer&&) noexcept;
    FrameScorer& operator=(FrameScorer&&) noexcept;

    /// Takes the next frame in the order shown; returns the score of an earlier one, once there is one. Only
    /// luma, u, v, index and pts are read; the frame may have no colour.
    /// @pre frame.pts is later and frame.index greater by one than those of the frame pushed before.
    std::optional<FrameScore> push(const Frame& frame);
    /// Ends the video and returns the scores that are left.
    std::vector<FrameScore> finish();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sourcereel::shots
