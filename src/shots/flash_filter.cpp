#include "shots/flash_filter.h"

#include <algorithm>

#include "shots/block_motion.h"
#include "shots/similarity.h"

namespace sourcereel::shots {
namespace {

constexpr double kLongestFlash = 0.25;   // Seconds, with its afterglow.
constexpr double kLongestFlicker = 0.5;  // Seconds, where it is brighter than before and after: lightning.
constexpr double kFlatShare = 0.97;      // A faint mark may stay on a black picture.
constexpr double kSamePicture = 0.93;    // Correlation, whatever the light.
constexpr double kAlike = 0.80;          // Correlation that suffices where the levels agree too.
constexpr double kBrighter = 6.0;        // Levels by which a burst of light lifts the mean.
constexpr std::int64_t kAfterglow = 3;   // Frames.
constexpr double kMoved = 0.30;          // Share of unexplained blocks up to which it is the same place.
constexpr int kFlashMotion = 6;          // Cells a camera may move during a flash.

bool same_picture(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask,
                  double most_change) {
    const double alike = correlation(a, b, mask);
    return alike > kSamePicture || (alike > kAlike && change(a, b, mask) < most_change);
}

// The camera moved on while the light was on.
bool same_place(const FrameFeatures& a, const FrameFeatures& b, const ActivityMask& mask) {
    return !is_flat(a) && !is_flat(b) && unexplained_share(a, b, mask, kFlashMotion, 1.0) < kMoved;
}

}  // namespace

bool is_flat(const FrameFeatures& features) {
    return features.flat_share >= kFlatShare;
}

bool is_flash_edge(const FeatureWindow& window, std::int64_t n, const ActivityMask& mask,
                   double change_here) {
    const double most_change = std::max(3.0, 0.4 * change_here);
    const double now = window[n].seconds;

    // Leading edge: one of the next frames is the picture before.
    for (std::int64_t back = n - 1; back >= std::max(window.first(), n - 3); --back) {
        if (now - window[back].seconds > kLongestFlash) break;
        for (std::int64_t k = n + 1; k < window.end(); ++k) {
            const double lasted = window[k].seconds - now;
            if (lasted > kLongestFlicker) break;
            const bool brighter = window[n].mean > std::max(window[back].mean, window[k].mean) + kBrighter;
            if (lasted > kLongestFlash && !brighter) continue;
            if (same_picture(window[back], window[k], mask, most_change)) return true;
            if (back == n - 1 && brighter && same_place(window[back], window[k], mask)) return true;
        }
    }
    // Trailing edge: one of the frames before the burst is this picture.
    double brightest = window[n - 1].mean;
    for (std::int64_t k = n - 2; k >= window.first(); --k) {
        const double lasted = now - window[k].seconds - 1e-6;
        if (lasted > kLongestFlicker) break;
        const bool brighter = brightest > std::max(window[k].mean, window[n].mean) + kBrighter;
        brightest = std::max(brightest, window[k].mean);
        if (lasted > kLongestFlash && !brighter) continue;
        if (same_picture(window[k], window[n], mask, most_change)) return true;
        if (!brighter) continue;
        // The light may take some frames to die away.
        for (std::int64_t m = n; m <= std::min(n + kAfterglow, window.end() - 1); ++m)
            if (window[m].mean <= window[n].mean + kBrighter &&
                (same_picture(window[k], window[m], mask, most_change) ||
                 same_place(window[k], window[m], mask)))
                return true;
    }
    return false;
}

}  // namespace sourcereel::shots
