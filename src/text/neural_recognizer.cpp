#include "text/neural_recognizer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "core/error.h"

namespace sourcereel::text {
namespace {

constexpr int kHeight_px = 48;
constexpr double kSqueeze =
    1.25;  ///< A line that is longer than the longest network by this is narrowed to fit.

/// The column near the middle that holds the least structure: between two words, if there is such a place.
int best_split(const cv::Mat& line) {
    cv::Mat gradient, columns;
    cv::Sobel(line, gradient, CV_32F, 1, 0);
    cv::reduce(cv::abs(gradient), columns, 0, cv::REDUCE_SUM, CV_32F);
    const int width = std::max(1, line.rows / 4);
    cv::blur(columns, columns, {width | 1, 1});
    const int from = line.cols * 3 / 8;
    cv::Point least;
    cv::minMaxLoc(columns.colRange(from, line.cols * 5 / 8), nullptr, nullptr, &least);
    return from + least.x;
}

cv::Mat as_input(const cv::Mat& line, int width_px, int net_width_px) {
    cv::Mat scaled;
    cv::resize(line, scaled, {width_px, kHeight_px}, 0, 0,
               kHeight_px < line.rows ? cv::INTER_AREA : cv::INTER_CUBIC);
    const std::array<int, 4> shape{1, 3, kHeight_px, net_width_px};
    cv::Mat blob(4, shape.data(), CV_32F, cv::Scalar(0));  // mid-grey beside the line
    for (int c = 0; c < 3; ++c) {
        cv::Mat plane(kHeight_px, net_width_px, CV_32F, blob.ptr<float>(0, c));
        cv::Mat place = plane.colRange(0, width_px);
        scaled.convertTo(place, CV_32F, 1.0 / 127.5, -1.0);
    }
    return blob;
}

/// Scores of the classes in one step, as probabilities.
cv::Mat as_probabilities(const cv::Mat& scores) {
    double highest = 0;
    cv::minMaxLoc(scores, nullptr, &highest);
    cv::Mat shares;
    cv::exp(scores - highest, shares);
    return shares / cv::sum(shares)[0];
}

}  // namespace

NeuralRecognizer::NeuralRecognizer(std::map<int, std::filesystem::path> models, std::vector<std::string> keys)
    : models_(std::move(models)), keys_(std::move(keys)) {}

cv::dnn::Net& NeuralRecognizer::net_for(int width_px) {
    auto& net = nets_[width_px];
    if (net.empty()) {
        try {
            net = cv::dnn::readNetFromONNX(models_.at(width_px).string());
        } catch (const cv::Exception& e) {
            throw Error(ErrorKind::corrupt, models_.at(width_px).string() +
                                                ": the text recogniser cannot be loaded (" + e.err +
                                                "); install the models again");
        }
    }
    return net;
}

std::vector<Glyph> NeuralRecognizer::read(const cv::Mat& line) {
    if (line.empty() || models_.empty()) return {};
    const double width = static_cast<double>(line.cols) * kHeight_px / line.rows;
    if (width <= models_.rbegin()->first * kSqueeze || line.cols < 16) return read_piece(line);
    const int split = best_split(line);
    std::vector<Glyph> glyphs = read(line.colRange(0, split));
    std::vector<Glyph> rest = read(line.colRange(split, line.cols));
    const double share = static_cast<double>(split) / line.cols;
    for (Glyph& glyph : glyphs) glyph.position *= share;
    for (Glyph& glyph : rest) glyph.position = share + (1 - share) * glyph.position;
    if (!rest.empty()) rest.front().space_before = 1;
    glyphs.insert(glyphs.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    return glyphs;
}

std::vector<Glyph> NeuralRecognizer::read_piece(const cv::Mat& piece) {
    const int wanted =
        static_cast<int>(std::lround(static_cast<double>(piece.cols) * kHeight_px / piece.rows));
    auto model = models_.lower_bound(wanted);
    if (model == models_.end()) model = std::prev(model);
    const int net_width = model->first;
    const int width = std::clamp(wanted, 8, net_width);
    cv::dnn::Net& net = net_for(net_width);
    net.setInput(as_input(piece, width, net_width));
    const cv::Mat output = net.forward();  // 1 × steps × classes
    const int steps = output.size[1];
    const int classes = output.size[2];
    const int shown =
        std::min(steps, static_cast<int>(std::ceil(static_cast<double>(width) * steps / net_width)));
    const int space_class = static_cast<int>(keys_.size());  // the last key

    std::vector<Glyph> glyphs;
    int before = 0;
    double space = 0;
    for (int t = 0; t < shown; ++t) {
        const cv::Mat probabilities = as_probabilities(output.reshape(1, {steps, classes}).row(t));
        const auto* probability = probabilities.ptr<float>();
        const int best = static_cast<int>(std::max_element(probability, probability + classes) - probability);
        if (space_class < classes) space = std::max(space, static_cast<double>(probability[space_class]));
        if (best != 0 && best < space_class) {
            const double position = std::min(1.0, (t + 0.5) * net_width / steps / width);
            const auto score = static_cast<double>(probability[best]);
            if (best != before) {
                glyphs.push_back({keys_[static_cast<std::size_t>(best) - 1], score, space, position});
            } else if (score > glyphs.back().confidence) {
                glyphs.back().confidence = score;
                glyphs.back().position = position;
            }
            space = 0;
        }
        before = best;
    }
    if (!glyphs.empty()) glyphs.front().space_before = 0;
    return glyphs;
}

}  // namespace sourcereel::text
