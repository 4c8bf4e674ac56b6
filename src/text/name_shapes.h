// text/name_shapes.h: what the pixels say about letters where neither network nor dictionary can.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "text/neural_recognizer.h"

namespace sourcereel::text {

/// Corrects glyphs of an account name by measuring them in the picture that they were read in, or one of the
/// same place: the network merges underscores that stand side by side, and takes O, o and 0 for each other.
/// A bar below the line as wide as 1.08 capitals are high is two underscores (one: .63 to .87 in common
/// faces); a ring lower than .85 capitals is an o; a taller one that is less than
/// 1.20 times as wide as letters like n is a zero (.9 to 1.15), more than 1.32 times an O (1.35 to 1.66).
/// What is not seen clearly stays as it is. `strokes`: CV_8UC1, dark letters on white, one line.
void correct_by_shape(std::vector<Glyph>& name, const cv::Mat& strokes);

/// Drops the first and the last glyph of a line where it is no letter but a rule beside the text, as straps
/// have: thin, taller than the letters, and running out of the picture above or below.
void drop_rules(std::vector<Glyph>& line, const cv::Mat& strokes);

}  // namespace sourcereel::text
