// exports/edit_rate.h: which frame rate an editing program is told, and where a moment lies on its grid.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/media_info.h"
#include "core/shot.h"
#include "core/time.h"

namespace sourcereel::exports {

/// Frames a second as a fraction in lowest terms: {30000, 1001}. Both parts are positive.
struct Rate {
    std::int64_t num = 25;
    std::int64_t den = 1;

    double value() const noexcept { return static_cast<double>(num) / static_cast<double>(den); }
    friend bool operator==(const Rate&, const Rate&) = default;
};

/// "25", "30000/1001".
std::string text_of(const Rate& rate);

/// The grid of frames that a list of shots is written on.
struct EditRate {
    Rate rate;  ///< Of the pictures; of a variable rate the nearest usual one.
    bool constant =
        true;  ///< Picture n is shown at n / rate, to half a frame. Else frame numbers are no clock.
    Rate timecode_rate;      ///< That of the timecode: `rate` where it is one that timecode can count.
    int timecode_base = 25;  ///< Frames that timecode counts a second: 24, 25, 30, 50, 60…
    bool drop_frame =
        false;  ///< Numbers are left out so that timecode keeps up with the clock (29.97, 59.94).
    friend bool operator==(const EditRate&, const EditRate&) = default;
};

/// Decides by what the container stated (`stated`, 0 where it did not), what was measured, and whether the
/// shots' frame numbers agree with their times.
EditRate edit_rate_for(double stated, const MediaInfo& media, const std::vector<Shot>& shots);

/// The usual rate nearest to `rate`: 23.976, 24, 25, 29.97, 30, 48, 50, 59.94, 60…
Rate nearest_usual_rate(double rate) noexcept;

/// Number of the frame that begins nearest to `time`, exactly computed.
std::int64_t nearest_frame(const Timestamp& time, const Rate& rate) noexcept;

}  // namespace sourcereel::exports
