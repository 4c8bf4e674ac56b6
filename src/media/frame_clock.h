// media/frame_clock.h, private to media: turns the stamps found in a file into strictly increasing times.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "core/time.h"

namespace sourcereel::media {

/// Feed it every shown picture in order. t = 0 is the first. All values in ticks of one time base.
/// Memory: one counter for each distinct gap, at most 4096.
class FrameClock {
public:
    /// `nominal_step`: ticks from picture to picture at the stated rate; 0 where no rate is stated.
    FrameClock(TimeBase base, std::int64_t nominal_step);

    /// The time of the next picture. `stamp`: as found, nothing where the file gives none; `duration`: how
    /// long the file says it is shown, 0 where it does not say.
    /// A missing stamp becomes what the durations predict. A stamp not after the picture before moves to half
    /// a step after that picture; one more than a second back starts a new count (files glued together),
    /// which is then joined to the old one.
    std::int64_t place(std::optional<std::int64_t> stamp, std::int64_t duration);

    std::int64_t pictures() const noexcept { return pictures_; }
    std::int64_t missing() const noexcept { return missing_; }  ///< Stamps predicted,
    std::int64_t moved() const noexcept { return moved_; }      ///< and stamps moved.
    /// End of the last picture: its own duration, else one nominal step, else the last gap.
    std::int64_t end() const noexcept;
    /// Some gap differs from the median gap by over 10 % and by more than the rounding to one tick.
    bool variable() const noexcept;

private:
    std::int64_t step() const noexcept;
    std::int64_t choose(std::optional<std::int64_t> stamp) noexcept;
    void count_gap(std::int64_t gap);

    std::int64_t nominal_step_;
    std::int64_t second_;  ///< Ticks, at least 1.
    std::optional<std::int64_t> origin_;
    std::int64_t last_ = 0;
    std::int64_t last_duration_ = 0;
    std::int64_t last_gap_ = 0;
    std::int64_t pictures_ = 0;
    std::int64_t missing_ = 0;
    std::int64_t moved_ = 0;
    std::map<std::int64_t, std::int64_t> gaps_;
    bool too_many_gaps_ = false;
};

}  // namespace sourcereel::media
