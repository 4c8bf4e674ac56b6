// verdict/evidence.h: what one video shows for or against one claim.
#pragma once

#include <string>
#include <vector>

#include "attribution/outlets.h"
#include "core/claim.h"
#include "core/finding.h"
#include "core/sidecar.h"
#include "core/text_track.h"

namespace sourcereel::verdict {

inline Strength weaker(Strength a, Strength b) {
    return a > b ? a : b;
}

/// All that is known of one video.
struct VideoFacts {
    std::string sha256;
    std::string
        copy_group;  ///< Equal for copies of one video: a mark in all of them is one. Empty: its sha256.
    std::vector<TextTrack> tracks;
    std::vector<Sidecar> sidecars;
    Coverage coverage;
};

/// Marks in the picture that bear on the claim. Strengths: B for an exact account name, alone in its place,
/// sure and in three pictures a second apart; for an outlet's text on screen, alone, strong, in a fixed place
/// and lasting; for an exact credit line. C for what is shorter or stands among other words. D for two or
/// three letters, single pictures and near names. What shows another account or outlet in such strength
/// opposes, for claims that name one carrier or one broadcaster. Pure.
std::vector<Evidence> marks_for(const Claim& claim, const VideoFacts& video,
                                const attribution::OutletRegistry& outlets);

/// Downloaders' metadata that bear on the claim. A: the account of the post of this file, with a stable
/// number and nothing that contradicts itself. For "posted by" another account opposes; for all other types
/// the account is at most B, for "original" C: having posted something does not make it one's own. Pure.
std::vector<Evidence> metadata_for(const Claim& claim, const VideoFacts& video,
                                   const attribution::OutletRegistry& outlets);

}  // namespace sourcereel::verdict
