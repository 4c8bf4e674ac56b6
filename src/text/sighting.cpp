#include "text/sighting.h"

namespace sourcereel::text {
namespace {

Timestamp middle(const Timestamp& a, const Timestamp& b) {
    return {a.ticks + (b.ticks - a.ticks) / 2, a.base};
}

}  // namespace

Presence Sighting::presence(const std::optional<VideoEnd>& video_end) const {
    Presence presence;
    presence.begin = from_start ? Timestamp{0, first.time.base} : middle(before.time, first.time);
    presence.begin_frame = from_start ? 0 : (before.frame + first.frame + 1) / 2;
    presence.end = video_end ? video_end->end : middle(last.time, after.time);
    presence.end_frame = video_end ? video_end->frames : (last.frame + after.frame + 1) / 2;
    return presence;
}

}  // namespace sourcereel::text
