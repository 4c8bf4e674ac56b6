#include "shots/fade_finder.h"

#include <algorithm>
#include <cstdlib>

#include "shots/block_motion.h"
#include "shots/similarity.h"

namespace sourcereel::shots {
namespace {

constexpr std::size_t kMostSteps = 512;
constexpr double kNearlyFlat =
    0.88;  // Flat share; a mark or a line of subtitles may stay on a black picture.
constexpr double kLongestRamp = 3.0;  // Seconds from a picture to the flat colour.
constexpr double kLastingFlat = 1.0;  // Seconds.
// A ramp is over where the contrast grows by less than a quarter of what it did so far,
constexpr double kSlowed = 0.25;
constexpr std::int64_t kPatience = 3;  // over so many frames
constexpr double kPatienceSeconds =
    0.1;  // and this time: films raised to 60 frames a second stand still between steps.
constexpr std::int64_t kFewestMixed = 3;  // Frames; faster, it is a cut with a soft edge.
constexpr double kPictureContrast = 8;    // Below, there is no picture to fade.
constexpr double kCardShare = 0.6;        // More of one level than this is a card with words, not a picture.
constexpr double kLeft = 0.4;             // Of the contrast, where the flat colour is reached or left.
constexpr double kLargestStep = 0.6;      // Of the contrast, between two frames.
constexpr double kNoContrast = 4;         // Below, correlation is a matter of noise.
constexpr double kSteady =
    0.75;                       // Mean correlation from frame to frame: it fades, and nothing wipes over it.
constexpr double kBlink = 0.5;  // Seconds; a shorter one that leaves the picture as it was is no transition.
constexpr double kSamePicture = 0.9;
constexpr double kMoved = 0.3;  // Share of unexplained blocks up to which it is the same place.

}  // namespace

void FadeFinder::remember(const FrameFeatures& features, bool cut) {
    static const ActivityMask& whole = everything();
    double alike = 1;
    if (!steps_.empty() && std::min(steps_.back().contrast, features.contrast) >= kNoContrast) {
        FrameFeatures before;
        before.luma = steps_.back().luma;
        alike = correlation(before, features, whole);
    }
    steps_.push_back({features.luma, features.index, features.pts, features.seconds, features.contrast,
                      features.flat_share, alike, features.flat_share >= kNearlyFlat, cut});
    if (steps_.size() <= kMostSteps) return;
    steps_.pop_front();
    ++first_;
}

std::optional<GradualScore> FadeFinder::push(const FrameFeatures& features, bool cut) {
    remember(features, cut);
    const std::int64_t n = end() - 1;
    if (cut) {
        std::optional<GradualScore> over = state_ == State::rising ? end_rise() : std::nullopt;
        enter_picture();
        if (at(n).flat) enter_flat(n);
        return over;
    }
    switch (state_) {
        case State::picture:
            if (at(n).flat) enter_flat(n);
            return std::nullopt;
        case State::flat:
            return stay_flat(n);
        case State::rising:
            return rise(n);
    }
    return std::nullopt;
}

std::optional<GradualScore> FadeFinder::finish() {
    return state_ == State::rising ? end_rise() : std::nullopt;
}

void FadeFinder::enter_picture() {
    state_ = State::picture;
    sinking_.reset();
    lasting_ = false;
}

void FadeFinder::enter_flat(std::int64_t n) {
    state_ = State::flat;
    sinking_ = sinking_begin(n);
    flat_begin_ = n;
    flat_begin_seconds_ = at(n).seconds;
    lasting_ = false;
}

std::optional<GradualScore> FadeFinder::stay_flat(std::int64_t n) {
    std::optional<GradualScore> sunk;
    if (!lasting_ && at(n).seconds - flat_begin_seconds_ >= kLastingFlat) {
        lasting_ = true;
        if (sinking_) sunk = fade(*sinking_, flat_begin_, *sinking_ - 1);
        sinking_.reset();
    }
    if (!at(n).flat) {
        state_ = State::rising;
        rise_begin_ = n;
        top_ = n;
    }
    return sunk;
}

std::optional<GradualScore> FadeFinder::rise(std::int64_t n) {
    if (grows(rise_begin_ - 1, top_, n)) {
        top_ = n;
        return std::nullopt;
    }
    const bool stopped = n - top_ >= kPatience && at(n).seconds - at(top_).seconds >= kPatienceSeconds;
    if (!stopped && !at(n).flat) return std::nullopt;
    if (at(n).flat && rise_begin_ >= first_ && at(n).seconds - at(rise_begin_).seconds < kBlink) {
        state_ = State::flat;  // A flash over a picture as dark as that.
        return std::nullopt;
    }
    if (at(top_).flat_share > kCardShare || at(top_).contrast < kPictureContrast) {
        state_ =
            State::flat;  // Words came or went on the flat ground: what counts is the picture after them.
        return std::nullopt;
    }
    std::optional<GradualScore> risen = end_rise();
    enter_picture();
    if (at(n).flat) enter_flat(n);
    return risen;
}

std::optional<GradualScore> FadeFinder::end_rise() {
    if (rise_begin_ <= first_ || !is_ramp(rise_begin_ - 1, top_)) return std::nullopt;
    if (lasting_) return fade(rise_begin_, top_, top_);
    if (!sinking_ || *sinking_ <= first_) return std::nullopt;
    const Step& before = at(*sinking_ - 1);
    const Step& after = at(top_);
    if (after.seconds - before.seconds < kBlink) {
        static const ActivityMask& whole = everything();
        FrameFeatures a;
        FrameFeatures b;
        a.luma = before.luma;
        b.luma = after.luma;
        if (correlation(a, b, whole) > kSamePicture || unexplained_share(a, b, whole, 6, 1.0) < kMoved)
            return std::nullopt;
    }
    return fade(*sinking_, top_, before.contrast < after.contrast ? *sinking_ - 1 : top_);
}

// Whether the contrast goes on growing from frame `top` to frame k as it did from the flat frame to `top`.
bool FadeFinder::grows(std::int64_t flat, std::int64_t top, std::int64_t k) const {
    const auto frames = static_cast<double>(std::abs(k - top));
    const auto ramp = static_cast<double>(std::abs(top - flat));
    const double flat_contrast = flat >= first_ ? at(flat).contrast : 0.0;
    const double usual = ramp > 0 ? (at(top).contrast - flat_contrast) / ramp : 0.0;
    return at(k).contrast > at(top).contrast + std::max(0.0, kSlowed * usual * frames);
}

std::optional<std::int64_t> FadeFinder::sinking_begin(std::int64_t flat_begin) const {
    std::int64_t top = flat_begin;
    for (std::int64_t k = flat_begin - 1; k >= first_ && !at(k + 1).cut; --k) {
        if (at(flat_begin).seconds - at(k).seconds > kLongestRamp) break;
        if (grows(flat_begin, top, k))
            top = k;
        else if (top - k >= kPatience && at(top).seconds - at(k).seconds >= kPatienceSeconds)
            break;
    }
    if (!is_ramp(flat_begin, top)) return std::nullopt;
    return top + 1;
}

// Whether the frames between a flat one and a clean picture, in whichever order, are that picture at falling
// strength.
bool FadeFinder::is_ramp(std::int64_t flat_side, std::int64_t picture_side) const {
    const Step& picture = at(picture_side);
    if (picture.contrast < kPictureContrast || picture.flat_share > kCardShare) return false;
    if (at(flat_side).contrast > kLeft * picture.contrast) return false;
    if (std::abs(picture_side - flat_side) - 1 < kFewestMixed) return false;
    const std::int64_t begin = std::min(flat_side, picture_side);
    const std::int64_t last = std::max(flat_side, picture_side);
    if (at(last).seconds - at(begin).seconds > kLongestRamp) return false;
    double alike = 0;
    int compared = 0;
    for (std::int64_t k = begin + 1; k <= last; ++k) {
        const double contrast = std::min(at(k - 1).contrast, at(k).contrast);
        if (std::abs(at(k).contrast - at(k - 1).contrast) > kLargestStep * picture.contrast) return false;
        if (contrast < kNoContrast) continue;
        alike += at(k).alike;
        ++compared;
    }
    return compared > 0 && alike >= kSteady * compared;
}

// Frames [begin, end) mix; `picture` is the weaker of the clean ones beside them.
std::optional<GradualScore> FadeFinder::fade(std::int64_t begin, std::int64_t end,
                                             std::int64_t picture) const {
    if (begin <= first_ || picture < first_) return std::nullopt;
    const double contrast = at(picture).contrast;
    return GradualScore{TransitionKind::fade, at(begin).index, at(end).index,
                        contrast / (contrast + kPictureContrast)};
}

}  // namespace sourcereel::shots
