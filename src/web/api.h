// web/api.h: what stands under /api/v1. Private to web.
#pragma once

#include "web/connections.h"
#include "web/message.h"
#include "web/picture_index.h"
#include "web/previews.h"
#include "web/site.h"
#include "web/watch.h"

namespace sourcereel::web {

/// Everything that an answer is made from.
struct Desk {
    const SiteOptions& options;
    Connections& connections;
    Watch& watch;
    Previews& previews;
    PictureIndex& pictures;
};

/// Answers a request whose path begins with "api", "v1". Throws Error.
Response answer_api(const Request& request, const Desk& desk);

/// What a list is of.
struct Asked {
    std::string text;  ///< As typed.
    catalogue::Query query;
    std::int64_t limit = 0;
    std::int64_t offset = 0;
};
/// From q, limit and offset.
/// @throws Error unsupported saying what cannot be understood.
Asked asked_by(const Request& request);

/// Texts that answer, with the pictures in which they stand.
Response hit_list(const Request& request, const Desk& desk);
/// A list as a file to be kept.
Response exported_list(const Request& request, const Desk& desk);
// People's marks, searches that are kept, and verdicts. All that change something give the list as it is
// then.
Response searches(const Request& request, const Desk& desk);
Response save_search(const Request& request, const Desk& desk);
Response forget_search(const Request& request, const Desk& desk);
Response all_tags(const Request& request, const Desk& desk);
Response forget_article(const Request& request, const Desk& desk);
Response video_marks(const Request& request, const Desk& desk);
Response add_video_tag(const Request& request, const Desk& desk);
Response remove_video_tag(const Request& request, const Desk& desk);
Response add_video_note(const Request& request, const Desk& desk);
Response change_video_note(const Request& request, const Desk& desk);
Response remove_video_note(const Request& request, const Desk& desk);
Response set_not_a_copy(const Request& request, const Desk& desk);
Response unset_not_a_copy(const Request& request, const Desk& desk);
/// All pairs that are no copies.
Response not_copies(const Request& request, const Desk& desk);
// A picture becomes digits that stand in an address; these find shots.
Response read_picture(const Request& request, const Desk& desk);
Response pictures_like(const Request& request, const Desk& desk);
/// Clips that show the same pictures as this one.
Response videos_alike(const Request& request, const Desk& desk);
// Below /videos.
/// The one that the address names.
catalogue::CataloguedVideo video_of(const Request& request, const Desk& desk);
Response video_list(const Request& request, const Desk& desk);
Response video_whole(const Request& request, const Desk& desk);
Response video_still(const Request& request, const Desk& desk);
Response video_still_at(const Request& request, const Desk& desk);
Response video_times(const Request& request, const Desk& desk);
Response video_media(const Request& request, const Desk& desk);
Response video_preview_state(const Request& request, const Desk& desk);
Response video_preview_file(const Request& request, const Desk& desk);
Response make_video_preview(const Request& request, const Desk& desk);

/// A whole number in [least, most]; `fallback` where the parameter is missing.
/// @throws Error unsupported naming the parameter and what may stand there.
std::int64_t number_parameter(const Request& request, const std::string& name, std::int64_t fallback,
                              std::int64_t least, std::int64_t most);

}  // namespace sourcereel::web
