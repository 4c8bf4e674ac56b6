// shots/fade_finder.h: finds fades: a picture that sinks into one flat colour and another that rises from it.
// Private to shots.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "shots/frame_features.h"
#include "shots/frame_score.h"

namespace sourcereel::shots {

/// Goes through the frames in order; keeps the luma of at most 512. A fade with a cut on one side is that cut
/// alone, and no fade spans a cut. Where the flat picture lasts 1 s, it is a shot of its own: sinking into it
/// and rising from it are two fades.
class FadeFinder {
public:
    /// Takes the next frame and whether it is the first after a cut; returns a fade that is over.
    std::optional<GradualScore> push(const FrameFeatures& features, bool cut);
    /// The video is over: a picture that is still rising has risen.
    std::optional<GradualScore> finish();

private:
    struct Step {
        LumaCells luma;
        std::int64_t index;
        Timestamp pts;
        double seconds;
        double contrast;    ///< See FrameFeatures.
        double flat_share;  ///< See FrameFeatures.
        double alike;       ///< Correlation with the frame before.
        bool flat;
        bool cut;
    };
    enum class State { picture, flat, rising };

    std::int64_t end() const { return first_ + static_cast<std::int64_t>(steps_.size()); }
    const Step& at(std::int64_t n) const { return steps_[static_cast<std::size_t>(n - first_)]; }
    void remember(const FrameFeatures& features, bool cut);

    void enter_flat(std::int64_t n);
    void enter_picture();
    std::optional<GradualScore> stay_flat(std::int64_t n);
    std::optional<GradualScore> rise(std::int64_t n);
    std::optional<GradualScore> end_rise();

    std::optional<std::int64_t> sinking_begin(std::int64_t flat_begin) const;
    bool grows(std::int64_t flat, std::int64_t top, std::int64_t k) const;
    bool is_ramp(std::int64_t flat_side, std::int64_t picture_side) const;
    std::optional<GradualScore> fade(std::int64_t begin, std::int64_t end, std::int64_t picture) const;

    std::deque<Step> steps_;
    std::int64_t first_ = 0;  ///< Ordinal of steps_.front().
    State state_ = State::picture;
    std::optional<std::int64_t> sinking_;  ///< First mixed frame of the fade into the present flat picture.
    std::int64_t flat_begin_ = 0;
    double flat_begin_seconds_ = 0;
    bool lasting_ = false;         ///< The present flat picture is a shot of its own.
    std::int64_t rise_begin_ = 0;  ///< First frame that is no longer flat.
    std::int64_t top_ = 0;         ///< The frame of most contrast since then.
};

}  // namespace sourcereel::shots
