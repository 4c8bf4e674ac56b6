#include "sourcereel/catalogued.h"

#include "sourcereel/failures.h"

namespace sourcereel::cli {

std::optional<catalogue::CataloguedVideo> find_catalogued(const catalogue::Catalogue& catalogue,
                                                          const std::string& key) {
    try {
        return catalogue.find(key);
    } catch (const Error& error) {
        // "unsupported" is about the key: its digits fit several videos.
        if (error.kind() == ErrorKind::unsupported) throw UsageError(error.what());
        throw CatalogueError(error);
    }
}

Error not_catalogued(const std::string& key, const Settings& settings) {
    return {ErrorKind::not_found, "no video " + key + " in the catalogue " + settings.db.string()};
}

json::VideoEntry entry_of(const catalogue::CataloguedVideo& found) {
    json::VideoEntry entry;
    entry.id = found.id;
    entry.analysed_at = found.analysed_at;
    entry.paths = found.paths;
    entry.media = found.video.media;
    entry.shots = found.video.shots;
    for (const auto& still : found.stills) entry.stills.push_back(still.string());
    entry.tracks = found.video.tracks;
    entry.decoded_share = found.video.decoded_share;
    entry.tool = found.video.settings.tool;
    entry.options = found.video.settings.options;
    entry.versions = found.video.settings.versions;
    return entry;
}

}  // namespace sourcereel::cli
