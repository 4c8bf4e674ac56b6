#include "text/text_blocks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

constexpr double kTogether_s = 0.45;  ///< Two samples: lines of one text may be noticed a sample apart.
constexpr double kJump_s = 1.0;
constexpr double kHidden_s = 10.0;  ///< A faint mark may be lost over bright or busy pictures for this long.

double begin_of(const TextTrack& track) {
    return track.range.begin.seconds();
}
double end_of(const TextTrack& track) {
    return track.range.end.seconds();
}

double common_seconds(const TextTrack& a, const TextTrack& b) {
    return std::min(end_of(a), end_of(b)) - std::max(begin_of(a), begin_of(b));
}

bool is_mark(const TextTrack& track) {
    return track.text.find('@') != std::string::npos;
}

bool is_scene(const TextTrack& track) {
    return track.kind == TextKind::scene;
}

bool one_text(const TextTrack& upper, const TextTrack& lower, int upper_line_height) {
    if (is_mark(upper) || is_mark(lower) || is_scene(upper) != is_scene(lower)) return false;
    const double all = std::max(end_of(upper), end_of(lower)) - std::min(begin_of(upper), begin_of(lower));
    const bool together = (std::abs(begin_of(upper) - begin_of(lower)) <= kTogether_s &&
                           std::abs(end_of(upper) - end_of(lower)) <= kTogether_s) ||
                          common_seconds(upper, lower) > 0.85 * all;
    if (!together) return false;
    const int small = std::min(upper_line_height, lower.box.height);
    const int large = std::max(upper_line_height, lower.box.height);
    const int gap = lower.box.y - upper.box.bottom();
    const int shared = std::min(upper.box.right(), lower.box.right()) - std::max(upper.box.x, lower.box.x);
    return small > 0.6 * large && gap > -small / 2 && gap < 0.9 * small &&
           shared > 0.3 * std::min(upper.box.width, lower.box.width);
}

/// The time that either of them stands.
void extend_over(TextTrack& track, const TextTrack& other) {
    if (other.range.begin < track.range.begin) {
        track.range.begin = other.range.begin;
        track.begin_frame = other.begin_frame;
    }
    if (track.range.end < other.range.end) {
        track.range.end = other.range.end;
        track.end_frame = other.end_frame;
    }
    track.frames_seen = std::max(track.frames_seen, other.frames_seen);
    track.frames_examined = std::max(track.frames_examined, other.frames_examined);
}

/// Another stretch of the same text: lasts as long as that, its samples and readings count too.
void continue_with(TextTrack& track, const TextTrack& later) {
    if (track.range.end < later.range.end) {
        track.range.end = later.range.end;
        track.end_frame = later.end_frame;
    }
    track.frames_seen += later.frames_seen;
    track.frames_examined += later.frames_examined;
    track.readings.insert(track.readings.end(), later.readings.begin(), later.readings.end());
}

/// Makes the path of a mark go on with where it is next: one place, or a path of its own.
void lead_on(TextTrack& mark, const TextTrack& next) {
    if (mark.path.empty()) mark.path.push_back({mark.range.begin, mark.box.x, mark.box.y});
    const Timestamp last = mark.path.back().time;
    if (next.path.empty()) mark.path.push_back({std::max(last, next.range.begin), next.box.x, next.box.y});
    for (const PathPoint& point : next.path)
        if (last < point.time) mark.path.push_back(point);
}

void append_line(TextTrack& text, const TextTrack& line) {
    const auto length = [](const std::string& s) {
        return static_cast<double>(unicode::code_points(s).size());
    };
    const double a = length(text.text);
    const double b = length(line.text);
    text.confidence = (text.confidence * a + line.confidence * b) / std::max(1.0, a + b);
    text.text += '\n' + line.text;
    // The block's own reading comes first; what single lines were read as stays behind it.
    std::vector<Reading> readings{{line.readings.front().engine, text.text, text.confidence}};
    readings.insert(readings.end(), text.readings.begin(), text.readings.end());
    readings.insert(readings.end(), line.readings.begin(), line.readings.end());
    text.readings = std::move(readings);
    text.box = hull(text.box, line.box);
    extend_over(text, line);
}

template <typename Order>
void sort_tracks(std::vector<TextTrack>& tracks, Order order) {
    std::stable_sort(tracks.begin(), tracks.end(), order);
}

bool earlier(const TextTrack& a, const TextTrack& b) {
    if (a.range.begin != b.range.begin) return a.range.begin < b.range.begin;
    if (a.box.y != b.box.y) return a.box.y < b.box.y;
    return a.box.x < b.box.x;
}

