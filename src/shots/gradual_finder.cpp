#include "shots/gradual_finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "shots/change_blocks.h"
#include "shots/dissolve_evidence.h"
#include "shots/wipe_evidence.h"

namespace sourcereel::shots {
namespace {

constexpr std::array<std::int64_t, 9> kHalves{2, 3, 4, 6, 9, 13, 19, 28, 40};  // Steps; each fits 1.5 times.
constexpr double kLongest = 4.0;                                               // Seconds.
constexpr double kSlowestStep = 0.2;  // Seconds; slower pictures are slides.
constexpr double kScaleCost = 0.02;   // Of two spans that prove as much, the shorter.
// Quick looks at the luma alone, more generous than what is asked later.
constexpr double kLeastChange = 1.5;
constexpr double kLeastSteadiness = 0.2;
constexpr double kLeastWipeChange = 8.0;
constexpr double kMostResidue = 0.3;
constexpr double kLargestStep = 0.5;    // Share of the whole change that one step may make: more is a cut.
constexpr double kFlat = 0.88;          // Share of one level; what FadeFinder takes for a flat picture.
constexpr std::int64_t kNear = 4;       // Steps.
constexpr int kNoticeable = 10;         // Levels.
constexpr double kOverlayLevel = 0.45;  // Share of what changes that is of one level where it is a box.
constexpr double kSame = 0.7;  // Of the whole change: nearer to a picture than this, it is that picture.
constexpr std::int64_t kAround = 15;  // Steps before and after a span that must not undo it.
constexpr double kSlowed = 0.4;       // Of the mean pace: a slower step is no part of the transition.
// Where a frame has gone this share of the way, it is mixed.
constexpr double kBegun = 0.04;

// What changes from a to c and from c to b.
struct QuickLook {
    double change = 0;   ///< Mean, from a to b.
    double steady = 0;   ///< Agreement of the second change with the first, −1..1.
    double residue = 0;  ///< Mean of the smaller one, as a share of `change`.
};

QuickLook look(const LumaCells& a, const LumaCells& c, const LumaCells& b) {
    std::int32_t whole = 0;
    std::int32_t smaller = 0;
    std::int32_t first = 0;
    std::int32_t second = 0;
    std::int32_t both = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto d1 = static_cast<std::int16_t>(c[i] - a[i]);
        const auto d2 = static_cast<std::int16_t>(b[i] - c[i]);
        whole += std::abs(static_cast<std::int16_t>(d1 + d2));
        smaller += std::min(std::abs(d1), std::abs(d2));
        first += d1 * d1;
        second += d2 * d2;
        both += d1 * d2;
    }
    const double n = kLumaCells;
    return {whole / n, both / std::sqrt(static_cast<double>(first) * second + 1.0),
            smaller / std::max<double>(1, whole)};
}

double surplus(double value, double threshold) {
    return value / (value + threshold);
}

}  // namespace

void GradualFinder::push(const FrameFeatures& features) {
    if (!steps_.push(features)) return;
    const std::int64_t last = steps_.end() - 1;
    for (std::size_t scale = 0; scale < kHalves.size(); ++scale) {
        const std::int64_t half = kHalves[scale];
        if (last % std::max<std::int64_t>(1, half / 4) != 0) continue;  // Long spans move slowly.
        const StepSpan span{last - 2 * half, last};
        if (span.begin < steps_.first()) break;
        const double seconds = steps_[span.end].seconds - steps_[span.begin].seconds;
        if (seconds > kLongest || seconds > kSlowestStep * static_cast<double>(2 * half)) continue;
        try_span(span, scale);
    }
}

void GradualFinder::try_span(const StepSpan& span, std::size_t scale) {
    const QuickLook seen = look(steps_[span.begin].luma, steps_[span.middle()].luma, steps_[span.end].luma);
    if (seen.change < kLeastChange || is_abrupt(span, seen.change)) return;
    if (meets_flat(span)) return;
    Candidate candidate{
        {TransitionKind::dissolve, 0, 0, 0}, span, steps_[span.begin].index, steps_[span.end].index, 0};
    if (seen.steady >= kLeastSteadiness)
        candidate.score.score = surplus(dissolve_evidence(steps_, span),
                                        span.half() <= kShortHalf ? kLeastShortDissolve : kLeastDissolve);
    if (span.half() > 2 && seen.change >= kLeastWipeChange && seen.residue <= kMostResidue)
        if (const double wipe = wipe_evidence(steps_, span); wipe >= kLeastRecorded)
            candidate.score = {TransitionKind::wipe, 0, 0, wipe};
    if (candidate.score.score < kLeastRecorded || comes_back(span, -1)) return;

    // What looks like a dissolve may be a part of a wipe, not the other way round.
    const bool is_wipe = candidate.score.kind == TransitionKind::wipe;
    const double cost = is_wipe ? 0.0 : kScaleCost * static_cast<double>(scale);
    candidate.rank = (is_wipe ? 1.0 : 0.0) + candidate.score.score * (1 - cost);
    keep(candidate);
}

