#include "text/line_tracker.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace sourcereel::text {
namespace {

constexpr std::int64_t kCaptionStep = 2;  ///< Samples between two looks for captions,
constexpr std::int64_t kVagueStep = 8;    ///< where what is new may as well be something that moves.
constexpr std::int64_t kSettled_samples =
    3;  ///< Straps and captions that unfold or fade in do so in half a second.
constexpr std::int64_t kUnfolding_samples = 6;  ///< The longest that they take.
constexpr std::int64_t kSettling_samples = 12;  ///< For so long the detector's boxes of a new line may vary.
constexpr std::int64_t kMarkStep = 15;          ///< Samples between two looks for marks: half a window.
constexpr std::int64_t kWord_samples = 5;       ///< The longest that one of many words stands.
constexpr double kCaptionAgreement = 0.5;       ///< Opaque text looks the same in each sample.
constexpr double kMarkAgreement = 0.45;         ///< Between the means of the two halves of its run.
constexpr std::int64_t kMinCaptionSamples = 2;
constexpr std::int64_t kMinMarkSamples = 6;  ///< Fewer do not tell a faint mark from a slow background.
constexpr double kLessLikely = 0.15;         ///< How much lower a longer line may score than its piece.
constexpr double kGrownDrifting = 1.1;       ///< Times as large: before, it was a piece.
constexpr double kGrown = 1.3;               ///< Times as large: the text is not the same any more.

cv::Mat mean_of(const SampleWindow& window, std::int64_t first, std::int64_t last, const cv::Rect& place) {
    cv::Mat sum = cv::Mat::zeros(place.size(), CV_32F);
    for (std::int64_t n = first; n <= last; ++n) cv::accumulate(window.at(n).picture(place), sum);
    cv::Mat mean;
    sum.convertTo(mean, CV_8U, 1.0 / static_cast<double>(last - first + 1));
    return mean;
}

bool is_speck_in(const cv::Rect& speck, const cv::Rect& line) {
    return speck.area() < 0.25 * line.area() && (speck & line).area() > 0.6 * speck.area();
}

/// What was taken for one tall line, as while a strap unfolds, is several lower ones: this is one of them.
bool is_one_line_of(const cv::Rect& line, const cv::Rect& several) {
    return line.height < 0.65 * several.height && line.width > 0.5 * several.width &&
           (line & several).area() > 0.8 * line.area();
}

/// The same of a line that has come just now: what has stood for a while was no strap that unfolds.
bool unfolded_to(const RunningLine& several, const cv::Rect& line) {
    return several.last() - several.first() < kUnfolding_samples && is_one_line_of(line, several.box());
}

/// A line grows sideways: word by word, or because its first finding was only a piece of it.
bool grew_from(const cv::Rect& before, const cv::Rect& now) {
    return (now & before).area() > 0.6 * before.area() && now.height < 1.4 * before.height;
}

/// What stands still looks the same in the first and the second half of its run; a drifting background does
/// not.
bool stands_still(const SampleWindow& window, const SampleRun& run, const cv::Rect& box, Polarity polarity) {
    const std::int64_t middle = (run.first + run.last) / 2;
    const cv::Mat early = mean_of(window, run.first, middle, box);
    const cv::Mat late = mean_of(window, middle + 1, run.last, box);
    return Signature(early, {{}, box.size()}, polarity).agreement_in_crop(late) >= kMarkAgreement;
}

double upper_quartile(std::vector<double> values) {
    const auto quartile = values.begin() + std::ssize(values) * 3 / 4;
    std::nth_element(values.begin(), quartile, values.end());
    return *quartile;
}

}  // namespace

