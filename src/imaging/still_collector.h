// imaging/still_collector.h: one still per shot, from the middle of the shot, chosen while the video streams
// by.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include <opencv2/core.hpp>

#include "core/frame.h"
#include "core/video.h"

namespace sourcereel::imaging {

struct StillOptions {
    int max_side = 640;     ///< Pixels of the longer side.
    int jpeg_quality = 85;  ///< 0..100.
};

/// Keeps small colour samples of the shot that is still running: at most 32, thinned by half whenever full,
/// so that the middle is met to about 2 % of the shot's length. At most some 20 MiB at the default size. Not
/// thread-safe.
class StillCollector {
public:
    explicit StillCollector(StillOptions options = {});
    /// Takes the next frame of the video; copies it, scaled down, when a sample is due.
    void push(const Frame& frame);
    /// The still of `shot`, from the sample nearest to its middle; forgets samples before its end. Call once
    /// per shot, in order. A shot between two samples gets the nearest sample at or after its begin.
    /// @throws Error internal if no frame was ever pushed.
    ShotStill take(const Shot& shot, std::size_t shot_index);

private:
    struct Sample {
        Timestamp time;
        std::int64_t frame = 0;
        cv::Mat bgr;
    };
    StillOptions options_;
    std::deque<Sample> samples_;
    double spacing_s_ = 0;
};

/// "OpenCV 4.6.0", of the library loaded.
std::string opencv_version();

}  // namespace sourcereel::imaging
