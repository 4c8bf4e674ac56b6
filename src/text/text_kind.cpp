#include "text/text_kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

/// Beginnings of a credit line, case folded.
constexpr std::array<std::string_view, 14> kCredits{
    "courtesy", "video:",   "video by", "footage:", "source:", "photo:", "credit:",
    "credits:", "источник", "видео:",   "фото:",    "출처",    "来源",   "المصدر"};

bool is_credit(const std::string& folded) {
    return std::any_of(kCredits.begin(), kCredits.end(),
                       [&](std::string_view start) { return folded.rfind(start, 0) == 0; });
}

/// Names that sites and programs lay over what is saved from them, case folded.
constexpr std::array<std::string_view, 15> kSites{"tiktok",   "抖音",      "快手",      "kwai",  "likee",
                                                  "capcut",   "instagram", "youtube",   "reels", "snapchat",
                                                  "telegram", "facebook",  "vkontakte", "weibo", "微博"};

bool is_mark_of_site(const std::string& folded) {
    return std::find(kSites.begin(), kSites.end(), folded) != kSites.end();
}

}  // namespace

TextKind classify(const TextTrack& track, const Rect& picture, double video_seconds) {
    if (track.kind == TextKind::ticker || track.kind == TextKind::scene) return track.kind;
    const std::string folded = unicode::nfkc_casefold(track.text);
    if (is_credit(folded)) return TextKind::credit;
    if (!track.handles.empty() || !track.path.empty() || is_mark_of_site(folded)) return TextKind::watermark;

    const double seconds = track.range.duration_seconds();
    const bool lasting = seconds >= 0.6 * video_seconds && seconds >= 3.0;
    const double centre_x = (track.box.x + track.box.width / 2.0) / picture.width;
    const double centre_y = (track.box.y + track.box.height / 2.0) / picture.height;
    const double share_x = static_cast<double>(track.box.width) / picture.width;
    const double share_y = static_cast<double>(track.box.height) / picture.height;

    const bool in_corner = (centre_x < 0.3 || centre_x > 0.7) && (centre_y < 0.25 || centre_y > 0.75);
    if (lasting && in_corner && share_x < 0.3) return TextKind::bug;
    if (lasting && share_x < 0.3 && centre_y < 0.7) return TextKind::watermark;
    if (share_y > 0.3 || (share_x > 0.5 && share_y > 0.15)) return TextKind::title;
    if (centre_y > 0.7) {
        // Subtitles are centred and short-lived; straps stand to one side or stay.
        const bool centred = centre_x > 0.42 && centre_x < 0.58;
        if (seconds > 6.5 || (!centred && share_x < 0.7)) return TextKind::lower_third;
    }
    return TextKind::caption;
}

}  // namespace sourcereel::text
