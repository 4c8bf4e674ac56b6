#include "exports/shot_list.h"

#include <filesystem>

namespace sourcereel::exports {

ShotList make_shot_list(const MediaInfo& media, const std::vector<Shot>& shots, const FrameTimes& times,
                        double stated_rate) {
    ShotList list;
    list.media = media;
    list.file = media.path;
    list.title = std::filesystem::path(media.path).filename().string();
    list.rate = edit_rate_for(stated_rate, media, shots);
    list.shots.reserve(shots.size());
    for (const Shot& shot : shots) {
        ListedShot listed{shot, {shot.range.begin, shot.range.begin}};
        if (listed.gradual())
            listed.transition = {times.at(shot.transition.begin_frame, media.duration),
                                 times.at(shot.transition.end_frame, media.duration)};
        list.shots.push_back(listed);
    }
    return list;
}

FrameTimes times_within(const std::vector<Shot>& shots) {
    __extension__ using Wide = __int128;
    FrameTimes times;
    for (const Shot& shot : shots) {
        const std::int64_t frames = shot.end_frame - shot.begin_frame;
        const Wide ticks = shot.range.end.ticks - shot.range.begin.ticks;
        for (std::int64_t n = 0; n < frames; ++n) {
            // To the nearest tick, as a container rounds.
            const auto passed =
                static_cast<std::int64_t>((2 * ticks * n + frames) / (2 * static_cast<Wide>(frames)));
            times.push(shot.begin_frame + n, {shot.range.begin.ticks + passed, shot.range.begin.base});
        }
    }
    return times;
}

std::string transition_text(const Shot& shot) {
    std::string text{name_of(shot.transition.kind)};
    const std::int64_t frames = shot.transition.end_frame - shot.transition.begin_frame;
    if (frames > 0) text += ", " + std::to_string(frames) + (frames == 1 ? " frame" : " frames");
    return text;
}

}  // namespace sourcereel::exports
