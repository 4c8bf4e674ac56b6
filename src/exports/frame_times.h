// exports/frame_times.h: when each picture of a video is shown, by its number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/time.h"

namespace sourcereel::exports {

/// Pictures that follow at equal steps are kept as one run: a constant rate takes 24 bytes, the worst
/// variable one 24 bytes for every second picture.
class FrameTimes {
public:
    /// The next picture's; the first may have any number. @pre the same time base in all calls, one after the
    /// other.
    void push(std::int64_t frame, const Timestamp& time);
    /// The number after that of the last.
    std::int64_t end() const noexcept { return end_; }
    /// When picture `frame` is shown; `end` for the number after the last, or any number beyond; the first
    /// for any number before it, and `end` where there is none.
    Timestamp at(std::int64_t frame, const Timestamp& end) const noexcept;
    std::size_t runs() const noexcept { return runs_.size(); }

private:
    struct Run {
        std::int64_t first = 0;  ///< Number of its first picture,
        std::int64_t ticks = 0;  ///< when that is shown,
        std::int64_t step = 0;   ///< and ticks from picture to picture; 0 while it is the only one.
    };
    std::vector<Run> runs_;
    TimeBase base_;
    std::int64_t end_ = 0;
    std::int64_t last_ = 0;
};

}  // namespace sourcereel::exports
