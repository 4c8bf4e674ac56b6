// Lists of shots whose truth is known by construction.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "exports/shot_list.h"

namespace sourcereel::exports {

/// A video at a constant rate in a time base of its own.
struct Video {
    Rate rate{25, 1};
    TimeBase base{1, 90000};
    std::int64_t frames = 250;

    /// As a container rounds it.
    Timestamp at(std::int64_t frame) const {
        const double seconds =
            static_cast<double>(frame) * static_cast<double>(rate.den) / static_cast<double>(rate.num);
        return {std::llround(seconds * base.den / base.num), base};
    }
    MediaInfo media() const {
        MediaInfo media;
        media.path = "folder/a clip.mp4";
        media.width = 640;
        media.height = 360;
        media.frames = frames;
        media.duration = at(frames);
        media.frame_rate = static_cast<double>(frames) / media.duration.seconds();
        media.video_codec = "h264";
        return media;
    }
};

/// How a shot begins, in frames.
struct Begin {
    std::int64_t frame = 0;
    TransitionKind kind = TransitionKind::cut;
    std::int64_t mixing_from = 0;
    std::int64_t mixing_to = 0;
};

inline std::vector<Shot> shots_of(const Video& video, const std::vector<Begin>& begins) {
    std::vector<Shot> shots;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const std::int64_t begin = begins[i].frame;
        const std::int64_t end = i + 1 < begins.size() ? begins[i + 1].frame : video.frames;
        Shot shot{{video.at(begin), video.at(end)}, begin, end, {begins[i].kind, begin, begin, 0.875}};
        if (begins[i].mixing_to > begins[i].mixing_from) {
            shot.transition.begin_frame = begins[i].mixing_from;
            shot.transition.end_frame = begins[i].mixing_to;
        }
        if (i == 0) shot.transition = {};
        shots.push_back(shot);
    }
    return shots;
}

inline ShotList list_of(const Video& video, const std::vector<Begin>& begins) {
    FrameTimes times;
    for (std::int64_t n = 0; n < video.frames; ++n) times.push(n, video.at(n));
    ShotList list = make_shot_list(video.media(), shots_of(video, begins), times, video.rate.value());
    list.file = "/videos/a clip.mp4";
    return list;
}

/// Cuts, a dissolve, a fade and a wipe.
inline const std::vector<Begin> kEveryKind{{0},
                                           {40},
                                           {100, TransitionKind::dissolve, 94, 106},
                                           {150, TransitionKind::fade, 140, 161},
                                           {200, TransitionKind::wipe, 195, 205},
                                           {230}};

}  // namespace sourcereel::exports