/// Whether two readings are of one account name: one letter in eight taken for another, or lost.
bool one_name(const std::string& a, const std::string& b) {
    const std::size_t longest = std::max(a.size(), b.size());
    return a.front() == '@' && b.front() == '@' && unicode::edit_distance(a, b) * 8 <= longest;
}

/// Whether a name is more likely than another of the same mark: letters at the end are lost, but none are
/// added; otherwise the one that was read more surely in more samples.
bool is_likelier(const std::string& name, double weight, const std::string& other, double other_weight) {
    const std::string a = unicode::nfkc_casefold(name);
    const std::string b = unicode::nfkc_casefold(other);
    if (a.size() != b.size()) {
        if (a.starts_with(b)) return true;
        if (b.starts_with(a)) return false;
    }
    return weight > other_weight;
}

/// A name that is read a letter otherwise in one place than in the others is the likeliest of them: nobody
/// lays two names so alike over one video. The readings stay as they are.
void agree_on_names(std::vector<TextTrack>& tracks) {
    std::map<std::string, double> weights;
    for (const TextTrack& track : tracks)
        if (is_mark(track)) weights[track.text] += track.confidence * track.frames_seen;
    for (TextTrack& track : tracks) {
        if (!is_mark(track)) continue;
        const std::string folded = unicode::nfkc_casefold(track.text);
        auto best = weights.find(track.text);
        for (auto other = weights.begin(); other != weights.end(); ++other)
            if (one_name(folded, unicode::nfkc_casefold(other->first)) &&
                is_likelier(other->first, other->second, best->first, best->second))
                best = other;
        track.text = best->first;
    }
}

/// Whether `piece` is the first finding of a name, of which all was found a moment later.
bool is_first_finding(const TextTrack& piece, const TextTrack& name) {
    constexpr double kAtMost_s = 1.2;
    constexpr double kMoment_s = 0.5;
    constexpr double kLasting_s = 2.0;
    const long common = intersection(piece.box, name.box).area();
    const double pause = name.range.begin.seconds() - piece.range.end.seconds();
    return 2 * common > piece.box.area() && name.text.find('@') != std::string::npos &&
           name.text.find(' ') == std::string::npos && piece.range.duration_seconds() <= kAtMost_s &&
           name.range.duration_seconds() >= kLasting_s && std::abs(pause) <= kMoment_s &&
           2 * piece.text.size() >= name.text.size() &&
           unicode::nfkc_casefold(name.text).find(unicode::nfkc_casefold(piece.text)) != std::string::npos;
}

