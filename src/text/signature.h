// text/signature.h: the shape of a text's strokes, by which it is known again in other pictures.
#pragma once

#include <optional>
#include <vector>

#include <opencv2/core.hpp>

#include "text/region_detector.h"

namespace sourcereel::text {

/// The stroke contrast inside a box of one (fused) picture. Immutable; any thread.
class Signature {
public:
    /// Agreement above which strokes elsewhere are the same ones: two different texts of one size agree up to
    /// .5 at their best, words that share most of their letters ("she", "where") up to
    /// kSameStrokesOfAWord.
    static constexpr double kSameStrokes = 0.7;
    static constexpr double kSameStrokesOfAWord = 0.85;

    /// @pre `box` lies inside `picture` (CV_8UC1).
    Signature(const cv::Mat& picture, const cv::Rect& box, Polarity polarity);
    /// How well the same place of another picture of the same size agrees: normalised correlation of the
    /// stroke contrast, −1..1. About 0 where the text is gone, near 1 for opaque text, .2 to .5 for a faint
    /// mark in one picture.
    double agreement(const cv::Mat& picture) const;
    /// The same, in a picture of only the box.
    double agreement_in_crop(const cv::Mat& crop) const;
    /// Where the strokes have moved, if they have: see has_moved().
    std::optional<cv::Point> shift_in(const cv::Mat& picture, double same_strokes = kSameStrokes) const;
    /// The same, and what lies around the box has moved with them, and the rest of the picture has not stood
    /// still: writing in the scene before a moving camera. A strap that slides in leaves the picture as it
    /// is.
    bool has_moved_with_scene(const cv::Mat& picture) const;
    /// Whether the strokes have moved aside: those in the middle of the box agree well with the picture off
    /// their place, by up to 96 px sideways (a ticker between two samples) or 16 px up or down, and not where
    /// they were.
    bool has_moved(const cv::Mat& picture, double same_strokes = kSameStrokes) const;
    /// Whether the picture is another one around the box, and yet the strokes are in it: they agree with
    /// their own place, however faintly, clearly better than with any place beside it.
    bool stands_out_in(const cv::Mat& picture) const;
    const cv::Rect& box() const noexcept { return box_; }
    Polarity polarity() const noexcept { return polarity_; }

private:
    /// The middle of the box, no wider than is enough to know a text by.
    cv::Rect middle() const;
    struct Surroundings {
        cv::Rect place;
        cv::Mat picture;
    };

    cv::Rect box_;
    Polarity polarity_;
    int kernel_px_;
    std::vector<Surroundings> around_;  ///< Above and below, some way off.
    std::vector<Surroundings> far_;     ///< Pieces of the rest of the picture.
    cv::Mat contrast_;                  ///< CV_8U.
    cv::Mat centred_;                   ///< CV_32F, mean removed.
    double norm_ = 0;
};

}  // namespace sourcereel::text
