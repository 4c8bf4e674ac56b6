#include "catalogue/clip_table.h"

#include <algorithm>
#include <filesystem>

#include "catalogue/query.h"
#include "catalogue/track_key.h"
#include "unicode/fold.h"
#include "unicode/search_fold.h"

namespace sourcereel::catalogue {
namespace {

/// Calls `visit` with the place of the clip of each row, whose first column is its video; rows by video.
template <typename Visit>
void for_each_row(const ClipTable& table, Statement rows, Visit visit) {
    while (rows.step()) {
        const std::uint32_t place = table.place_of(rows.integer(0));
        if (place < table.clips.size()) visit(place, rows);
    }
}

void read_clips(const Connection& connection, ClipTable& table) {
    Statement videos = connection.prepare(
        "SELECT video_id, coalesce(published_on, substr(analysed_at, 1, 10)),"
        " duration_pts * 1.0 * time_base_num / time_base_den"
        " FROM video LEFT JOIN publication USING (video_id) ORDER BY video_id");
    while (videos.step()) {
        Clip clip;
        clip.video_id = videos.integer(0);
        clip.date = videos.text(1);
        const std::string month = clip.date.substr(0, 7);
        clip.month = table.months.add(month, month);
        clip.seconds = videos.real(2);
        table.clips.push_back(std::move(clip));
    }
    // Of a group with max(), SQLite gives the other columns of the row that has it.
    for_each_row(table,
                 connection.prepare(
                     "SELECT video_id, path, max(sighting_id) FROM video_path GROUP BY video_id ORDER BY 1"),
                 [&](std::uint32_t place, const Statement& row) {
                     const std::filesystem::path path = row.text(1);
                     const std::string folder = unicode::valid_utf8(path.parent_path().string());
                     table.clips[place].folder = table.folders.add(unicode::nfkc_casefold(folder), folder);
                     table.clips[place].name = unicode::search_fold(path.filename().string());
                 });
}

void read_mentions(const Connection& connection, ClipTable& table) {
    Statement handles = connection.prepare(
        "SELECT track_id, handle_folded, handle, platform FROM handle_mention ORDER BY track_id, position");
    while (handles.step()) {
        const std::int64_t key = handles.integer(0);
        const std::uint32_t place = table.place_of(video_of_key(key));
        const std::string platform = handles.text(3);
        table.handles.push_back({key, place, table.handle_names.add(handles.text(1), handles.text(2)),
                                 handles.is_null(3)
                                     ? Names::kNone
                                     : table.platforms.add(unicode::nfkc_casefold(platform), platform)});
    }
    Statement outlets =
        connection.prepare("SELECT track_id, outlet FROM outlet_mention ORDER BY track_id, outlet");
    while (outlets.step()) {
        const std::int64_t key = outlets.integer(0);
        const std::uint32_t place = table.place_of(video_of_key(key));
        const std::string outlet = outlets.text(1);
        table.outlets.push_back(
            {key, place, table.outlet_names.add(unicode::nfkc_casefold(outlet), outlet), Names::kNone});
    }
}

}  // namespace

std::uint32_t Names::add(const std::string& folded, const std::string& shown) {
    const auto [entry, is_new] = numbers_.try_emplace(folded, static_cast<std::uint32_t>(folded_.size()));
    if (is_new) {
        folded_.push_back(folded);
        shown_.push_back(shown);
    }
    return entry->second;
}

std::uint32_t Names::find(const std::string& folded) const {
    const auto entry = numbers_.find(folded);
    return entry == numbers_.end() ? kNone : entry->second;
}

std::uint32_t ClipTable::place_of(std::int64_t video_id) const {
    const auto none = static_cast<std::uint32_t>(clips.size());
    if (clips.empty() || video_id < clips.front().video_id || video_id > clips.back().video_id) return none;
    const auto most = static_cast<std::size_t>(video_id - clips.front().video_id);
    // Where no video ever went, ids follow each other; asking none of them is what makes this cheap.
    if (static_cast<std::size_t>(clips.back().video_id - clips.front().video_id) + 1 == clips.size())
        return static_cast<std::uint32_t>(most);
    const auto end = clips.begin() + static_cast<std::ptrdiff_t>(std::min(most + 1, clips.size()));
    const auto found = std::lower_bound(clips.begin(), end, video_id,
                                        [](const Clip& clip, std::int64_t id) { return clip.video_id < id; });
    return found != end && found->video_id == video_id ? static_cast<std::uint32_t>(found - clips.begin())
                                                       : none;
}

ClipTable ClipTable::read(const Connection& connection) {
    ClipTable table;
    table.classes = read_text_classes(connection);
    read_clips(connection, table);
    read_mentions(connection, table);
    for_each_row(
        table,
        connection.prepare("SELECT video_id, class_id, tracks FROM text_count"
                           " ORDER BY video_id, class_id"),
        [&](std::uint32_t place, const Statement& row) {
            table.counts.push_back({place, static_cast<std::uint32_t>(row.integer(1)), row.integer(2)});
        });
    for_each_row(table,
                 connection.prepare(
                     "SELECT video_id, tag_folded, min(tag) FROM (SELECT video_id, tag_folded, tag FROM tag"
                     " UNION ALL SELECT video_id, tag_folded, tag FROM range_tag)"
                     " GROUP BY 1, 2 ORDER BY 1, 2"),
                 [&](std::uint32_t place, const Statement& row) {
                     table.clips[place].tags.push_back(table.tags.add(row.text(1), row.text(2)));
                 });
    for_each_row(table, connection.prepare("SELECT DISTINCT video_id FROM note ORDER BY 1"),
                 [&](std::uint32_t place, const Statement&) { table.clips[place].has_note = true; });
    for_each_row(table, connection.prepare("SELECT DISTINCT video_id, verdict FROM verdict ORDER BY 1"),
                 [&](std::uint32_t place, const Statement& row) {
                     const std::string verdict = row.text(1);
                     for (std::size_t i = 0; i < kVerdicts.size(); ++i)
                         if (name_of(kVerdicts.at(i)) == verdict) table.clips[place].verdicts |= 1U << i;
                 });
    return table;
}

}  // namespace sourcereel::catalogue
