#include "pipeline/evidence_pictures.h"

#include <algorithm>
#include <cmath>

#include "core/frame.h"
#include "imaging/evidence_picture.h"
#include "media/frame_reader.h"
#include "pipeline/analysis.h"

namespace sourcereel::pipeline {
namespace {

constexpr double kSpacingSeconds = 0.2;
constexpr int kMargin = 12;

struct Best {
    const TextTrack* track = nullptr;
    double next_s = 0;
    double score = -1;
    Frame frame;
    Rect box;
};

/// Where the mark is at a moment: that of the point of its path that is nearest in time.
Rect box_at(const TextTrack& track, const Timestamp& time) {
    Rect box = track.box;
    double nearest = -1;
    for (const PathPoint& point : track.path) {
        const double distance = std::abs(point.time.seconds() - time.seconds());
        if (nearest >= 0 && distance >= nearest) continue;
        nearest = distance;
        box.x = point.x;
        box.y = point.y;
    }
    return box;
}

void look(Best& best, const Frame& frame) {
    if (!best.track->range.contains(frame.pts) || frame.pts.seconds() < best.next_s) return;
    best.next_s = frame.pts.seconds() + kSpacingSeconds;
    const Rect box = box_at(*best.track, frame.pts);
    const double score = imaging::sharpness(frame, box);
    if (score <= best.score) return;
    best.score = score;
    best.frame = frame;
    best.box = box;
}

}  // namespace

std::vector<std::optional<EvidencePicture>> evidence_pictures(const std::filesystem::path& video,
                                                              const std::vector<TextTrack>& tracks,
                                                              const std::stop_token& stop) {
    std::vector<Best> bests(std::min(tracks.size(), kMostPictured));
    for (std::size_t i = 0; i < bests.size(); ++i) bests[i].track = &tracks[i];
    const auto ends_after = [](const Frame& frame) {
        return [&frame](const Best& best) { return frame.pts < best.track->range.end; };
    };
    if (!bests.empty()) {
        media::FrameReader reader(video);
        while (const auto frame = reader.next()) {
            if (stop.stop_requested()) throw Cancelled{};
            if (std::none_of(bests.begin(), bests.end(), ends_after(*frame))) break;
            for (Best& best : bests) look(best, *frame);
        }
    }
    std::vector<std::optional<EvidencePicture>> pictures(tracks.size());
    for (std::size_t i = 0; i < bests.size(); ++i) {
        const Best& best = bests[i];
        if (best.score < 0) continue;
        std::string crop = imaging::crop_png(best.frame, best.box, kMargin);
        if (crop.empty()) continue;
        pictures[i] = EvidencePicture{std::move(crop), imaging::boxed_png(best.frame, best.box),
                                      best.frame.pts, best.frame.index};
    }
    return pictures;
}

}  // namespace sourcereel::pipeline
