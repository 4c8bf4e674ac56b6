#include "shots/shot_detector.h"

#include <algorithm>
#include <deque>
#include <locale>
#include <sstream>
#include <utility>

#include "shots/activity_mask.h"
#include "shots/cut_decision.h"
#include "shots/fade_finder.h"
#include "shots/feature_window.h"
#include "shots/shot_assembly.h"
#include "shots/similarity.h"

namespace sourcereel::shots {

class ShotDetector::Impl {
public:
    explicit Impl(const ShotOptions& options) : assembly_(options.min_shot_s) {}

    std::optional<Shot> push(const Frame& frame) {
        const FrameFeatures features = features_of(frame);
        if (window_.end() == 0) assembly_.start(features.index, features.pts);
        const double changed =
            window_.end() == 0 ? 0.0 : change(window_[window_.end() - 1], features, whole_);
        window_.push(features, changed);
        history_.push(features);
        if (window_.end() - next_ > kLookAhead) decide();
        return take_ready();
    }

    std::vector<Shot> finish(Timestamp end) {
        if (window_.end() == 0) return {};
        while (next_ < window_.end()) decide();
        if (const std::optional<Boundary> fade = fades_.finish()) add(*fade);
        std::vector<Shot> shots(ready_.begin(), ready_.end());
        ready_.clear();
        const std::int64_t end_frame = window_[window_.end() - 1].index + 1;
        for (const Shot& shot : assembly_.finish(end_frame, end)) shots.push_back(shot);
        return shots;
    }

private:
    void decide() {
        const FrameFeatures& features = window_[next_];
        const double score = cut_score(window_, history_, next_);
        if (const std::optional<Boundary> fade = fades_.push(features, score > 0)) add(*fade);
        if (score > 0)
            add({{TransitionKind::cut, features.index, features.index, score}, features.index, features.pts});
        ++next_;
        window_.drop_before(next_ - kLookBack);
    }

    void add(const Boundary& boundary) {
        if (const std::optional<Shot> shot = assembly_.push(boundary)) ready_.push_back(*shot);
    }

    std::optional<Shot> take_ready() {
        if (ready_.empty()) return std::nullopt;
        const Shot shot = ready_.front();
        ready_.pop_front();
        return shot;
    }

    const ActivityMask whole_ = everything();
    FeatureWindow window_;
    ActivityHistory history_;
    FadeFinder fades_;
    ShotAssembly assembly_;
    std::deque<Shot> ready_;
    std::int64_t next_ = 0;  ///< Ordinal of the frame to be decided next.
};

ShotDetector::ShotDetector(const ShotOptions& options) : impl_(std::make_unique<Impl>(options)) {}
ShotDetector::~ShotDetector() = default;
ShotDetector::ShotDetector(ShotDetector&&) noexcept = default;
ShotDetector& ShotDetector::operator=(ShotDetector&&) noexcept = default;

std::optional<Shot> ShotDetector::push(const Frame& frame) {
    return impl_->push(frame);
}
std::vector<Shot> ShotDetector::finish(Timestamp end) {
    return impl_->finish(end);
}

std::string settings_of(const ShotOptions& options) {
    // The number changes with every change of a rule or threshold in this folder.
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << "cuts+fades/1 min_shot_s=" << std::max(0.0, options.min_shot_s);
    return text.str();
}

}  // namespace sourcereel::shots
