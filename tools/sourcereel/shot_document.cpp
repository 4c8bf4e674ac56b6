#include "sourcereel/shot_document.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "exports/csv.h"
#include "exports/edl.h"
#include "exports/fcpxml.h"
#include "exports/html.h"
#include "exports/otio.h"
#include "exports/qp.h"
#include "exports/shot_list.h"
#include "imaging/contact_sheet.h"
#include "json/documents.h"
#include "media/sound_info.h"

namespace sourcereel::cli {
namespace {

constexpr int kPageStillSide = 400;
constexpr int kPageStillQuality = 80;

constexpr std::array<std::pair<ShotFormat, const char*>, 7> kNames{{{ShotFormat::csv, "csv"},
                                                                    {ShotFormat::json, "json"},
                                                                    {ShotFormat::html, "html"},
                                                                    {ShotFormat::edl, "edl"},
                                                                    {ShotFormat::otio, "otio"},
                                                                    {ShotFormat::fcpxml, "fcpxml"},
                                                                    {ShotFormat::qp, "qp"}}};

std::string page(const exports::ShotList& list, const AnalysedVideo& video) {
    std::vector<ShotStill> stills;
    stills.reserve(video.stills.size());
    for (const ShotStill& still : video.stills)
        stills.push_back(imaging::shrunk(still, kPageStillSide, kPageStillQuality));
    return exports::html(list, stills, video.warnings);
}

}  // namespace

std::optional<ShotFormat> shot_format_from(const std::string& name) {
    const auto* found =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto& pair) { return pair.second == name; });
    if (found == kNames.end()) return std::nullopt;
    return found->first;
}

std::string name_of(ShotFormat format) {
    const auto* found =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto& pair) { return pair.first == format; });
    return found == kNames.end() ? "" : found->second;
}

std::string shot_document(ShotFormat format, const AnalysedVideo& video, const exports::FrameTimes& times,
                          double stated_rate) {
    if (format == ShotFormat::json) return json::shots_document(video.media, video.shots, video.warnings);
    exports::ShotList list = exports::make_shot_list(video.media, video.shots, times, stated_rate);
    std::error_code ignored;
    const auto absolute = std::filesystem::absolute(video.media.path, ignored);
    if (!ignored) list.file = absolute.lexically_normal().string();
    // A catalogued video may be gone; what is known of its pictures is told all the same.
    if (format == ShotFormat::fcpxml && std::filesystem::exists(video.media.path, ignored)) {
        if (const auto sound = media::sound_of(video.media.path))
            list.sound = exports::Sound{sound->channels, sound->rate};
    }
    switch (format) {
        case ShotFormat::csv:
            return exports::csv(list);
        case ShotFormat::html:
            return page(list, video);
        case ShotFormat::edl:
            return exports::edl(list);
        case ShotFormat::otio:
            return exports::otio(list);
        case ShotFormat::fcpxml:
            return exports::fcpxml(list);
        case ShotFormat::qp:
            return exports::qp(list);
        case ShotFormat::json:
            break;
    }
    return {};
}

}  // namespace sourcereel::cli
