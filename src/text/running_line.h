// text/running_line.h: a line of text that stands in the picture now.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "text/line_track.h"
#include "text/recent_frames.h"
#include "text/sample_window.h"
#include "text/sighting.h"
#include "text/signature.h"

namespace sourcereel::text {

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

/// Of the runs of samples that hold the text, the one that is wanted.
enum class WhichRun { longest, newest };

/// A run of samples that hold the text, one miss in between forgiven (flash, fast object); nothing where none
/// does. `agreements[i]` belongs to sample `first` + i.
std::optional<SampleRun> find_run(const std::vector<double>& agreements, const PresenceRule& rule,
                                  std::int64_t first, WhichRun wanted = WhichRun::longest);

/// Follows one line from where it was found until it is gone.
class RunningLine {
public:
    /// `run`: where in the window it stands already. `frames`: for telling when an opaque line came, and
    /// later when it went, to the picture.
    RunningLine(const Signature& signature, double likeness, double typical_agreement, const SampleRun& run,
                const SampleWindow& window, const RecentFrames& frames);

    /// Looks at the newest sample of the window. False: the line has ended before it.
    bool follow(const SampleWindow& window, const RecentFrames& frames);

    const cv::Rect& box() const noexcept { return signature_.box(); }
    /// Whether it is opaque, and the newest sample did not show it: another text may have taken its place. A
    /// faint one is missed now and then.
    bool is_missed() const noexcept { return misses_ > 0 && is_opaque(); }
    double likeness() const noexcept { return likeness_; }
    std::int64_t first() const noexcept { return run_.first; }
    std::int64_t last() const noexcept { return run_.last; }

    /// Its record; the last sample is `last()`. `video_end`: set when the video, not the line, ended.
    /// `trusted_quantile`: of the detector that found it.
    LineTrack ended(const std::optional<VideoEnd>& video_end, double trusted_quantile) const;
    /// The detector has found it again, in this box: a little wider or narrower than before. Whether it is as
    /// it was the last time.
    bool note_found(const cv::Rect& box);
    /// Takes over the begin of the line that turned out to be a piece of this one.
    void begin_like(const RunningLine& piece);
    /// Cuts the line off before sample `number`, where another took its place.
    void end_before(std::int64_t number, const SampleWindow& window, const RecentFrames& frames);

private:
    void note_present(const SampleWindow& window, std::int64_t number);
    void note_after(const SampleWindow& window, std::int64_t number, const RecentFrames& frames);
    bool is_opaque() const noexcept { return rule_.smoothing() == 1; }
    /// A faint mark on a picture that stands still looks opaque, its ground being part of it, until another
    /// picture comes: whether this is what has happened, and the mark is seen on that picture, too.
    bool shines_through(const cv::Mat& picture) const;

    Signature signature_;
    double likeness_;
    std::vector<cv::Rect> found_;  ///< The boxes in which it was found.
    double typical_;
    PresenceRule rule_;
    SampleRun run_;
    int seen_ = 0;
    std::deque<double> recent_;  ///< Agreements of the last samples, as many as are smoothed.
    int misses_ = 0;
    Sighting sighting_;
    bool moved_ = false;                   ///< See LineTrack.
    std::optional<std::int64_t> waiting_;  ///< Newest sample present, not yet fused: it may be half gone.
    Fusion fusion_;
};

}  // namespace sourcereel::text
