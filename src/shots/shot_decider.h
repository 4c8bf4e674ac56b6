// shots/shot_decider.h: scores of frames → shots. The part of shot detection that needs no picture: the same
// scores, measured now or read from a file, give the same shots.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/shot.h"
#include "shots/frame_score.h"
#include "shots/shot_options.h"

namespace sourcereel::shots {

/// Keeps a few shots and the times of the last 1024 frames. Of the options, `crop` does nothing here: it was
/// applied when the scores were measured. Scores of a whole video know what lies before and after a window of
/// time, so that in the last digits they differ from those of the window alone.
class ShotDecider {
public:
    explicit ShotDecider(const ShotOptions& options = {});
    ~ShotDecider();
    ShotDecider(ShotDecider&&) noexcept;
    ShotDecider& operator=(ShotDecider&&) noexcept;

    /// Takes the score of the next frame; returns a shot whose end has become certain, if there is one.
    /// @pre score.pts is later and score.index greater than those of the one pushed before.
    std::optional<Shot> push(const FrameScore& score);
    /// Ends the video at `end` (exclusive), or at the end of the time window, and returns the shots that are
    /// left; none if no frame lay in the window.
    std::vector<Shot> finish(Timestamp end);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sourcereel::shots