std::vector<LineTrack> LineTracker::push(Sample sample, const std::vector<cv::Rect>& tickers) {
    if (!window_.empty() && window_.at(window_.first()).picture.size() != sample.picture.size())
        return {};  // media gives one size per video; a different one cannot be compared
    window_.push(std::move(sample));
    std::vector<RunningLine> still;
    still.reserve(running_.size());
    for (auto& line : running_) {
        if (line.follow(window_, frames_)) {
            still.push_back(std::move(line));
        } else {
            end(line);
        }
    }
    running_ = std::move(still);
    if (a_word_has_gone()) look_again_ = window_.pushed();
    follow_drifting();
    while (!past_.empty() && past_.front().last < window_.first()) past_.pop_front();

    change_.push(window_.at(window_.pushed() - 1).picture, tickers);
    // New strokes are noticed in the second sample that shows them; a detector may need more.
    due_ = change_.is_due() ? due_ + 1 : 0;
    const bool changed =
        due_ >= detector_.caption_samples() - 1 &&
        window_.pushed() - looked_for_captions_ >= (change_.is_clear() ? kCaptionStep : kVagueStep);
    if (window_.pushed() >= detector_.caption_samples() && (changed || window_.pushed() == look_again_))
        propose_captions();
    if (window_.pushed() % kMarkStep == 0 &&
        window_.pushed() >= static_cast<std::int64_t>(SampleWindow::kCapacity))
        propose_marks(window_.pushed() - dark_marks_looked_for_ >=
                      static_cast<std::int64_t>(SampleWindow::kCapacity));
    return std::exchange(ended_, {});
}

std::vector<LineTrack> LineTracker::finish(const VideoEnd& end) {
    if (!window_.empty()) {
        if (window_.pushed() >= detector_.caption_samples()) propose_captions();
        if (window_.pushed() - marks_looked_for_ >= kMinMarkSamples) propose_marks(true);
    }
    for (const auto& line : running_)
        ended_.push_back(line.last() + 1 == window_.pushed()
                             ? line.ended(end, detector_.trusted_quantile())
                             : line.ended(std::nullopt, detector_.trusted_quantile()));
    running_.clear();
    for (const DriftingLine& line : std::exchange(drifting_, {}))
        if (auto track = line.ended(end)) ended_.push_back(std::move(*track));
    return std::exchange(ended_, {});
}

void LineTracker::propose_captions() {
    looked_for_captions_ = window_.pushed();
    change_.looked();
    due_ = 0;
    const std::int64_t last = window_.pushed() - 1;
    Moment moment;
    moment.newest = window_.at(last).picture;
    moment.darkest = moment.newest.clone();  // the window's own pictures stay as they are
    moment.brightest = moment.newest.clone();
    for (int back = 1; back < detector_.caption_samples(); ++back) {
        moment.darkest = cv::min(moment.darkest, window_.at(last - back).picture);
        moment.brightest = cv::max(moment.brightest, window_.at(last - back).picture);
    }
    unsettled_ = false;
    for (const auto& region : detector_.captions(moment))
        consider(region, region.polarity == Polarity::bright ? moment.darkest : moment.brightest, false);
    // What has just come may still be fading in or unfolding: its lines are seen better in a moment.
    if (unsettled_ && look_twice_) look_again_ = window_.pushed() + kSettled_samples;
}

/// `dark_too`: once a window is enough for these.
void LineTracker::propose_marks(bool dark_too) {
    marks_looked_for_ = window_.pushed();
    if (dark_too) dark_marks_looked_for_ = window_.pushed();
    const cv::Mat mean = mean_of(window_, window_.first(), window_.pushed() - 1,
                                 {{}, window_.at(window_.first()).picture.size()});
    for (const auto& region : detector_.marks(mean, dark_too)) consider(region, mean, true);
}

/// Whether what the mean shows of this run are captions that stood here one after the other: where none of
/// them stood, it is not there. `agreements`: of the window's samples; `present`: what they reach where it is
/// there.
bool LineTracker::is_made_of_others(const cv::Rect& box, const std::vector<double>& agreements,
                                    double present, const SampleRun& run) const {
    constexpr double kCovered =
        0.3;  ///< Share of the box: the mean may take two lines, or a line and its strap, for one.
    const auto stood_here = [&](std::int64_t number) {
        double covered = 0;
        const auto add = [&](const cv::Rect& other, std::int64_t first, std::int64_t last) {
            const bool brief = 2 * (last - first + 1) <= run.last - run.first + 1;
            if (brief && first <= number && number <= last) covered += (box & other).area();
        };
        for (const RunningLine& line : running_) add(line.box(), line.first(), line.last());
        for (const Past& past : past_) add(past.box, past.first, past.last);
        return covered >= kCovered * box.area();
    };
    double sum = 0;
    std::int64_t alone = 0;
    for (std::int64_t n = run.first; n <= run.last; ++n) {
        if (stood_here(n)) continue;
        sum += agreements[static_cast<std::size_t>(n - window_.first())];
        ++alone;
    }
    const bool never = alone == run.last - run.first + 1;
    return !never && (alone < kMinMarkSamples || sum < present * static_cast<double>(alone));
}

