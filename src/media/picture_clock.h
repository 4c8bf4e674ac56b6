// media/picture_clock.h: when each picture is shown, from times as files give them. Private to media.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "core/time.h"

namespace sourcereel::media {

/// Puts pictures in display order onto a clock that starts at 0 with the first and only runs forward. Times
/// that are as they should be are kept to the tick. Keeps one counter for each different gap, 4096 at most.
class PictureClock {
public:
    /// `usual_gap`: ticks from picture to picture by the stated frame rate; 0 where it is unknown.
    PictureClock(TimeBase base, std::int64_t usual_gap);

    /// Takes the next picture with its time and duration in ticks, as stored; duration 0 is unknown.
    Timestamp place(std::optional<std::int64_t> stored, std::int64_t duration);

    /// End of the last picture; 0 before the first.
    Timestamp end() const noexcept { return {pictures_ > 0 ? last_ + gap_after_last() : 0, base_}; }
    std::int64_t pictures() const noexcept { return pictures_; }
    std::int64_t missing() const noexcept { return missing_; }    ///< Pictures that came without a time.
    std::int64_t backward() const noexcept { return backward_; }  ///< … with one not after the last.
    /// Some gap is over 10 % (and over the one tick that rounding takes) off the median gap.
    bool variable() const;
    /// Ticks a picture is shown where nothing else is known.
    std::int64_t gap_after_last() const noexcept;

private:
    std::int64_t repaired(std::optional<std::int64_t> stored);

    TimeBase base_;
    std::int64_t usual_gap_;
    std::int64_t longest_duration_;  // Longer ones are not believed.
    std::int64_t pictures_ = 0;
    std::int64_t missing_ = 0;
    std::int64_t backward_ = 0;
    std::int64_t last_ = 0;
    std::int64_t last_duration_ = 0;
    std::int64_t last_gap_ = 0;
    std::optional<std::int64_t> origin_;  // Stored time that is 0 on our clock,
    std::int64_t shift_ = 0;              // plus what had to be added since the stored times went back.
    std::map<std::int64_t, std::int64_t> gaps_;
    bool too_many_gaps_ = false;
};

}  // namespace sourcereel::media
