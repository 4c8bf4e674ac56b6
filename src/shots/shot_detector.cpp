#include "shots/shot_detector.h"

#include <deque>
#include <utility>

#include "shots/frame_scorer.h"
#include "shots/shot_decider.h"

namespace sourcereel::shots {

class ShotDetector::Impl {
public:
    explicit Impl(const ShotOptions& options) : options_(options), scorer_(options.crop), decider_(options) {}

    std::optional<Shot> push(const Frame& frame) {
        if (options_.from && frame.pts < *options_.from) return std::nullopt;
        if (options_.to && frame.pts >= *options_.to) return std::nullopt;
        const std::optional<FrameScore> score = scorer_.push(frame);
        if (!score) return std::nullopt;
        keep(*score);
        return decider_.push(*score);
    }

    std::vector<Shot> finish(Timestamp end) {
        std::vector<Shot> shots;
        for (const FrameScore& score : scorer_.finish()) {
            keep(score);
            if (const std::optional<Shot> shot = decider_.push(score)) shots.push_back(*shot);
        }
        for (const Shot& shot : decider_.finish(end)) shots.push_back(shot);
        return shots;
    }

    void keep_scores(bool keep) { keep_ = keep; }
    std::vector<FrameScore> take_scores() { return std::exchange(scores_, {}); }

private:
    void keep(const FrameScore& score) {
        if (keep_) scores_.push_back(score);
    }

    const ShotOptions options_;
    FrameScorer scorer_;
    ShotDecider decider_;
    bool keep_ = false;
    std::vector<FrameScore> scores_;
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
void ShotDetector::keep_scores(bool keep) {
    impl_->keep_scores(keep);
}
std::vector<FrameScore> ShotDetector::take_scores() {
    return impl_->take_scores();
}

}  // namespace sourcereel::shots
