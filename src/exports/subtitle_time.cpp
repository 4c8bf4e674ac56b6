#include "exports/subtitle_time.h"

#include <array>
#include <cstdio>

namespace sourcereel::exports {

std::string subtitle_time(std::int64_t milliseconds, char decimal_mark) {
    std::array<char, 64> text{};
    const auto all = static_cast<long long>(milliseconds);
    std::snprintf(text.data(), text.size(), "%02lld:%02lld:%02lld%c%03lld", all / 3'600'000,
                  all / 60'000 % 60, all / 1000 % 60, decimal_mark, all % 1000);
    return text.data();
}

}  // namespace sourcereel::exports
