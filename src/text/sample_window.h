// text/sample_window.h: the last seconds of the video.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>

#include "text/sampler.h"
#include "text/sighting.h"

namespace sourcereel::text {

/// The last samples of the video, each with its number.
class SampleWindow {
public:
    static constexpr std::size_t kCapacity = 30;  ///< 6 s at five a second.

    void push(Sample sample);
    std::int64_t pushed() const noexcept { return pushed_; }  ///< Number of the newest sample, plus 1.
    std::int64_t first() const noexcept { return pushed_ - static_cast<std::int64_t>(samples_.size()); }
    bool empty() const noexcept { return samples_.empty(); }
    const Sample& at(std::int64_t number) const {
        return samples_[static_cast<std::size_t>(number - first())];
    }
    SampleMoment moment(std::int64_t number) const { return {at(number).time, at(number).frame}; }

private:
    std::deque<Sample> samples_;
    std::int64_t pushed_ = 0;
};

}  // namespace sourcereel::text
