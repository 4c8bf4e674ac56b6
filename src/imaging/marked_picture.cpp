#include "imaging/marked_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "imaging/frame_mat.h"

namespace sourcereel::imaging {
namespace {

constexpr int kFont = cv::FONT_HERSHEY_SIMPLEX;
constexpr int kMargin = 4;  ///< Pixels from what is in the box to the line around it.
const cv::Scalar kDark{20, 20, 20};

/// The box in the smaller picture, a little around what it holds: the line shall not touch letters.
cv::Rect scaled(const Rect& box, double scale) {
    const int x0 = static_cast<int>(std::floor(box.x * scale)) - kMargin;
    const int y0 = static_cast<int>(std::floor(box.y * scale)) - kMargin;
    const int x1 = static_cast<int>(std::ceil(box.right() * scale)) + kMargin;
    const int y1 = static_cast<int>(std::ceil(box.bottom() * scale)) + kMargin;
    return {x0, y0, x1 - x0, y1 - y0};
}

/// Beside the box, in the picture, off the other plates: the first of the places tried that fits, else the
/// first.
cv::Rect place_of_plate(const cv::Rect& box, cv::Size plate, cv::Size picture,
                        const std::vector<cv::Rect>& taken) {
    const std::array<cv::Point, 6> corners{{{box.x, box.y - plate.height},
                                            {box.x, box.br().y},
                                            {box.br().x - plate.width, box.y - plate.height},
                                            {box.br().x - plate.width, box.br().y},
                                            {box.x - plate.width, box.y},
                                            {box.br().x, box.y}}};
    const cv::Rect all({0, 0}, picture);
    const auto inside = [&](cv::Point corner) {
        corner.x = std::clamp(corner.x, 0, std::max(0, picture.width - plate.width));
        corner.y = std::clamp(corner.y, 0, std::max(0, picture.height - plate.height));
        return cv::Rect(corner, plate);
    };
    for (const cv::Point& corner : corners) {
        const cv::Rect place(corner, plate);
        if ((place & all) != place) continue;
        if (std::none_of(taken.begin(), taken.end(),
                         [&](const cv::Rect& other) { return (other & place).area() > 0; }))
            return place;
    }
    return inside(corners.front());
}

}  // namespace

cv::Mat marked_picture(const Frame& frame, const std::vector<PictureMark>& marks, int max_side) {
    cv::Mat picture = to_bgr(frame, max_side);
    const double scale = static_cast<double>(picture.cols) / std::max(1, frame.width());
    const double font = std::clamp(std::max(picture.cols, picture.rows) / 1200.0, 0.35, 0.9);
    std::vector<cv::Rect> taken;
    for (const PictureMark& mark : marks) {
        const cv::Rect box = scaled(mark.box, scale);
        cv::rectangle(picture, box, kDark, 3);  // So that it is seen on any ground.
        cv::rectangle(picture, box, mark.colour, 1);
    }
    // Last, so that no box crosses a number.
    for (const PictureMark& mark : marks) {
        int below = 0;
        const cv::Size words = cv::getTextSize(mark.words, kFont, font, 1, &below);
        const cv::Size plate(words.width + 6, words.height + below + 3);
        const cv::Rect place = place_of_plate(scaled(mark.box, scale), plate, picture.size(), taken);
        taken.push_back(place);
        cv::rectangle(picture, place, mark.colour, cv::FILLED);
        cv::putText(picture, mark.words, {place.x + 3, place.br().y - below}, kFont, font, kDark, 1,
                    cv::LINE_AA);
    }
    return picture;
}

}  // namespace sourcereel::imaging
