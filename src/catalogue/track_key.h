// catalogue/track_key.h: the id of a text track, which says what search sorts and counts by. Private to
// catalogue.
#pragma once

#include <cstdint>
#include <string_view>

namespace sourcereel::catalogue {

inline constexpr int kVideoBits = 30;
inline constexpr int kIndexBits = 18;
inline constexpr int kLengthBits = 3;
inline constexpr int kClassBits = 12;
inline constexpr std::int64_t kMostClasses = std::int64_t{1} << kClassBits;
inline constexpr int kLengthClasses = 1 << kLengthBits;

/// 0 for the shortest texts to 7 for those above 240 characters. `words` is the column of that name.
int length_class(std::string_view words);

/// @throws Error exhausted where a part is too large for its bits: 2^30 videos, 2^18 texts of one video.
std::int64_t track_key(std::int64_t video_id, std::int64_t track_index, int length, std::int64_t class_id);

inline std::int64_t video_of_key(std::int64_t key) noexcept {
    return key >> (kIndexBits + kLengthBits + kClassBits);
}
/// The lowest key that a track of the video could have.
inline std::int64_t first_key(std::int64_t video_id) noexcept {
    return video_id << (kIndexBits + kLengthBits + kClassBits);
}
inline int length_of_key(std::int64_t key) noexcept {
    return static_cast<int>((key >> kClassBits) & (kLengthClasses - 1));
}
inline std::size_t class_of_key(std::int64_t key) noexcept {
    return static_cast<std::size_t>(key & (kMostClasses - 1));
}

}  // namespace sourcereel::catalogue
