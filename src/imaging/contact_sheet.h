// imaging/contact_sheet.h: one still per shot on a page, and single stills as files.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <opencv2/core.hpp>

#include "core/frame.h"
#include "core/video.h"

namespace sourcereel::imaging {

enum class PictureFormat { jpeg, png };

/// What a colour on the page means, in plain ASCII.
struct LegendEntry {
    cv::Scalar colour;  ///< Blue, green, red.
    std::string words;
};

struct SheetLayout {
    int widest_cell = 320;            ///< Pixels.
    int label_lines = 1;              ///< Under each still.
    std::vector<LegendEntry> legend;  ///< Above all stills; on as many lines as it takes.
};

/// Cells from left to right, then down, a label under each. The cells shrink as they get more, so that a page
/// stays below 24 million pixels (72 MB) for up to some 6000 shots.
class ContactSheet {
public:
    /// For `count` stills of pictures with these sides.
    ContactSheet(std::size_t count, int picture_width, int picture_height, SheetLayout layout = {});
    /// The next still, and words of plain ASCII under it, in lines. What is too long is cut off.
    void add(const ShotStill& still, const std::string& label);
    /// The same of a picture, CV_8UC3 BGR.
    void add(const cv::Mat& picture, const std::string& label);
    /// The page as the bytes of a file. @throws Error exhausted where the format cannot hold so large a page.
    std::string encode(PictureFormat format) const;

    int columns() const noexcept { return columns_; }
    int cell_width() const noexcept { return cell_.width; }
    int cell_height() const noexcept { return cell_.height; }  ///< With the label.
    /// The longer side that a still can be shown with.
    int longest_side() const noexcept {
        return cell_.width > picture_height_ ? cell_.width : picture_height_;
    }

private:
    int draw_legend(int width, bool measure_only);

    int columns_ = 1;
    cv::Size cell_;
    int picture_height_ = 0;
    int line_height_ = 0;  ///< Of a label.
    int top_ = 0;          ///< Where the cells begin.
    double font_scale_ = 0;
    SheetLayout layout_;
    std::size_t used_ = 0;
    cv::Mat page_;
};

/// The picture as a still of a shot, its longer side at most `max_side` (0: as it is).
ShotStill still_of(const Frame& frame, std::size_t shot, int max_side, int quality);

/// The same still, its longer side at most `max_side`.
ShotStill shrunk(const ShotStill& still, int max_side, int quality);

}  // namespace sourcereel::imaging
