// shots/shot_detector.h: finds where one shot ends and the next begins. Not for choosing encoder keyframes,
// and not for scenes (several shots of one event).
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/frame.h"
#include "core/shot.h"
#include "shots/frame_score.h"
#include "shots/shot_options.h"

namespace sourcereel::shots {

/// Splits one video into shots: cuts, fades, dissolves and wipes. Feed it every frame in the order shown. A
/// FrameScorer and a ShotDecider in one; memory and look-ahead are theirs. Not thread-safe: one per video.
class ShotDetector {
public:
    explicit ShotDetector(const ShotOptions& options = {});
    ~ShotDetector();
    ShotDetector(ShotDetector&&) noexcept;
    ShotDetector& operator=(ShotDetector&&) noexcept;

    /// Takes the next frame; returns a shot whose end has become certain, if there is one. Only luma, u, v,
    /// index and pts are read; the frame may have no colour. Frames outside the time window are passed over.
    /// @pre frame.pts is later than that of the frame pushed before.
    std::optional<Shot> push(const Frame& frame);
    /// Ends the video at `end` (exclusive) and returns the shots that are left; none if no frame ever came.
    std::vector<Shot> finish(Timestamp end);

    /// The scores that became known since the last call, for those who want to keep them. Kept only if
    /// `keep_scores(true)` was called before the first frame.
    void keep_scores(bool keep);
    std::vector<FrameScore> take_scores();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sourcereel::shots
