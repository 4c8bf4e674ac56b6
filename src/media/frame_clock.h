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
    /// long the file says it is shown, 0 where it does not say; `next`: the stamp of the picture after it,
    /// nothing where that has none or does not follow. `next` tells an odd stamp from a new count:
    /// - a missing stamp becomes what the durations predict;
    /// - a stamp that does not lie between its neighbours, while these go on, is odd: this picture alone
    /// moves,
    ///   to the predicted time or, where the next comes earlier, midway;
    /// - where the stamps go back, or more than a day ahead, and go on from there (files glued together), the
    ///   new count is joined to the old one at the predicted time.
    std::int64_t place(std::optional<std::int64_t> stamp, std::int64_t duration,
                       std::optional<std::int64_t> next = std::nullopt);

    std::int64_t pictures() const noexcept { return pictures_; }
    std::int64_t missing() const noexcept { return missing_; }  ///< Stamps predicted,
    std::int64_t moved() const noexcept { return moved_; }      ///< and stamps moved.
    /// End of the last picture: its own duration, else one nominal step, else the last gap.
    std::int64_t end() const noexcept;
    /// Some gap differs from the median gap by over 10 % and by more than the rounding to one tick.
    bool variable() const noexcept;

private:
    std::int64_t step() const noexcept;
    std::int64_t choose(std::optional<std::int64_t> stamp, std::optional<std::int64_t> next) noexcept;
    std::optional<std::int64_t> on_this_count(std::optional<std::int64_t> stamp) const noexcept;
    std::int64_t move_before(std::int64_t next) const noexcept;
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
