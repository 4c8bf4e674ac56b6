// text/running_line.h: a line of text that stands in the picture now, and the window of samples it is looked
// for in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "text/line_track.h"
#include "text/sampler.h"
#include "text/signature.h"

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

private:
    std::deque<Sample> samples_;
    std::int64_t pushed_ = 0;
};

/// Samples [first, last], by number.
struct SampleRun {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// How present a text is from sample to sample: its agreement, smoothed the more the fainter the text is.
class PresenceRule {
public:
    /// `typical`: the agreement of a sample that surely shows the text.
    explicit PresenceRule(double typical);
    std::size_t smoothing() const noexcept { return smoothing_; }
    double threshold() const noexcept { return threshold_; }

private:
    std::size_t smoothing_;
    double threshold_;
};

/// The longest run of samples that hold the text, one miss in between forgiven (flash, fast object);
/// nothing where none does. `agreements[i]` belongs to sample `first` + i.
std::optional<SampleRun> find_run(const std::vector<double>& agreements, const PresenceRule& rule,
                                  std::int64_t first);

/// Follows one line from where it was found until it is gone.
class RunningLine {
public:
    /// `run`: where in the window it stands already.
    RunningLine(const Signature& signature, double likeness, double typical_agreement, const SampleRun& run,
                const SampleWindow& window);

    /// Looks at the newest sample of the window. False: the line has ended before it.
    bool follow(const SampleWindow& window);

    const cv::Rect& box() const noexcept { return signature_.box(); }
    double likeness() const noexcept { return likeness_; }
    std::int64_t first() const noexcept { return run_.first; }
    std::int64_t last() const noexcept { return run_.last; }

    /// Its record; the last sample is `last()`. `video_end`: set when the video, not the line, ended.
    struct VideoEnd {
        Timestamp end;
        std::int64_t frames = 0;
    };
    LineTrack ended(const std::optional<VideoEnd>& video_end) const;
    /// The detector has found it again, in this box: a little wider or narrower than before.
    void note_found(const cv::Rect& box) { found_.push_back(box); }
    /// Takes over the begin of the line that turned out to be a piece of this one.
    void begin_like(const RunningLine& piece);
    /// Cuts the line off before sample `number`, where another took its place.
    void end_before(std::int64_t number, const SampleWindow& window);

private:
    struct Moment {
        Timestamp time;
        std::int64_t frame = 0;
    };
    void note_present(const SampleWindow& window, std::int64_t number);
    void note_after(const SampleWindow& window);

    Signature signature_;
    double likeness_;
    std::vector<cv::Rect> found_;  ///< The boxes in which it was found.
    double typical_;
    PresenceRule rule_;
    SampleRun run_;
    int seen_ = 0;
    std::deque<double> recent_;  ///< Agreements of the last samples, as many as are smoothed.
    int misses_ = 0;
    Moment before_, first_, last_, after_;
    bool moved_ = false;                   ///< See LineTrack.
    bool from_start_ = false;              ///< Stands there in the first sample of the video.
    std::optional<std::int64_t> waiting_;  ///< Newest sample present, not yet fused: it may be half gone.
    Fusion fusion_;
};

}  // namespace sourcereel::text
