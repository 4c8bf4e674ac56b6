// catalogue/verdict_rows.h: verdicts on articles as rows. Private to catalogue. Transactions are the
// caller's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "catalogue/marks.h"
#include "catalogue/sqlite.h"

namespace sourcereel::catalogue {

/// As Catalogue::keep_verdicts.
std::size_t write_verdicts(const Connection& connection, const std::string& article_sha256,
                           const std::vector<JudgedClip>& clips, bool all_others_go, const std::string& now);
/// False where there was none.
bool remove_verdicts(const Connection& connection, const std::string& article_sha256);
/// Those that rest on what a video was found to hold before.
void remove_verdicts_of(const Connection& connection, std::int64_t video_id);
std::vector<ClipVerdict> read_verdicts(const Connection& connection, std::int64_t video_id);

}  // namespace sourcereel::catalogue