/// Whether a line at this place, other than those to be replaced, is or was followed for most of this time.
bool LineTracker::known(const cv::Rect& box, const SampleRun& run,
                        const std::function<bool(const RunningLine&)>& replaced) const {
    const auto meanwhile = [&](std::int64_t other_first, std::int64_t other_last) {
        return 2 * (std::min(run.last, other_last) - std::max(run.first, other_first) + 1) >
               run.last - run.first + 1;
    };
    return std::any_of(running_.begin(), running_.end(),
                       [&](const RunningLine& line) {
                           return !replaced(line) && same_place(box, line.box()) &&
                                  !is_speck_in(line.box(), box) && meanwhile(line.first(), line.last());
                       }) ||
           std::any_of(past_.begin(), past_.end(), [&](const Past& past) {
               return (box & past.box).area() > 0.5 * box.area() && meanwhile(past.first, past.last);
           });
}

/// Whether a line as short-lived as a single word was there a sample ago: the next word may be there now, and
/// gone in a moment.
bool LineTracker::a_word_has_gone() const {
    return std::any_of(running_.begin(), running_.end(), [&](const RunningLine& line) {
        return line.is_missed() && line.last() == window_.pushed() - 2 &&
               line.last() - line.first() < kWord_samples;
    });
}

/// Whether a single word, or so short a line, stood here until just now.
bool LineTracker::follows_a_word(const cv::Rect& box) const {
    constexpr std::int64_t kJust_samples = 3;
    const auto is_word = [&](const cv::Rect& place, std::int64_t first, std::int64_t last) {
        return last < window_.pushed() - 1 && last >= window_.pushed() - 1 - kJust_samples &&
               last - first < kWord_samples && std::abs(place.y - box.y) < box.height / 2 &&
               place.x < box.br().x && box.x < place.br().x;
    };
    return std::any_of(running_.begin(), running_.end(),
                       [&](const RunningLine& line) {
                           return line.is_missed() && is_word(line.box(), line.first(), line.last());
                       }) ||
           std::any_of(past_.begin(), past_.end(),
                       [&](const Past& past) { return is_word(past.box, past.first, past.last); });
}

/// Whether the region is a line that is followed already; notes that it was found again.
bool LineTracker::is_followed(const Region& region) {
    for (auto& line : running_) {
        if (line.is_missed() || !same_place(region.box, line.box()) ||
            region.box.area() >= kGrown * line.box().area() || unfolded_to(line, region.box))
            continue;
        // A piece of it says nothing about its ends; and what has stood for a while has settled.
        const bool young = window_.pushed() - line.first() <= kSettling_samples;
        if (2 * region.box.area() > line.box().area() && !line.note_found(region.box) && young)
            unsettled_ = true;
        return true;
    }
    return false;
}

/// Whether what the newest samples show in the region stands still and stood in the sample before, too;
/// otherwise arranges for another look where that may be so in a moment. `agreement`: of the newest samples
/// with what was found; `word`: whether a single word stood here until just now.
bool LineTracker::has_settled(const Region& region, double agreement, bool word) {
    const std::int64_t newest = window_.pushed() - 1;
    if (newest == window_.first()) return true;
    const Signature now(window_.at(newest).picture, region.box, region.polarity);
    const cv::Mat& before = window_.at(newest - 1).picture;
    const bool once_more = window_.pushed() != look_again_;
    const bool is_new = now.agreement(before) < kCaptionAgreement;
    if (is_new && word && !now.has_moved(before, Signature::kSameStrokesOfAWord)) {
        // Words shown one after the other stand so short that one sample must do.
        running_.emplace_back(now, region.score, 1.0, SampleRun{newest, newest}, window_, frames_);
        unsettled_ = true;
        return false;
    }
    if (agreement < kCaptionAgreement) return false;
    if (now.has_moved(before)) {
        // A mark that drifts; or a ticker, or the scene before a moving camera; or a strap that slides in, to
        // be seen in a moment.
        if (!drifts(now, region.score) && once_more) look_again_ = window_.pushed() + kSettled_samples;
        return false;
    }
    // Two texts, one after the other: the newer one is seen whole in the next sample.
    if (is_new && once_more) look_again_ = window_.pushed() + 1;
    return !is_new;
}

