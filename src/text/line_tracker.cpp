#include "text/line_tracker.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace sourcereel::text {
namespace {

constexpr std::int64_t kCaptionStep = 2;   ///< Samples between two looks for captions.
constexpr std::int64_t kMarkStep = 15;     ///< Samples between two looks for marks: half a window.
constexpr int kCaptionContrast = 24;       ///< See RegionDetector; of the extreme of three samples.
constexpr int kMarkContrast = 6;           ///< Of the mean of a window, where noise has gone.
constexpr double kCaptionAgreement = 0.5;  ///< Opaque text looks the same in each sample.
constexpr double kMarkAgreement = 0.45;    ///< Between the means of the two halves of its run.
constexpr std::int64_t kMinCaptionSamples = 2;
constexpr std::int64_t kMinMarkSamples = 6;  ///< Fewer do not tell a faint mark from a slow background.
constexpr double kGrown = 1.3;               ///< Times as large: the text is not the same any more.

cv::Mat mean_of(const SampleWindow& window, std::int64_t first, std::int64_t last, const cv::Rect& place) {
    cv::Mat sum = cv::Mat::zeros(place.size(), CV_32F);
    for (std::int64_t n = first; n <= last; ++n) cv::accumulate(window.at(n).picture(place), sum);
    cv::Mat mean;
    sum.convertTo(mean, CV_8U, 1.0 / static_cast<double>(last - first + 1));
    return mean;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool same_place(const cv::Rect& a, const cv::Rect& b) {
    const int common = (a & b).area();
    return common > 0.45 * (a.area() + b.area() - common) || common > 0.6 * std::min(a.area(), b.area());
}

/// A line grows sideways: word by word, or because its first finding was only a piece of it.
bool grew_from(const cv::Rect& before, const cv::Rect& now) {
    return (now & before).area() > 0.6 * before.area() && now.height < 1.4 * before.height;
}

/// What stands still looks the same in the first and the second half of its run; a drifting background does
/// not.
bool stands_still(const SampleWindow& window, const SampleRun& run, const cv::Rect& box, Polarity polarity) {
    const std::int64_t middle = (run.first + run.last) / 2;
    const cv::Mat early = mean_of(window, run.first, middle, box);
    const cv::Mat late = mean_of(window, middle + 1, run.last, box);
    return Signature(early, {{}, box.size()}, polarity).agreement_in_crop(late) >= kMarkAgreement;
}

/// Whether what looks like one tall line is several lower ones, or one with its surroundings.
bool holds_smaller_lines(const Region& region, const std::vector<Region>& regions) {
    return std::any_of(regions.begin(), regions.end(), [&](const Region& other) {
        return other.box.height < 0.65 * region.box.height && other.score > 0.8 &&
               other.box.width > 0.3 * region.box.width &&
               (other.box & region.box).area() > 0.7 * other.box.area();
    });
}

/// The likeliest first. Bright letters with a dark outline look like dark letters too, thinner ones: where
/// both are seen, the bright are the text.
std::vector<Region> best_first(std::vector<Region> bright, const std::vector<Region>& dark) {
    constexpr double kSurelyBright = 0.4;
    std::vector<Region> regions = std::move(bright);
    const std::size_t bright_count = regions.size();
    for (const auto& region : dark) {
        const bool outline =
            std::any_of(regions.begin(), regions.begin() + static_cast<std::ptrdiff_t>(bright_count),
                        [&](const Region& other) {
                            return other.score >= kSurelyBright && same_place(region.box, other.box) &&
                                   other.box.height < 1.4 * region.box.height;
                        });
        if (!outline) regions.push_back(region);
    }
    std::stable_sort(regions.begin(), regions.end(), [](const Region& a, const Region& b) {
        return a.score * std::sqrt(a.box.width) > b.score * std::sqrt(b.box.width);
    });
    std::vector<Region> kept;
    for (const auto& region : regions)
        if (!holds_smaller_lines(region, regions)) kept.push_back(region);
    return kept;
}

}  // namespace

std::vector<LineTrack> LineTracker::push(Sample sample) {
    if (!window_.empty() && window_.at(window_.first()).picture.size() != sample.picture.size())
        return {};  // media gives one size per video; a different one cannot be compared
    window_.push(std::move(sample));
    std::vector<RunningLine> still;
    still.reserve(running_.size());
    for (auto& line : running_) {
        if (line.follow(window_)) {
            still.push_back(std::move(line));
        } else {
            past_.push_back({line.box(), line.first(), line.last()});
            ended_.push_back(line.ended(std::nullopt));
        }
    }
    running_ = std::move(still);
    while (!past_.empty() && past_.front().last < window_.first()) past_.pop_front();

    if (window_.pushed() >= 3 && window_.pushed() % kCaptionStep == 1) propose_captions();
    if (window_.pushed() % kMarkStep == 0 &&
        window_.pushed() >= static_cast<std::int64_t>(SampleWindow::kCapacity))
        propose_marks();
    return std::exchange(ended_, {});
}

std::vector<LineTrack> LineTracker::finish(Timestamp end, std::int64_t frames) {
    if (!window_.empty()) {
        if (window_.pushed() >= 3) propose_captions();
        if (window_.pushed() - marks_looked_for_ >= kMinMarkSamples) propose_marks();
    }
    for (const auto& line : running_)
        ended_.push_back(line.last() + 1 == window_.pushed() ? line.ended(RunningLine::VideoEnd{end, frames})
                                                             : line.ended(std::nullopt));
    running_.clear();
    return std::exchange(ended_, {});
}

void LineTracker::propose_captions() {
    const std::int64_t last = window_.pushed() - 1;
    const cv::Mat& a = window_.at(last - 2).picture;
    const cv::Mat& b = window_.at(last - 1).picture;
    const cv::Mat& c = window_.at(last).picture;
    const cv::Mat darkest = cv::min(cv::min(a, b), c);
    const cv::Mat brightest = cv::max(cv::max(a, b), c);
    for (const auto& region : best_first(detector_.detect(darkest, Polarity::bright, kCaptionContrast),
                                         detector_.detect(brightest, Polarity::dark, kCaptionContrast)))
        consider(region, region.polarity == Polarity::bright ? darkest : brightest, false);
}

void LineTracker::propose_marks() {
    marks_looked_for_ = window_.pushed();
    const cv::Mat mean = mean_of(window_, window_.first(), window_.pushed() - 1,
                                 {{}, window_.at(window_.first()).picture.size()});
    for (const auto& region : best_first(detector_.detect(mean, Polarity::bright, kMarkContrast),
                                         detector_.detect(mean, Polarity::dark, kMarkContrast)))
        consider(region, mean, true);
}

/// Whether a line at this place is or was followed for most of this time.
bool LineTracker::known(const cv::Rect& box, std::int64_t first, std::int64_t last) {
    const auto overlaps = [&](const cv::Rect& other, std::int64_t other_first, std::int64_t other_last) {
        const std::int64_t common = std::min(last, other_last) - std::max(first, other_first) + 1;
        return same_place(box, other) && 2 * common > last - first + 1;
    };
    return std::any_of(
               running_.begin(), running_.end(),
               [&](const RunningLine& line) { return overlaps(line.box(), line.first(), line.last()); }) ||
           std::any_of(past_.begin(), past_.end(),
                       [&](const Past& past) { return overlaps(past.box, past.first, past.last); });
}

void LineTracker::consider(const Region& region, const cv::Mat& picture, bool mark) {
    const std::int64_t newest = window_.pushed() - 1;
    // Cheap first: what is followed here already and not clearly larger is the same line.
    for (const auto& line : running_)
        if (same_place(region.box, line.box()) && region.box.area() < kGrown * line.box().area()) return;

    const Signature signature(picture, region.box, region.polarity);
    std::vector<double> agreements;
    for (std::int64_t n = window_.first(); n <= newest; ++n)
        agreements.push_back(signature.agreement(window_.at(n).picture));
    double typical = 0;
    if (mark) {
        std::vector<double> sorted = agreements;
        std::sort(sorted.begin(), sorted.end());
        typical = sorted[sorted.size() * 3 / 4];
    } else {
        typical = median(
            {agreements.end() - std::min<std::ptrdiff_t>(3, std::ssize(agreements)), agreements.end()});
        if (typical < kCaptionAgreement) return;
    }
    const auto run = find_run(agreements, PresenceRule(typical), window_.first());
    if (!run || run->last - run->first + 1 < (mark ? kMinMarkSamples : kMinCaptionSamples)) return;
    if (!mark && run->last < newest - 1) return;
    if (mark && !stands_still(window_, *run, region.box, region.polarity)) return;

    // A line that grew replaces the shorter one; from its own begin on, if it came later.
    for (auto line = running_.begin(); line != running_.end();) {
        const bool replaced = same_place(region.box, line->box()) && grew_from(line->box(), region.box) &&
                              region.score > line->likeness() - 0.05;
        if (!replaced) {
            ++line;
            continue;
        }
        if (run->first > line->first() + 2) {
            line->end_before(run->first, window_);
            past_.push_back({line->box(), line->first(), line->last()});
            ended_.push_back(line->ended(std::nullopt));
        }
        line = running_.erase(line);
    }
    if (known(region.box, run->first, run->last)) return;

    RunningLine line(signature, region.score, typical, *run, window_);
    if (run->last >= newest - 1) {
        running_.push_back(std::move(line));
    } else {
        past_.push_back({line.box(), line.first(), line.last()});
        ended_.push_back(line.ended(std::nullopt));
    }
}

}  // namespace sourcereel::text
