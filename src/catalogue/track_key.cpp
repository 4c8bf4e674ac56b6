#include "catalogue/track_key.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/error.h"
#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

void require_below(std::int64_t value, int bits, const char* what) {
    if (value < 0 || value >= std::int64_t{1} << bits)
        throw Error(ErrorKind::exhausted, std::string("a catalogue holds at most ") +
                                              std::to_string(std::int64_t{1} << bits) + " " + what +
                                              "; this would be number " + std::to_string(value));
}

}  // namespace

int length_class(std::string_view words) {
    constexpr std::array<std::size_t, kLengthClasses - 1> kLongest{10, 20, 40, 60, 80, 120, 240};
    const std::size_t length = unicode::code_points(words).size();
    return static_cast<int>(std::lower_bound(kLongest.begin(), kLongest.end(), length) - kLongest.begin());
}

std::int64_t track_key(std::int64_t video_id, std::int64_t track_index, int length, std::int64_t class_id) {
    require_below(video_id, kVideoBits, "videos");
    require_below(track_index, kIndexBits, "texts of one video");
    require_below(length, kLengthBits, "classes of length");
    require_below(class_id, kClassBits, "combinations of kind, language and script");
    return first_key(video_id) | track_index << (kLengthBits + kClassBits) |
           static_cast<std::int64_t>(length) << kClassBits | class_id;
}

}  // namespace sourcereel::catalogue
