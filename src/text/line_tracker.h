// text/line_tracker.h: from samples to lines of text with their times. No reading is done here.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "text/drifting_line.h"
#include "text/line_track.h"
#include "text/overlay_change.h"
#include "text/recent_frames.h"
#include "text/region_detector.h"
#include "text/running_line.h"
#include "text/sampler.h"

namespace sourcereel::text {

/// Looks for lines in two ways. Captions: on the minimum (bright) and maximum (dark text) of three samples in
/// a row, where only what stands still keeps its strokes. Marks: on the mean of a window of 30 samples, where
/// a faint text stands out of moving pictures. A line found is then followed by the agreement of each sample
/// with its signature, backwards through the window to find its begin, and onwards until it is gone. Holds 30
/// samples and three small pictures for each running line. Not thread-safe; `detector` and
/// `frames`, which hold the newest sample before it is pushed, outlive it.
class LineTracker {
public:
    /// `look_twice`: look once more a moment after a line has come, which may still have been fading in.
    LineTracker(RegionDetector& detector, const RecentFrames& frames, bool look_twice = true)
        : detector_(detector), frames_(frames), look_twice_(look_twice) {}

    /// Takes the next sample; returns the lines that have ended before it. `tickers`: where text runs by,
    /// which is no reason to look for lines.
    std::vector<LineTrack> push(Sample sample, const std::vector<cv::Rect>& tickers = {});
    /// Ends the video at `end` (exclusive) after `frames` pictures; returns the lines that are left.
    std::vector<LineTrack> finish(const VideoEnd& end);
    /// The samples it holds.
    const SampleWindow& window() const noexcept { return window_; }

private:
    void propose_captions();
    void propose_marks(bool dark_too);
    void consider(const Region& region, const cv::Mat& picture, bool mark);
    bool is_followed(const Region& region);
    bool has_settled(const Region& region, double agreement, bool word);
    void adopt(const Region& region, const Signature& signature, double typical, const SampleRun& run);
    bool is_made_of_others(const cv::Rect& box, const std::vector<double>& agreements, double present,
                           const SampleRun& run) const;
    bool known(const cv::Rect& box, const SampleRun& run,
               const std::function<bool(const RunningLine&)>& replaced) const;
    bool a_word_has_gone() const;
    bool follows_a_word(const cv::Rect& box) const;
    void end(const RunningLine& line);
    void follow_drifting();
    /// Whether the region found is a mark that drifts, which is followed from now on if it was not before.
    bool drifts(const Signature& now, double likeness);

    RegionDetector& detector_;
    const RecentFrames& frames_;
    bool look_twice_;
    SampleWindow window_;
    OverlayChange change_;
    int due_ = 0;                           ///< Samples in a row that showed new strokes.
    std::int64_t look_again_ = -1;          ///< Samples pushed when a new line is to be looked at once more.
    bool unsettled_ = false;                ///< A line has come, or was found in another size, in this look.
    std::int64_t looked_for_captions_ = 0;  ///< Samples pushed at the last look.
    std::int64_t marks_looked_for_ = 0;     ///< Samples pushed when the mean was last looked at,
    std::int64_t dark_marks_looked_for_ = 0;  ///< and for dark letters, too.
    std::vector<RunningLine> running_;
    std::vector<DriftingLine> drifting_;
    std::vector<LineTrack> ended_;  ///< Since the last push.
    struct Past {
        cv::Rect box;
        std::int64_t first = 0, last = 0;
    };
    std::deque<Past> past_;  ///< Lines that ended within the window, so that their ghosts are known.
};

}  // namespace sourcereel::text
