// exports/subtitle_time.h, private to exports: the clock of subtitles.
#pragma once

#include <cstdint>
#include <string>

namespace sourcereel::exports {

/// "00:01:02,480": two digits of hours at least. @pre milliseconds ≥ 0
std::string subtitle_time(std::int64_t milliseconds, char decimal_mark);

}  // namespace sourcereel::exports
