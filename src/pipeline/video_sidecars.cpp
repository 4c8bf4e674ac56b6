#include "pipeline/video_sidecars.h"

#include "core/error.h"
#include "media/content_hash.h"

namespace sourcereel::pipeline {

sidecar::SidecarsFound sidecars_of(const std::filesystem::path& video) {
    sidecar::SidecarsFound found = sidecar::sidecars_beside(video);
    std::vector<Sidecar> kept;
    for (Sidecar& sidecar : found.sidecars) {
        try {
            sidecar.sha256 = media::sha256_of_file(sidecar.file);
            kept.push_back(std::move(sidecar));
        } catch (const Error& error) {
            found.warnings.emplace_back(std::string("sidecar passed over: ") + error.what());
        }
    }
    found.sidecars = std::move(kept);
    return found;
}

Sidecar sidecar_in(const std::filesystem::path& file, const std::filesystem::path& video) {
    Sidecar sidecar = sidecar::read_sidecar(file, video.filename().string());
    sidecar.sha256 = media::sha256_of_file(file);
    return sidecar;
}

}  // namespace sourcereel::pipeline
