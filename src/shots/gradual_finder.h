// shots/gradual_finder.h: finds dissolves and wipes. Private to shots.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shots/frame_score.h"
#include "shots/step_window.h"

namespace sourcereel::shots {

/// Tries spans of nine lengths, from 4 to 80 steps, that end at each frame. Of those that overlap, the one
/// with the most evidence stays.
class GradualFinder {
public:
    void push(const FrameFeatures& features);
    /// The transition that is over at frame `index`, if there is one; `cut`: that frame is the first of a new
    /// shot, and no transition goes on across it. Ask for each frame, in order, some 40 frames after it was
    /// pushed: one that is better may overlap it.
    std::optional<GradualScore> over_at(std::int64_t index, bool cut);

private:
    struct Candidate {
        GradualScore score;
        StepSpan span;
        std::int64_t from, to;  ///< Indices of the frames at both ends of the span.
        double rank;
    };
    void try_span(const StepSpan& span, std::size_t scale);
    bool is_abrupt(const StepSpan& span, double whole) const;
    bool meets_flat(const StepSpan& span) const;
    bool comes_back(const StepSpan& span, std::int64_t direction) const;
    bool set_frames(Candidate& candidate) const;
    void keep(const Candidate& candidate);

    StepWindow steps_;
    std::vector<Candidate> candidates_;  ///< No two overlap.
};

}  // namespace sourcereel::shots
