// exports/shot_list.h: the shots of one video, ready to be written in any format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/media_info.h"
#include "core/shot.h"
#include "exports/edit_rate.h"
#include "exports/frame_times.h"

namespace sourcereel::exports {

/// A shot with the times of its transition, which core::Shot has as frame numbers only.
struct ListedShot {
    Shot shot;
    TimeRange transition;  ///< Of the frames that mix both shots; empty for a cut.

    /// The shot begins by more than a cut.
    bool gradual() const noexcept { return shot.transition.end_frame > shot.transition.begin_frame; }
};

/// What an editing program must know of the sound.
struct Sound {
    int channels = 0;
    int rate = 0;  ///< Samples a second.
};

struct ShotList {
    MediaInfo media;
    std::string file;   ///< Absolute path, for links to the media.
    std::string title;  ///< The file's name.
    std::optional<Sound> sound;
    EditRate rate;
    std::vector<ListedShot> shots;
};

/// `times` of all pictures, as they were read; `stated_rate` as the container says, 0 where it does not.
ShotList make_shot_list(const MediaInfo& media, const std::vector<Shot>& shots, const FrameTimes& times,
                        double stated_rate);

/// The times of pictures where only those of the shots are known: exact at a constant rate; at a variable one
/// the pictures of a shot are taken to follow at equal steps.
FrameTimes times_within(const std::vector<Shot>& shots);

/// "cut", "dissolve, 12 frames", for people.
std::string transition_text(const Shot& shot);

}  // namespace sourcereel::exports
