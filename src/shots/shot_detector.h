// shots/shot_detector.h: finds where one shot ends and the next begins. Not for choosing encoder keyframes,
// and not for scenes (several shots of one event).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/frame.h"
#include "core/shot.h"

namespace sourcereel::shots {

struct ShotOptions {
    double min_shot_s = 0.0;  ///< A shorter shot joins the one before; seconds, 0: keep all.
};

/// Splits one video into shots: hard cuts and fades. Feed it every frame in the order shown.
/// Decides a frame 40 frames after it came; keeps 1.8 MB of features (of 81 frames in full, of some 570 the
/// luma alone) and no picture, however long the video and at any frame rate. Not thread-safe: one per video.
class ShotDetector {
public:
    explicit ShotDetector(const ShotOptions& options = {});
    ~ShotDetector();
    ShotDetector(ShotDetector&&) noexcept;
    ShotDetector& operator=(ShotDetector&&) noexcept;

    /// Takes the next frame; returns a shot whose end has become certain, if there is one. Only luma, u, v,
    /// index and pts are read; the frame may have no colour.
    /// @pre frame.pts is later than that of the frame pushed before.
    std::optional<Shot> push(const Frame& frame);
    /// Ends the video at `end` (exclusive) and returns the shots that are left; none if no frame ever came.
    std::vector<Shot> finish(Timestamp end);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// Canonical text of what the detector does with `options`, for the catalogue: changes whenever results
/// could.
std::string settings_of(const ShotOptions& options);

}  // namespace sourcereel::shots
