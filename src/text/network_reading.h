// text/network_reading.h: a line's fused pictures read by the recognition network.
#pragma once

#include <string>
#include <vector>

#include "text/line_track.h"
#include "text/neural_recognizer.h"

namespace sourcereel::text {

/// What the network made of one picture of a line.
struct NetworkReading {
    std::string text;       ///< UTF-8, spaces between words.
    double confidence = 0;  ///< Mean over the glyphs, 0..1.
    cv::Rect box;           ///< Of the line, or of a name that is longer than what was found of it.
};

/// Reads the mean of the line's samples; where the line is faint or that leaves doubts, its stroke contrast;
/// and where a faint line's strokes are uneven, that in proportion to the strokes nearby. An account name is
/// looked for in wider pictures too, since its ends may have been overlooked. The surest first; pictures in
/// which nothing was read are left out. `once`: no second picture where the first is read well.
std::vector<NetworkReading> read_by_network(const LineTrack& line, NeuralRecognizer& recognizer,
                                            bool once = false);

}  // namespace sourcereel::text
