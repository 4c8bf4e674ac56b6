// text/reading_pictures.h: what the reading engine is shown of a line.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "text/line_track.h"

namespace sourcereel::text {

/// Pictures of the line, dark letters on white, some 40 px high with a white rim, the most promising first:
/// for a faint or long-lived line the top-hat of the mean over its samples (the picture behind averages out),
/// then the extreme; for an opaque, short-lived one the minimum over its samples (maximum for dark letters),
/// softly thresholded, then the mean. Measured on 144 marks: one picture 15 % exact, the mean 50 %, its
/// top-hat 82 %.
/// `polarity` is that of the letters, which may not be that in which the line was found.
std::vector<cv::Mat> reading_pictures(const LineTrack& line, Polarity polarity);

/// Pictures of the line for the recognition network, in working pixels with an eighth of the height around
/// `box`, which is the line's own or wider.
/// The mean of all samples, contrast stretched.
cv::Mat stretched_mean(const LineTrack& line, const cv::Rect& box);
/// Stroke contrast of the mean, dark letters on white.
cv::Mat mean_strokes(const LineTrack& line, const cv::Rect& box);
/// The same in proportion to the strongest strokes nearby, letters of `polarity`: half-transparent ones over
/// dark and bright ground, on some of which they show next to no contrast. Empty where all strokes are about
/// as strong.
cv::Mat levelled_strokes(const LineTrack& line, const cv::Rect& box, Polarity polarity);

/// A box in a picture of reading_pictures(), back in working pixels.
cv::Rect from_reading_picture(const LineTrack& line, const cv::Rect& box);

/// A picture as those, of more than the box.
struct ReadingPicture {
    cv::Mat picture;
    cv::Rect place;  ///< Of what it shows, in working pixels.
};
/// levelled_strokes() two heights to both sides of the line; empty where all strokes are about as strong.
ReadingPicture levelled_name(const LineTrack& line, Polarity polarity);
/// Those of reading_pictures(), as far to both sides as there are letters without a wide gap.
std::vector<ReadingPicture> pictures_of_whole_line(const LineTrack& line, Polarity polarity);
cv::Rect from_reading_picture(const LineTrack& line, const ReadingPicture& picture, const cv::Rect& box);

}  // namespace sourcereel::text
