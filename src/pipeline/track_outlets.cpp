#include "pipeline/track_outlets.h"

#include <set>

namespace sourcereel::pipeline {
namespace {

bool says_whose(TextKind kind) {
    return kind == TextKind::watermark || kind == TextKind::bug || kind == TextKind::lower_third ||
           kind == TextKind::credit;
}

}  // namespace

std::vector<std::vector<std::string>> outlets_of(const std::vector<TextTrack>& tracks,
                                                 const attribution::OutletRegistry& registry) {
    std::vector<std::vector<std::string>> all;
    all.reserve(tracks.size());
    for (const TextTrack& track : tracks) {
        std::set<std::string> ids;
        if (says_whose(track.kind))
            for (const attribution::OutletMatch& match : registry.on_screen(track.text))
                if (!match.weak) ids.insert(match.outlet->id);
        for (const HandleMention& mention : track.handles)
            if (const auto* owner = registry.by_handle(mention.handle, mention.platform.value_or("")))
                ids.insert(owner->id);
        all.emplace_back(ids.begin(), ids.end());
    }
    return all;
}

}  // namespace sourcereel::pipeline
