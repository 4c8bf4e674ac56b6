#include "exports/cues.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "exports/escape.h"

namespace sourcereel::exports {
namespace {

/// The lines of a text as they can be shown: without controls and blank ones.
std::vector<std::string> shown_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        std::string line = spaced_once(text.substr(0, end));
        if (!line.empty()) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Cue cue_of(const ListedText& text, const TimeRange& range, const Rect& box) {
    Cue cue;
    cue.begin_ms = milliseconds_of(range.begin);
    cue.end_ms = std::max(milliseconds_of(range.end), cue.begin_ms + 1);
    cue.kind = text.track.kind;
    cue.number = text.number;
    cue.box = box;
    return cue;
}

/// One for each stay of a text that jumps.
std::vector<Cue> cues_of(const ListedText& text) {
    const TextTrack& track = text.track;
    if (track.path.empty()) return {cue_of(text, track.range, track.box)};
    std::vector<Cue> cues;
    for (std::size_t i = 0; i < track.path.size(); ++i) {
        // The track says when it is seen, whatever its path says.
        const Timestamp begin = i == 0 ? track.range.begin : std::max(track.range.begin, track.path[i].time);
        const Timestamp end =
            i + 1 < track.path.size() ? std::min(track.range.end, track.path[i + 1].time) : track.range.end;
        const Rect box{track.path[i].x, track.path[i].y, track.box.width, track.box.height};
        if (begin < end) cues.push_back(cue_of(text, {begin, end}, box));
    }
    if (cues.empty()) cues.push_back(cue_of(text, track.range, track.box));
    return cues;
}

bool earlier(const Cue& a, const Cue& b) {
    return std::tie(a.begin_ms, a.end_ms, a.number) < std::tie(b.begin_ms, b.end_ms, b.number);
}

/// A stretch of time in which the same cues are shown.
struct Stretch {
    std::int64_t begin_ms = 0;
    std::int64_t end_ms = 0;
    std::set<std::size_t> shown;  ///< Places in the list of cues; never empty.

    std::int64_t length() const { return end_ms - begin_ms; }
};

std::vector<Stretch> stretches_of(const std::vector<Cue>& cues) {
    std::vector<std::pair<std::int64_t, std::size_t>> ends;
    std::set<std::int64_t> moments;
    for (std::size_t i = 0; i < cues.size(); ++i) {
        moments.insert({cues[i].begin_ms, cues[i].end_ms});
        ends.emplace_back(cues[i].end_ms, i);
    }
    std::sort(ends.begin(), ends.end());
    std::vector<Stretch> stretches;
    std::set<std::size_t> shown;
    std::size_t begun = 0;
    std::size_t ended = 0;
    for (auto moment = moments.begin(); moment != moments.end(); ++moment) {
        for (; ended < ends.size() && ends[ended].first <= *moment; ++ended) shown.erase(ends[ended].second);
        for (; begun < cues.size() && cues[begun].begin_ms <= *moment; ++begun) shown.insert(begun);
        if (!shown.empty()) stretches.push_back({*moment, *std::next(moment), shown});
    }
    return stretches;
}

bool holds(const std::set<std::size_t>& all, const std::set<std::size_t>& some) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

/// Gives the time of stretches that are too short to a neighbour, where the neighbours show all of theirs.
std::vector<Stretch> without_slivers(std::vector<Stretch> stretches, std::int64_t least_ms) {
    std::vector<Stretch> kept;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Stretch& now = stretches[i];
        Stretch* before = !kept.empty() && kept.back().end_ms == now.begin_ms ? &kept.back() : nullptr;
        Stretch* after =
            i + 1 < stretches.size() && stretches[i + 1].begin_ms == now.end_ms ? &stretches[i + 1] : nullptr;
        if (now.length() < least_ms) {
            std::set<std::size_t> around;
            if (before != nullptr) around.insert(before->shown.begin(), before->shown.end());
            if (after != nullptr) around.insert(after->shown.begin(), after->shown.end());
            if (before != nullptr && holds(before->shown, now.shown)) {
                before->end_ms = now.end_ms;
                continue;
            }
            // What only `after` shows is still to come, and is judged when it is its turn.
            if (after != nullptr && holds(around, now.shown)) {
                after->begin_ms = now.begin_ms;
                continue;
            }
        }
        kept.push_back(now);
    }
    return kept;
}

Cue merged(const std::vector<Cue>& cues, const Stretch& stretch) {
    std::vector<const Cue*> parts;
    for (const std::size_t i : stretch.shown) parts.push_back(&cues[i]);
    std::stable_sort(parts.begin(), parts.end(), [](const Cue* a, const Cue* b) {
        return std::tie(a->box.y, a->box.x, a->number) < std::tie(b->box.y, b->box.x, b->number);
    });
    Cue cue = *parts.front();
    cue.begin_ms = stretch.begin_ms;
    cue.end_ms = stretch.end_ms;
    if (parts.size() > 1) cue.box = {};
    std::vector<const Cue*> said;
    cue.lines.clear();
    for (const Cue* part : parts) {
        const bool again = std::any_of(said.begin(), said.end(),
                                       [&](const Cue* other) { return other->lines == part->lines; });
        if (again) continue;
        said.push_back(part);
        cue.lines.insert(cue.lines.end(), part->lines.begin(), part->lines.end());
    }
    return cue;
}

}  // namespace

std::int64_t milliseconds_of(const Timestamp& time) noexcept {
    // 64-bit ticks times a 31-bit factor and 2000 fit into 128 bits.
    __extension__ using Wide = __int128;
    if (time.ticks <= 0) return 0;
    const Wide doubled = static_cast<Wide>(time.ticks) * time.base.num * 2000;
    return static_cast<std::int64_t>((doubled + time.base.den) / (2 * static_cast<Wide>(time.base.den)));
}

std::vector<Cue> cues_of(const TextList& list) {
    std::vector<Cue> cues;
    for (const ListedText& text : list.texts) {
        const std::vector<std::string> lines = shown_lines(text.track.text);
        if (lines.empty()) continue;
        for (Cue& cue : cues_of(text)) {
            cue.lines = lines;
            cues.push_back(std::move(cue));
        }
    }
    std::sort(cues.begin(), cues.end(), earlier);
    return cues;
}

std::vector<Cue> one_at_a_time(const std::vector<Cue>& cues, std::int64_t least_ms) {
    std::vector<Cue> result;
    for (const Stretch& stretch : without_slivers(stretches_of(cues), least_ms)) {
        Cue cue = merged(cues, stretch);
        // A mark that jumped says the same as before.
        if (!result.empty() && result.back().end_ms == cue.begin_ms && result.back().lines == cue.lines)
            result.back().end_ms = cue.end_ms;
        else
            result.push_back(std::move(cue));
    }
    return result;
}

}  // namespace sourcereel::exports
