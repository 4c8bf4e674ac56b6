#include "shots/shot_decider.h"

#include <algorithm>
#include <deque>

#include "shots/shot_assembly.h"

namespace sourcereel::shots {
namespace {

constexpr std::size_t kMostTimes = 1024;  // Frames; no gradual transition is measured over as many.

double least_score(double sensitivity) {
    return 0.6 - 0.2 * std::clamp(sensitivity, 0.0, 1.0);
}

}  // namespace

class ShotDecider::Impl {
public:
    explicit Impl(const ShotOptions& options)
        : options_(options), least_(least_score(options.sensitivity)), assembly_(options.min_shot_s) {}

    std::optional<Shot> push(const FrameScore& score) {
        if (options_.from && score.pts < *options_.from) return std::nullopt;
        if (options_.to && score.pts >= *options_.to) return std::nullopt;
        const bool first = times_.empty();
        times_.push_back({score.index, score.pts});
        if (times_.size() > kMostTimes) times_.pop_front();
        if (first) {
            assembly_.start(score.index, score.pts);
            begin_ = last_end_ = score.index;
            return std::nullopt;
        }
        if (score.gradual.score >= least_) add(score.gradual);
        if (score.cut >= least_) {
            last_end_ = score.index;
            add({{TransitionKind::cut, score.index, score.index, score.cut}, score.index, score.pts});
        }
        return take_ready();
    }

    std::vector<Shot> finish(Timestamp end) {
        if (times_.empty()) return {};
        if (options_.to) end = std::min(end, *options_.to);
        std::vector<Shot> shots(ready_.begin(), ready_.end());
        ready_.clear();
        for (const Shot& shot : assembly_.finish(times_.back().index + 1, end)) shots.push_back(shot);
        return shots;
    }

private:
    struct Time {
        std::int64_t index;
        Timestamp pts;
    };

    // A gradual transition holds no cut and meets no other transition.
    void add(const GradualScore& gradual) {
        if (gradual.begin_frame < last_end_ || gradual.begin_frame <= begin_) return;
        const std::int64_t middle = (gradual.begin_frame + gradual.end_frame) / 2;
        const auto time = std::find_if(times_.begin(), times_.end(),
                                       [&](const Time& candidate) { return candidate.index >= middle; });
        if (time == times_.end() || time->index != middle) return;
        last_end_ = gradual.end_frame;
        add({{gradual.kind, gradual.begin_frame, gradual.end_frame, gradual.score}, middle, time->pts});
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

    const ShotOptions options_;
    const double least_;
    ShotAssembly assembly_;
    std::deque<Time> times_;
    std::deque<Shot> ready_;
    std::int64_t begin_ = 0;     ///< Index of the first frame.
    std::int64_t last_end_ = 0;  ///< Where the last transition was over.
};

ShotDecider::ShotDecider(const ShotOptions& options) : impl_(std::make_unique<Impl>(options)) {}
ShotDecider::~ShotDecider() = default;
ShotDecider::ShotDecider(ShotDecider&&) noexcept = default;
ShotDecider& ShotDecider::operator=(ShotDecider&&) noexcept = default;

std::optional<Shot> ShotDecider::push(const FrameScore& score) {
    return impl_->push(score);
}
std::vector<Shot> ShotDecider::finish(Timestamp end) {
    return impl_->finish(end);
}

}  // namespace sourcereel::shots