void LineTracker::consider(const Region& region, const cv::Mat& picture, bool mark) {
    const bool word = follows_a_word(region.box);
    // A line is wider than it is high, but for a word of a letter or two where words are shown one by one.
    if (10 * region.box.width < 9 * region.box.height && !word) return;
    if (is_followed(region)) return;  // cheap, so first

    const std::int64_t newest = window_.pushed() - 1;
    const Signature signature(picture, region.box, region.polarity);
    std::vector<double> agreements;
    for (std::int64_t n = window_.first(); n <= newest; ++n)
        agreements.push_back(signature.agreement(window_.at(n).picture));
    // Both newest samples show a caption: what moves is blurred in their extreme, and agrees with neither.
    const double typical =
        mark ? upper_quartile(agreements)
             : *std::min_element(agreements.end() - std::min<std::ptrdiff_t>(2, std::ssize(agreements)),
                                 agreements.end());
    if (!mark && !has_settled(region, typical, word)) return;
    // What stood here before may have been alike: words of the same shape, or the captions before this one.
    const WhichRun wanted = mark ? WhichRun::longest : WhichRun::newest;
    const PresenceRule rule(typical);
    const auto run = find_run(agreements, rule, window_.first(), wanted);
    if (!run || run->last - run->first + 1 < (mark ? kMinMarkSamples : kMinCaptionSamples)) return;
    if (!mark && run->last < newest - 1) return;
    if (mark && (!stands_still(window_, *run, region.box, region.polarity) ||
                 is_made_of_others(region.box, agreements, rule.threshold(), *run)))
        return;
    adopt(region, signature, typical, *run);
}

/// Follows the line from now on unless it is known. One that grew replaces the shorter one; from its own
/// begin on, if it came later. Where the window does not reach back to the begin, it has stood as long as its
/// piece.
void LineTracker::adopt(const Region& region, const Signature& signature, double typical,
                        const SampleRun& run) {
    // What stood there before the larger one came is no part of it: a mark on something with strokes of its
    // own.
    const auto is_speck = [&](const RunningLine& other) {
        return is_speck_in(other.box(), region.box) && other.first() + kUnfolding_samples > run.first;
    };
    const auto replaced = [&](const RunningLine& other) {
        return same_place(region.box, other.box()) && other.last() >= run.first &&
               other.first() <= run.last &&
               (is_speck(other) || unfolded_to(other, region.box) ||
                (grew_from(other.box(), region.box) && region.score > other.likeness() - kLessLikely));
    };
    if (known(region.box, run, replaced)) return;
    unsettled_ = true;
    RunningLine line(signature, region.score, typical, run, window_, frames_);
    for (auto piece = running_.begin(); piece != running_.end();) {
        if (!replaced(*piece)) {
            ++piece;
            continue;
        }
        if (unfolded_to(*piece, region.box)) {
            // Was never there.
        } else if (run.first == window_.first() && piece->first() < line.first()) {
            line.begin_like(*piece);
        } else if (run.first > piece->first() + 2) {
            piece->end_before(run.first, window_, frames_);
            end(*piece);
        }
        piece = running_.erase(piece);
    }
    if (run.last >= window_.pushed() - 2)
        running_.push_back(std::move(line));
    else
        end(line);
}

void LineTracker::follow_drifting() {
    std::vector<DriftingLine> still;
    for (DriftingLine& line : drifting_) {
        if (line.follow(window_)) {
            still.push_back(std::move(line));
        } else if (auto track = line.ended(std::nullopt)) {
            ended_.push_back(std::move(*track));
        }
    }
    drifting_ = std::move(still);
}

bool LineTracker::drifts(const Signature& now, double likeness) {
    const auto known = std::find_if(drifting_.begin(), drifting_.end(), [&](const DriftingLine& line) {
        return same_place(now.box(), line.box());
    });
    if (known != drifting_.end() && now.box().area() < kGrownDrifting * known->box().area()) return true;
    auto line = DriftingLine::start(now, likeness, window_);
    if (!line) return known != drifting_.end();
    if (known != drifting_.end()) {
        line->begin_like(*known);  // which was a piece of it
        *known = std::move(*line);
    } else {
        drifting_.push_back(std::move(*line));
    }
    return true;
}

void LineTracker::end(const RunningLine& line) {
    past_.push_back({line.box(), line.first(), line.last()});
    ended_.push_back(line.ended(std::nullopt, detector_.trusted_quantile()));
}

}  // namespace sourcereel::text
