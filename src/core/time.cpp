#include "core/time.h"

namespace sourcereel {

std::strong_ordering operator<=>(const Timestamp& a, const Timestamp& b) noexcept {
    // 64-bit ticks times two 31-bit factors fit into 128 bits with room to spare.
    __extension__ using Wide = __int128;
    const Wide left = static_cast<Wide>(a.ticks) * a.base.num * b.base.den;
    const Wide right = static_cast<Wide>(b.ticks) * b.base.num * a.base.den;
    if (left < right) return std::strong_ordering::less;
    if (left > right) return std::strong_ordering::greater;
    return std::strong_ordering::equal;
}

}  // namespace sourcereel
