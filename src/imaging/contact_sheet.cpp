#include "imaging/contact_sheet.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>
#include <vector>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/error.h"
#include "imaging/frame_mat.h"

namespace sourcereel::imaging {
namespace {

constexpr double kMostPixels = 24e6;
constexpr int kNarrowestCell = 64;
constexpr int kGap = 6;
constexpr int kLongestJpegSide = 65'500;
constexpr int kJpegQuality = 88;
constexpr double kPageShape = 1.4;  ///< Width to height that a page should have.
constexpr int kFont = cv::FONT_HERSHEY_SIMPLEX;
constexpr double kLegendScale = 0.5;
const cv::Scalar kPaper{250, 250, 250};
const cv::Scalar kInk{40, 40, 40};

std::string bytes_of(const cv::Mat& picture, const char* extension, const std::vector<int>& parameters) {
    std::vector<unsigned char> bytes;
    if (!cv::imencode(extension, picture, bytes, parameters))
        throw Error(ErrorKind::internal, "a picture could not be encoded");
    return {bytes.begin(), bytes.end()};
}

cv::Mat decoded(const ShotStill& still) {
    const cv::Mat bytes(1, static_cast<int>(still.jpeg.size()), CV_8UC1,
                        const_cast<char*>(still.jpeg.data()));
    cv::Mat picture = still.jpeg.empty() ? cv::Mat() : cv::imdecode(bytes, cv::IMREAD_COLOR);
    if (picture.empty()) throw Error(ErrorKind::internal, "a still is no JPEG");
    return picture;
}

cv::Mat fitted(const cv::Mat& picture, cv::Size box) {
    const double scale = std::min(
        {1.0, static_cast<double>(box.width) / picture.cols, static_cast<double>(box.height) / picture.rows});
    const cv::Size size(std::max(1, static_cast<int>(std::lround(picture.cols * scale))),
                        std::max(1, static_cast<int>(std::lround(picture.rows * scale))));
    cv::Mat small;
    cv::resize(picture, small, size, 0, 0, cv::INTER_AREA);
    return small;
}

}  // namespace

ContactSheet::ContactSheet(std::size_t count, int picture_width, int picture_height, SheetLayout layout)
    : layout_(std::move(layout)) {
    const double shape = static_cast<double>(std::max(1, picture_width)) / std::max(1, picture_height);
    const auto cells = static_cast<double>(std::max<std::size_t>(1, count));
    // An upright picture is as large as a lying one: the area decides.
    double width = layout_.widest_cell * std::min(1.0, std::sqrt(shape));
    const double most = std::sqrt(kMostPixels / cells * shape / 1.3);
    width = std::max<double>(kNarrowestCell, std::min(width, most));
    picture_height_ = std::max(8, static_cast<int>(std::lround(width / shape)));
    font_scale_ = std::clamp(width / 560, 0.22, 0.5);
    line_height_ = static_cast<int>(std::lround(font_scale_ * 36));
    cell_ = {static_cast<int>(std::lround(width)),
             picture_height_ + std::max(1, layout_.label_lines) * line_height_ + 4};
    columns_ =
        std::clamp(static_cast<int>(std::lround(std::sqrt(cells * kPageShape * cell_.height / cell_.width))),
                   1, static_cast<int>(cells));
    const int rows = static_cast<int>(std::ceil(cells / columns_));
    const int page_width = columns_ * (cell_.width + kGap) + kGap;
    top_ = draw_legend(page_width, true);
    page_ = cv::Mat(top_ + rows * (cell_.height + kGap) + kGap, page_width, CV_8UC3, kPaper);
    draw_legend(page_width, false);
}

/// Returns the height it takes.
int ContactSheet::draw_legend(int width, bool measure_only) {
    if (layout_.legend.empty()) return 0;
    const int box = static_cast<int>(std::lround(kLegendScale * 24));
    const int line = 2 * box;
    cv::Point at(kGap, kGap);
    for (const LegendEntry& entry : layout_.legend) {
        const int words = cv::getTextSize(entry.words, kFont, kLegendScale, 1, nullptr).width;
        const int needed = 2 * box + words + 2 * box;
        if (at.x > kGap && at.x + needed > width) at = {kGap, at.y + line};
        if (!measure_only) {
            cv::rectangle(page_, {at.x, at.y, box, box}, entry.colour, cv::FILLED);
            cv::rectangle(page_, {at.x, at.y, box, box}, kInk, 1);
            cv::putText(page_, entry.words, {at.x + 2 * box - box / 2, at.y + box - 2}, kFont, kLegendScale,
                        kInk, 1, cv::LINE_AA);
        }
        at.x += needed;
    }
    return at.y + line;
}

void ContactSheet::add(const ShotStill& still, const std::string& label) {
    add(decoded(still), label);
}

void ContactSheet::add(const cv::Mat& picture, const std::string& label) {
    const auto column = static_cast<int>(used_ % static_cast<std::size_t>(columns_));
    const auto row = static_cast<int>(used_ / static_cast<std::size_t>(columns_));
    const cv::Rect cell(kGap + column * (cell_.width + kGap), top_ + kGap + row * (cell_.height + kGap),
                        cell_.width, cell_.height);
    if (cell.br().y > page_.rows)
        throw Error(ErrorKind::internal, "more stills than the contact sheet has cells");
    ++used_;
    const cv::Mat small = fitted(picture, {cell_.width, picture_height_});
    const cv::Rect place(cell.x + (cell.width - small.cols) / 2, cell.y + (picture_height_ - small.rows) / 2,
                         small.cols, small.rows);
    small.copyTo(page_(place));
    cv::Mat room = page_(cell);  // Drawing in it cuts off what is too long.
    std::istringstream lines(label);
    std::string line;
    for (int i = 0; i < std::max(1, layout_.label_lines) && std::getline(lines, line); ++i) {
        const int base = picture_height_ + (i + 1) * line_height_ + 4 -
                         static_cast<int>(std::lround(font_scale_ * 12)) - 1;
        cv::putText(room, line, {0, base}, kFont, font_scale_, kInk, 1, cv::LINE_AA);
    }
}

std::string ContactSheet::encode(PictureFormat format) const {
    if (format == PictureFormat::png) return bytes_of(page_, ".png", {});
    if (std::max(page_.cols, page_.rows) > kLongestJpegSide)
        throw Error(ErrorKind::exhausted, "the contact sheet is too large for a JPEG; name a .png file");
    return bytes_of(page_, ".jpg", {cv::IMWRITE_JPEG_QUALITY, kJpegQuality});
}

ShotStill still_of(const Frame& frame, std::size_t shot, int max_side, int quality) {
    const cv::Mat picture = to_bgr(frame, max_side);
    return {shot, frame.pts, picture.cols, picture.rows,
            bytes_of(picture, ".jpg", {cv::IMWRITE_JPEG_QUALITY, quality})};
}

ShotStill shrunk(const ShotStill& still, int max_side, int quality) {
    if (std::max(still.width, still.height) <= max_side) return still;
    const cv::Mat small = fitted(decoded(still), {max_side, max_side});
    ShotStill result = still;
    result.width = small.cols;
    result.height = small.rows;
    result.jpeg = bytes_of(small, ".jpg", {cv::IMWRITE_JPEG_QUALITY, quality});
    return result;
}

}  // namespace sourcereel::imaging
