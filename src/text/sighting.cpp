#include "text/sighting.h"

namespace sourcereel::text {
namespace {

/// Where what is shown changes between two pictures: with the later one, if they are neighbours.
SampleMoment change_between(const SampleMoment& a, const SampleMoment& b) {
    if (b.frame - a.frame <= 1) return b;
    return {{a.time.ticks + (b.time.ticks - a.time.ticks) / 2, a.time.base}, (a.frame + b.frame + 1) / 2};
}

}  // namespace

Presence Sighting::presence(const std::optional<VideoEnd>& video_end) const {
    const SampleMoment came = change_between(before, first);
    const SampleMoment went = change_between(last, after);
    Presence presence;
    presence.begin = from_start ? Timestamp{0, first.time.base} : came.time;
    presence.begin_frame = from_start ? 0 : came.frame;
    presence.end = video_end ? video_end->end : went.time;
    presence.end_frame = video_end ? video_end->frames : went.frame;
    return presence;
}

}  // namespace sourcereel::text
