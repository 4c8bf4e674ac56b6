#include "shots/frame_scorer.h"

#include <deque>

#include "shots/activity_mask.h"
#include "shots/cut_decision.h"
#include "shots/fade_finder.h"
#include "shots/feature_window.h"
#include "shots/gradual_finder.h"
#include "shots/similarity.h"

namespace sourcereel::shots {
namespace {

constexpr double kCertain = 0.5;  // A cut of this score ends a fade, whatever the sensitivity.

}  // namespace

class FrameScorer::Impl {
public:
    explicit Impl(const Rect& crop) : crop_(crop) {}

    std::optional<FrameScore> push(const Frame& frame) {
        const FrameFeatures features = features_of(frame, crop_);
        const double changed =
            window_.end() == 0 ? 0.0 : change(window_[window_.end() - 1], features, whole_);
        window_.push(features, changed);
        history_.push(features);
        gradual_.push(features);
        if (window_.end() - next_ <= kLookAhead) return std::nullopt;
        return measure();
    }

    std::vector<FrameScore> finish() {
        std::vector<FrameScore> scores;
        while (next_ < window_.end()) scores.push_back(measure());
        if (scores.empty()) return scores;
        if (const std::optional<GradualScore> fade = fades_.finish()) scores.back().gradual = *fade;
        return scores;
    }

private:
    FrameScore measure() {
        const FrameFeatures& features = window_[next_];
        FrameScore score{features.index, features.pts, window_.change(next_), 0, {}};
        score.cut = cut_score(window_, history_, next_);
        const bool cut = score.cut >= kCertain;
        const std::optional<GradualScore> fade = fades_.push(features, cut);
        const std::optional<GradualScore> other = gradual_.over_at(features.index, cut);
        if (fade || other) score.gradual = fade ? *fade : *other;
        ++next_;
        window_.drop_before(next_ - kLookBack);
        return score;
    }

    const Rect crop_;
    const ActivityMask& whole_ = everything();
    FeatureWindow window_;
    ActivityHistory history_;
    FadeFinder fades_;
    GradualFinder gradual_;
    std::int64_t next_ = 0;  ///< Ordinal of the frame to be measured next.
};

FrameScorer::FrameScorer(const Rect& crop) : impl_(std::make_unique<Impl>(crop)) {}
FrameScorer::~FrameScorer() = default;
FrameScorer::FrameScorer(FrameScorer&&) noexcept = default;
FrameScorer& FrameScorer::operator=(FrameScorer&&) noexcept = default;

std::optional<FrameScore> FrameScorer::push(const Frame& frame) {
    return impl_->push(frame);
}
std::vector<FrameScore> FrameScorer::finish() {
    return impl_->finish();
}

}  // namespace sourcereel::shots
