#include "imaging/picture_hash.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/error.h"

namespace sourcereel::imaging {
namespace {

constexpr int kLongestSide = 4096;
constexpr int kSide = 64;         ///< Of the small picture that is transformed,
constexpr int kFrequencies = 16;  ///< of whose frequencies so many each way count.
constexpr double kLeastContrast = 3;
constexpr double kBlack = 36;  ///< Encoded black, with the noise of its encoding.

/// As the file states it, before anything is decoded: a small file may ask for gigabytes.
cv::Size size_of_jpeg(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    if (bytes.size() < 4 || at(0) != 0xFF || at(1) != 0xD8)
        throw Error(ErrorKind::unsupported, "the picture is no JPEG");
    std::size_t i = 2;
    while (i + 9 < bytes.size() && at(i) == 0xFF) {
        const unsigned marker = at(i + 1);
        if (marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
            i += marker == 0xFF ? 1 : 2;
            continue;
        }
        const bool is_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame) return {at(i + 7) << 8 | at(i + 8), at(i + 5) << 8 | at(i + 6)};
        i += 2 + (static_cast<std::size_t>(at(i + 2)) << 8 | at(i + 3));
    }
    throw Error(ErrorKind::corrupt, "the picture says no size");
}

cv::Mat decoded(std::string_view jpeg) {
    const cv::Size size = size_of_jpeg(jpeg);
    const int longest = std::max(size.width, size.height);
    if (longest > kLongestSide)
        throw Error(ErrorKind::exhausted, "the picture is longer than 4096 pixels a side");
    const int mode = longest >= 8 * 2 * kSide   ? cv::IMREAD_REDUCED_GRAYSCALE_8
                     : longest >= 4 * 2 * kSide ? cv::IMREAD_REDUCED_GRAYSCALE_4
                     : longest >= 2 * 2 * kSide ? cv::IMREAD_REDUCED_GRAYSCALE_2
                                                : cv::IMREAD_GRAYSCALE;
    const cv::Mat bytes(1, static_cast<int>(jpeg.size()), CV_8U, const_cast<char*>(jpeg.data()));
    cv::Mat picture;
    try {
        picture = cv::imdecode(bytes, mode | cv::IMREAD_IGNORE_ORIENTATION);
    } catch (const cv::Exception&) {  // NOLINT(bugprone-empty-catch): said below.
    }
    if (picture.empty()) throw Error(ErrorKind::corrupt, "the picture cannot be decoded");
    return picture;
}

/// How many rows at the beginning and at the end are black, where both ends have as many: else it is a dark
/// picture and no bar. `brightest`: of each row.
int bar_of(const cv::Mat& brightest) {
    const auto rows = static_cast<int>(brightest.total());
    const auto is_black = [&](int row) { return brightest.at<unsigned char>(row) <= kBlack; };
    int first = 0;
    while (first < rows && is_black(first)) ++first;
    int last = 0;
    while (last < rows && is_black(rows - 1 - last)) ++last;
    const bool alike = std::abs(first - last) <= 1 + rows / 40;
    return alike && first + last < rows * 3 / 4 ? std::max(first, last) : 0;
}

cv::Mat without_bars(const cv::Mat& picture) {
    cv::Mat rows;
    cv::Mat columns;
    cv::reduce(picture, rows, 1, cv::REDUCE_MAX);
    cv::reduce(picture, columns, 0, cv::REDUCE_MAX);
    const int y = bar_of(rows);
    const int x = bar_of(columns.reshape(1, columns.cols));
    return picture(cv::Rect(x, y, picture.cols - 2 * x, picture.rows - 2 * y));
}

}  // namespace

std::optional<PictureHash> picture_hash_of(std::string_view jpeg) {
    const cv::Mat picture = without_bars(decoded(jpeg));
    cv::Mat small;
    cv::resize(picture, small, {kSide, kSide}, 0, 0, cv::INTER_AREA);
    small.convertTo(small, CV_32F);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(small, mean, deviation);
    if (deviation[0] < kLeastContrast) return std::nullopt;
    cv::Mat waves;
    cv::dct(small, waves);
    PictureHash hash;
    for (int y = 0; y < kFrequencies; ++y)
        for (int x = 0; x < kFrequencies; ++x) {
            const auto bit = static_cast<unsigned>(y * kFrequencies + x);
            if (bit > 0 && waves.at<float>(y, x) > 0)  // The first is the mean: brightness does not count.
                hash.words.at(bit / 64) |= std::uint64_t{1} << bit % 64;
        }
    return hash;
}

}  // namespace sourcereel::imaging
