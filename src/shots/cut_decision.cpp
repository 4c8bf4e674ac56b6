#include "shots/cut_decision.h"

#include <algorithm>

#include "shots/block_motion.h"
#include "shots/flash_filter.h"
#include "shots/similarity.h"

namespace sourcereel::shots {
namespace {

constexpr double kLeastChange = 5.0;   // Per active cell, as change() measures; two takes of a face reach 8.
constexpr double kLeastRatio = 2.6;    // Of the change to that of the frames around.
constexpr double kLeastArea = 0.40;    // Share of the active cells that must change: more than a banner.
constexpr double kLeastJudged = 0.37;  // Share of the picture that the active cells stand for at least.
constexpr int kLeastNoticeable = 3;    // Levels.
constexpr double kNoticeable = 0.35;  // Of the mean change: a banner changes a part much and the rest little.
constexpr double kWholePicture = 0.5;  // Share of all cells; where more change, it is no card with words.
constexpr double kBannerLevel = 0.6;   // Share of a banner that is of one level: the rest is words.
constexpr double kLeastUnexplained = 0.30;  // Share of the blocks that motion does not explain.
constexpr double kSureRatio = 7.0;  // Nothing that moves jumps so: motion need not be excluded as strictly,
constexpr double kSureUnexplained = 0.08;
constexpr double kUnlike = 0.60;  // nor where the pictures hardly correlate; not at all where both.
constexpr double kUnlikeUnexplained = 0.15;
constexpr double kSamePicture = 0.93;  // Correlation of one picture under changed light.

constexpr std::int64_t kNeighbours = 3;  // Frames on either side that say how much is going on.
constexpr std::int64_t kNeighbourReach = 12;
constexpr double kNeighbourSeconds =
    0.6;  // Slower than two frames a second, frames say nothing of each other.
constexpr std::int64_t kStillFrames = 6;
constexpr double kRepeated = 0.3;  // A change this small is the same picture shown twice.

// How much changes from frame to frame around n: the mean of its neighbours without the largest, which may
// be another cut. Pictures shown twice, as in films raised to 60 frames a second, are passed over.
template <typename Change>
double going_on(const FeatureWindow& window, std::int64_t n, Change change_at) {
    double sum = 0;
    double largest = 0;
    int count = 0;
    for (const std::int64_t step : {-1, +1}) {
        std::int64_t taken = 0;
        for (std::int64_t k = n + step; taken < kNeighbours; k += step) {
            if (k <= window.first() || k >= window.end() || std::abs(k - n) > kNeighbourReach) break;
            if (std::abs(window[k].seconds - window[n].seconds) > kNeighbourSeconds) break;
            if (window.change(k) < kRepeated) continue;
            const double value = change_at(k);
            sum += value;
            largest = std::max(largest, value);
            ++count;
            ++taken;
        }
    }
    return count > 1 ? (sum - largest) / (count - 1) : 0.0;
}

template <typename Change>
bool is_peak(const FeatureWindow& window, std::int64_t n, double here, Change change_at) {
    for (std::int64_t k = std::max(window.first() + 1, n - 2); k <= std::min(window.end() - 1, n + 2); ++k)
        if (k != n && change_at(k) > here) return false;
    return true;
}

// 0.5 where `value` just reaches its threshold, towards 1 far beyond.
double surplus(double value, double threshold) {
    return value / (value + threshold);
}

// Something of one level that covers a part of the picture and stands still comes at frame n, or goes.
bool is_banner(const FeatureWindow& window, std::int64_t n, int noticeable) {
    if (!is_overlay(window[n - 1], window[n], noticeable, kBannerLevel)) return false;
    const ActivityMask mask = differing(window[n - 1], window[n], noticeable);
    const auto stays = [&](std::int64_t from, std::int64_t to) {
        return window.holds(to) && stands_still(window[from], window[to], mask);
    };
    return stays(n, n + kStillFrames) || stays(n - 1, n - 1 - kStillFrames);
}

// The score as far as the active cells tell.
double score_within(const FeatureWindow& window, std::int64_t n, const ActivityMask& mask) {
    const auto change_at = [&](std::int64_t k) { return change(window[k - 1], window[k], mask); };
    const FrameFeatures& before = window[n - 1];
    const FrameFeatures& after = window[n];

    const double here = change_at(n);
    const double around = going_on(window, n, change_at);
    const double gain = gain_of(before, after);
    const double ratio = here / (around + gain);
    if (here < kLeastChange * gain || ratio < kLeastRatio) return 0;
    if (ratio < 4 && !is_peak(window, n, here, change_at)) return 0;

    const int noticeable =
        static_cast<int>(std::max({gain * kLeastNoticeable, 1.5 * around, kNoticeable * here}));
    // Where little moves, what moves may be captions and a ticker: a caption is a large part of that.
    const double judged = std::max<double>(mask.luma_count, kLeastJudged * kLumaCells);
    const double area = changed_share(before, after, mask, noticeable) * mask.luma_count / judged;
    if (area < kLeastArea || is_banner(window, n, noticeable)) return 0;
    // Words that change on a card leave most of it as it was; two dark pictures do not.
    if (changed_share(before, after, everything(), noticeable) < kWholePicture &&
        same_ground(before, after, mask))
        return 0;

    const double alike = correlation(before, after, mask);
    if (!is_flat(before) && !is_flat(after)) {
        if (alike > kSamePicture) return 0;
        const double unexplained = unexplained_share(before, after, mask, 4, gain);
        const bool sure = ratio > kSureRatio && alike < 0.85;
        const double least = sure && alike <= kUnlike ? 0.0
                             : sure                   ? kSureUnexplained
                             : alike <= kUnlike       ? kUnlikeUnexplained
                                                      : kLeastUnexplained;
        if (unexplained < least) return 0;
    }
    if (is_flash_edge(window, n, mask, here)) return 0;
    return std::min(
        {surplus(here, kLeastChange * gain), surplus(ratio, kLeastRatio), surplus(area, kLeastArea)});
}

}  // namespace

double cut_score(const FeatureWindow& window, const ActivityHistory& history, std::int64_t n) {
    if (n <= window.first()) return 0;
    // Cheap and generous, over the whole picture: most frames end here.
    const double whole = window.change(n);
    const double gain = gain_of(window[n - 1], window[n]);
    if (whole < gain * kLeastChange * kLeastActive) return 0;
    if (whole < 0.5 * kLeastRatio *
                    going_on(
                        window, n, [&](std::int64_t k) { return window.change(k); }))
        return 0;
    const int noticeable = static_cast<int>(gain * kLeastNoticeable);
    if (changed_share(window[n - 1], window[n], everything(), noticeable) < kLeastArea * kLeastJudged)
        return 0;

    // A video in a still frame shows its cuts where things move; a speaker in front of changing pictures does
    // not.
    const double within = score_within(window, n, history.mask_at(window, n));
    return within > 0 ? within : score_within(window, n, everything());
}

}  // namespace sourcereel::shots
