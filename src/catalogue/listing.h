// catalogue/listing.h: a page of clips. Private to catalogue.
#pragma once

#include <filesystem>
#include <functional>

#include "catalogue/catalogue.h"
#include "catalogue/clip_table.h"

namespace sourcereel::catalogue {

/// As Catalogue::videos. @pre inside a transaction; `table` is of this state of the file.
VideoList list_videos(const Connection& connection, const ClipTable& table,
                      const std::filesystem::path& stills, const Query& query, const ListOptions& options);

/// The same, clip by clip: `begin` gets the counts first. Either ends it by giving false.
void list_videos(const Connection& connection, const ClipTable& table, const std::filesystem::path& stills,
                 const Query& query, const ListOptions& options,
                 const std::function<bool(const VideoList&)>& begin,
                 const std::function<bool(VideoSummary&&)>& take);

}  // namespace sourcereel::catalogue
