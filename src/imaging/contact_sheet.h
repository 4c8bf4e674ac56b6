// imaging/contact_sheet.h: one still per shot on a page, and single stills as files.
#pragma once

#include <cstddef>
#include <string>

#include <opencv2/core.hpp>

#include "core/frame.h"
#include "core/video.h"

namespace sourcereel::imaging {

enum class PictureFormat { jpeg, png };

/// Cells from left to right, then down, a label under each. The cells shrink as they get more, so that a page
/// stays below 24 million pixels (72 MB) for up to some 6000 shots.
class ContactSheet {
public:
    /// For `count` stills of pictures with these sides.
    ContactSheet(std::size_t count, int picture_width, int picture_height);
    /// The next still, and words of plain ASCII under it.
    void add(const ShotStill& still, const std::string& label);
    /// The page as the bytes of a file. @throws Error exhausted where the format cannot hold so large a page.
    std::string encode(PictureFormat format) const;

    int columns() const noexcept { return columns_; }
    int cell_width() const noexcept { return cell_.width; }
    int cell_height() const noexcept { return cell_.height; }  ///< With the label.

private:
    int columns_ = 1;
    cv::Size cell_;
    int picture_height_ = 0;
    double font_scale_ = 0;
    std::size_t used_ = 0;
    cv::Mat page_;
};

/// The picture as a still of a shot, its longer side at most `max_side` (0: as it is).
ShotStill still_of(const Frame& frame, std::size_t shot, int max_side, int quality);

/// The same still, its longer side at most `max_side`.
ShotStill shrunk(const ShotStill& still, int max_side, int quality);

}  // namespace sourcereel::imaging