void absorb_first_findings(std::vector<TextTrack>& tracks) {
    for (std::size_t i = 0; i < tracks.size();) {
        const auto name = std::find_if(tracks.begin(), tracks.end(), [&](const TextTrack& other) {
            return is_first_finding(tracks[i], other);
        });
        if (name == tracks.end()) {
            ++i;
            continue;
        }
        extend_over(*name, tracks[i]);
        tracks.erase(tracks.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace

std::vector<TextTrack> join_lines(std::vector<TextTrack> lines) {
    sort_tracks(lines, [](const TextTrack& a, const TextTrack& b) {
        return a.box.y != b.box.y ? a.box.y < b.box.y : earlier(a, b);
    });
    std::vector<TextTrack> texts;
    std::vector<bool> used(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (used[i]) continue;
        TextTrack text = lines[i];
        int line_height = text.box.height;
        for (std::size_t k = i + 1; k < lines.size(); ++k) {
            if (used[k] || !one_text(text, lines[k], line_height)) continue;
            line_height = lines[k].box.height;
            append_line(text, lines[k]);
            used[k] = true;
        }
        texts.push_back(std::move(text));
    }
    sort_tracks(texts, earlier);
    return texts;
}

std::vector<TextTrack> join_interrupted(std::vector<TextTrack> tracks) {
    sort_tracks(tracks, earlier);
    const std::vector<TextTrack> all = tracks;
    // What comes back after another text in its place has been away; names stand for long, and pieces of one
    // are read between.
    const auto replaced_between = [&](const TextTrack& before, const TextTrack& after) {
        return !is_mark(after) && std::any_of(all.begin(), all.end(), [&](const TextTrack& other) {
            return !is_mark(other) && begin_of(other) >= end_of(before) - kTogether_s &&
                   end_of(other) <= begin_of(after) + kTogether_s &&
                   3 * intersection(other.box, after.box).area() > after.box.area();
        });
    };
    std::vector<TextTrack> joined;
    for (auto& track : tracks) {
        const std::string folded = unicode::nfkc_casefold(track.text);
        const auto before = std::find_if(joined.rbegin(), joined.rend(), [&](const TextTrack& other) {
            return track.path.empty() && other.path.empty() && overlap(other.box, track.box) > 0.5 &&
                   begin_of(track) - end_of(other) <= kHidden_s &&
                   unicode::nfkc_casefold(other.text) == folded && !replaced_between(other, track);
        });
        if (before == joined.rend()) {
            joined.push_back(std::move(track));
            continue;
        }
        if (track.confidence > before->confidence) {
            before->confidence = track.confidence;
            std::swap(before->readings, track.readings);
        }
        continue_with(*before, track);
    }
    return joined;
}

std::vector<TextTrack> join_moving_marks(std::vector<TextTrack> tracks) {
    sort_tracks(tracks, earlier);
    agree_on_names(tracks);
    std::vector<TextTrack> joined;
    for (auto& track : tracks) {
        const std::string folded = unicode::nfkc_casefold(track.text);
        const auto before = std::find_if(joined.rbegin(), joined.rend(), [&](const TextTrack& other) {
            const double pause = begin_of(track) - end_of(other);
            return is_mark(track) && std::abs(pause) <= kJump_s &&
                   unicode::nfkc_casefold(other.text) == folded && other.range.end < track.range.end;
        });
        if (before == joined.rend()) {
            joined.push_back(std::move(track));
            continue;
        }
        if (overlap(before->box, track.box) < 0.3 || !before->path.empty() || !track.path.empty())
            lead_on(*before, track);
        before->confidence = std::max(before->confidence, track.confidence);
        continue_with(*before, track);
    }
    return joined;
}

std::vector<TextTrack> without_repetitions(std::vector<TextTrack> tracks) {
    absorb_first_findings(tracks);
    // Whether the scene is read or not changes nothing of what is laid over it.
    sort_tracks(tracks, [](const TextTrack& a, const TextTrack& b) {
        return is_scene(a) != is_scene(b) ? is_scene(b) : a.confidence > b.confidence;
    });
    std::vector<TextTrack> kept;
    for (auto& track : tracks) {
        const std::string folded = unicode::nfkc_casefold(track.text);
        const auto repeated = std::find_if(kept.begin(), kept.end(), [&](const TextTrack& other) {
            const long common = intersection(track.box, other.box).area();
            if (2 * common <= std::min(track.box.area(), other.box.area())) return false;
            const double shorter = std::min(track.range.duration_seconds(), other.range.duration_seconds());
            if (common_seconds(track, other) <= 0.5 * shorter) return false;
            // Two texts cannot stand in one place at a time: the surer one does.
            constexpr double kOnePlace = 0.7;
            if (overlap(track.box, other.box) > kOnePlace && !is_scene(other)) return true;
            const std::string other_folded = unicode::nfkc_casefold(other.text);
            const std::size_t longest = std::max(folded.size(), other_folded.size());
            return other_folded.find(folded) != std::string::npos ||
                   unicode::edit_distance(folded, other_folded) * 3 <= longest;
        });
        if (repeated == kept.end()) {
            kept.push_back(std::move(track));
        } else if (unicode::nfkc_casefold(repeated->text) == folded) {
            extend_over(*repeated, track);  // found twice, and one of them only for a part of its time
        }
    }
    sort_tracks(kept, earlier);
    return kept;
}

void note_scene_text(std::vector<TextTrack>& lines) {
    constexpr double kDoubted = 0.88;  ///< Of what is laid over the picture nine in ten are read more surely.
    const std::vector<TextTrack> all = lines;
    for (TextTrack& line : lines) {
        if (is_scene(line) || is_mark(line) || line.confidence >= kDoubted) continue;
        const int around = 2 * line.box.height;
        const Rect place{line.box.x - around, line.box.y - around, line.box.width + 2 * around,
                         line.box.height + 2 * around};
        const bool beside = std::any_of(all.begin(), all.end(), [&](const TextTrack& other) {
            const double shorter = std::min(line.range.duration_seconds(), other.range.duration_seconds());
            const int low = std::min(line.box.height, other.box.height);
            const int high = std::max(line.box.height, other.box.height);
            return is_scene(other) && high < 2.5 * low && intersection(place, other.box).area() > 0 &&
                   common_seconds(line, other) > 0.5 * shorter;
        });
        if (beside) line.kind = TextKind::scene;
    }
}

}  // namespace sourcereel::text
