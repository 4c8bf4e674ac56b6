// exports/timecode.h: frame numbers as SMPTE timecode.
#pragma once

#include <cstdint>
#include <string>

#include "exports/edit_rate.h"

namespace sourcereel::exports {

/// "00:00:04:08", with drop-frame counting "00:01:00;02": the numbers 0 and 1 (at 59.94: 0 to 3) of each
/// minute that is no multiple of ten are left out. Hours go on beyond 23. @pre frame ≥ 0, base > 0.
std::string timecode(std::int64_t frame, int base, bool drop_frame);

/// Of the frame of the timecode's own grid that is nearest to the time; `offset` frames are added.
std::string timecode_at(const Timestamp& time, const EditRate& rate, std::int64_t offset = 0);

/// How many frames the timecode "01:00:00:00" stands for, where tapes and timelines begin.
std::int64_t frames_of_first_hour(const EditRate& rate) noexcept;

}  // namespace sourcereel::exports