// Whether a picture in the span or near it, as far as they are known, is of one level: that is a fade.
bool GradualFinder::meets_flat(const StepSpan& span) const {
    const std::int64_t last = std::min(steps_.end() - 1, span.end + kNear);
    for (std::int64_t k = std::max(steps_.first(), span.begin - kNear); k <= last; ++k)
        if (steps_[k].flat_share >= kFlat) return true;
    return false;
}

// Whether the picture before the span is the one at its end, or the one after it that at its beginning: light
// that flares up and dies away, or something that passes by.
bool GradualFinder::comes_back(const StepSpan& span, std::int64_t direction) const {
    const FrameFeatures& here = steps_[direction > 0 ? span.end : span.begin];
    const FrameFeatures& there = steps_[direction > 0 ? span.begin : span.end];
    const double most = kSame * shots::change(here, there, everything());
    const std::int64_t from = direction > 0 ? span.end : span.begin;
    for (std::int64_t k = from + direction; std::abs(k - from) <= kAround; k += direction) {
        if (k < steps_.first() || k >= steps_.end()) break;
        if (shots::change(steps_[k], there, everything()) < most) return true;
    }
    return false;
}

// The frames that mix: from what has gone a little of the way to what has gone nearly all of it. A span that
// saw but a part of a long transition grows as long as the picture goes on in the same direction.
// False where only then it shows that a box came or went.
bool GradualFinder::set_frames(Candidate& candidate) const {
    const StepSpan& span = candidate.span;
    const FrameFeatures& a = steps_[span.begin];
    const FrameFeatures& b = steps_[span.end];
    const auto gone = [&](std::int64_t k) { return way_of(a, b, steps_[k]); };
    const double pace = kSlowed / static_cast<double>(2 * span.half());
    const std::int64_t reach = 2 * span.half();

    std::int64_t begin = span.begin;
    while (begin > std::max(steps_.first(), span.begin - reach) && gone(begin) - gone(begin - 1) > pace)
        --begin;
    if (begin == span.begin)
        while (begin + 1 < span.middle() && gone(begin + 1) < kBegun) ++begin;
    std::int64_t end = span.end;
    while (end < std::min(steps_.end() - 1, span.end + reach) && gone(end + 1) - gone(end) > pace) ++end;
    if (end == span.end)
        while (end - 1 > span.middle() && gone(end - 1) > 1 - kBegun) --end;
    candidate.score.begin_frame = steps_[begin + 1].index;
    candidate.score.end_frame = steps_[end].index;
    return !is_overlay(steps_[begin], steps_[end], kNoticeable, kOverlayLevel);
}

void GradualFinder::keep(const Candidate& candidate) {
    const auto overlaps = [&](const Candidate& other) {
        return other.from < candidate.to && candidate.from < other.to;
    };
    for (const Candidate& other : candidates_)
        if (overlaps(other) && other.rank >= candidate.rank) return;
    std::erase_if(candidates_, overlaps);
    candidates_.push_back(candidate);
}

bool GradualFinder::is_abrupt(const StepSpan& span, double whole) const {
    double largest = 0;
    for (std::int64_t k = span.begin + 1; k <= span.end; ++k) largest = std::max(largest, steps_.change(k));
    return largest > kLargestStep * whole;
}

std::optional<GradualScore> GradualFinder::over_at(std::int64_t index, bool cut) {
    if (cut)
        std::erase_if(candidates_, [&](const Candidate& candidate) {
            return candidate.from < index && index <= candidate.to;
        });
    for (auto candidate = candidates_.begin(); candidate != candidates_.end(); ++candidate) {
        if (candidate->to > index) continue;
        Candidate over = *candidate;
        candidates_.erase(candidate);
        if (comes_back(over.span, +1) || meets_flat(over.span)) return std::nullopt;
        if (!set_frames(over)) return std::nullopt;
        return over.score;
    }
    return std::nullopt;
}

}  // namespace sourcereel::shots
