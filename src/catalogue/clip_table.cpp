#include "catalogue/clip_table.h"

#include <algorithm>
#include <filesystem>

#include "catalogue/query.h"
#include "catalogue/track_key.h"
#include "unicode/fold.h"
#include "unicode/search_fold.h"

namespace sourcereel::catalogue {
namespace {

constexpr std::int64_t kAnyVideo = std::int64_t{1} << kVideoBits;

/// Videos whose ids are in [first, end).
struct Span {
    std::int64_t first = 0;
    std::int64_t end = kAnyVideo;
};

/// The highest key of a text in them.
std::int64_t last_key_in(const Span& span) {
    return first_key(span.end - 1) + (first_key(1) - 1);
}

/// Calls `visit` with the place of the clip of each row, whose first column is its video; rows by video.
template <typename Visit>
void for_each_row(const ClipTable& table, Statement rows, Visit visit) {
    while (rows.step()) {
        const std::uint32_t place = table.place_of(rows.integer(0));
        if (place < table.clips.size()) visit(place, rows);
    }
}

std::vector<Clip> clips_in(const Connection& connection, const Span& span, ClipTable& table) {
    std::vector<Clip> clips;
    Statement videos = connection.prepare(
        "SELECT video_id, substr(analysed_at, 1, 10), duration_pts * 1.0 * time_base_num / time_base_den"
        " FROM video WHERE video_id >= ?1 AND video_id < ?2 ORDER BY video_id");
    videos.bind(span.first, span.end);
    while (videos.step()) {
        Clip clip;
        clip.video_id = videos.integer(0);
        clip.analysed_on = videos.text(1);
        clip.seconds = videos.real(2);
        clips.push_back(std::move(clip));
    }
    // Of a group with max(), SQLite gives the other columns of the row that has it.
    Statement paths = connection.prepare(
        "SELECT video_id, path, max(sighting_id) FROM video_path WHERE video_id >= ?1 AND video_id < ?2"
        " GROUP BY video_id ORDER BY 1");
    paths.bind(span.first, span.end);
    auto clip = clips.begin();
    while (paths.step()) {
        while (clip != clips.end() && clip->video_id < paths.integer(0)) ++clip;
        if (clip == clips.end()) break;
        if (clip->video_id != paths.integer(0)) continue;
        const std::filesystem::path path = paths.text(1);
        const std::string folder = unicode::valid_utf8(path.parent_path().string());
        clip->folder = table.folders.add(unicode::nfkc_casefold(folder), folder);
        clip->name = unicode::search_fold(path.filename().string());
    }
    return clips;
}

/// @pre `table.clips` has the clips of the span.
std::vector<Mention> handles_in(const Connection& connection, const Span& span, ClipTable& table) {
    std::vector<Mention> mentions;
    Statement rows = connection.prepare(
        "SELECT track_id, handle_folded, handle, platform FROM handle_mention"
        " WHERE track_id >= ?1 AND track_id <= ?2 ORDER BY track_id, position");
    rows.bind(first_key(span.first), last_key_in(span));
    while (rows.step()) {
        const std::int64_t key = rows.integer(0);
        const std::string platform = rows.text(3);
        mentions.push_back(
            {key, table.place_of(video_of_key(key)), table.handle_names.add(rows.text(1), rows.text(2)),
             rows.is_null(3) ? Names::kNone
                             : table.platforms.add(unicode::nfkc_casefold(platform), platform)});
    }
    return mentions;
}

/// @pre as of handles_in().
std::vector<Mention> outlets_in(const Connection& connection, const Span& span, ClipTable& table) {
    std::vector<Mention> mentions;
    Statement rows = connection.prepare(
        "SELECT track_id, outlet FROM outlet_mention WHERE track_id >= ?1 AND track_id <= ?2"
        " ORDER BY track_id, outlet");
    rows.bind(first_key(span.first), last_key_in(span));
    while (rows.step()) {
        const std::int64_t key = rows.integer(0);
        const std::string outlet = rows.text(1);
        mentions.push_back({key, table.place_of(video_of_key(key)),
                            table.outlet_names.add(unicode::nfkc_casefold(outlet), outlet), Names::kNone});
    }
    return mentions;
}

std::vector<ClassCount> counts_in(const Connection& connection, const Span& span, const ClipTable& table) {
    std::vector<ClassCount> counts;
    Statement rows = connection.prepare(
        "SELECT video_id, class_id, tracks FROM text_count WHERE video_id >= ?1 AND video_id < ?2"
        " ORDER BY video_id, class_id");
    rows.bind(span.first, span.end);
    while (rows.step()) {
        const std::uint32_t place = table.place_of(rows.integer(0));
        if (place < table.clips.size())
            counts.push_back({place, static_cast<std::uint32_t>(rows.integer(1)), rows.integer(2)});
    }
    return counts;
}

/// Puts `fresh` where `old` has the parts of this clip.
template <typename Part>
void replace_parts(std::vector<Part>& old, std::uint32_t clip, const std::vector<Part>& fresh) {
    const auto by_clip = [](const Part& part, std::uint32_t place) { return part.clip < place; };
    const auto first = std::lower_bound(old.begin(), old.end(), clip, by_clip);
    const auto end = std::lower_bound(first, old.end(), clip + 1, by_clip);
    old.insert(old.erase(first, end), fresh.begin(), fresh.end());
}

/// One video that was stored or seen since. False where there is no room for it at its place.
bool take_video(const Connection& connection, std::int64_t id, ClipTable& table) {
    const Span span{id, id + 1};
    std::vector<Clip> fresh = clips_in(connection, span, table);
    if (fresh.size() != 1) return false;
    std::uint32_t place = table.place_of(id);
    if (place < table.clips.size()) {
        table.clips[place] = std::move(fresh.front());
    } else {
        if (!table.clips.empty() && id < table.clips.back().video_id) return false;
        table.clips.push_back(std::move(fresh.front()));
        place = table.place_of(id);
    }
    replace_parts(table.handles, place, handles_in(connection, span, table));
    replace_parts(table.outlets, place, outlets_in(connection, span, table));
    replace_parts(table.counts, place, counts_in(connection, span, table));
    return true;
}

std::vector<ClipName> names_by_clip(const ClipTable& table, const std::vector<Mention>& mentions) {
    std::vector<ClipName> names;
    auto first_of_clip = names.size();
    for (const Mention& mention : mentions) {
        if (mention.clip >= table.clips.size()) continue;
        if (first_of_clip < names.size() && names.back().clip != mention.clip) first_of_clip = names.size();
        const ClipName one{mention.clip, mention.name};
        const auto begin = names.begin() + static_cast<std::ptrdiff_t>(first_of_clip);
        if (std::find(begin, names.end(), one) == names.end()) names.push_back(one);
    }
    return names;
}

void sum_up_names(ClipTable& table) {
    table.clip_handles = names_by_clip(table, table.handles);
    table.clip_outlets = names_by_clip(table, table.outlets);
}

/// When clips are from, and what people wrote about them.
void read_marks(const Connection& connection, ClipTable& table) {
    table.tags = {};
    for (Clip& clip : table.clips) {
        clip.date = clip.analysed_on;
        clip.tags.clear();
        clip.has_note = false;
        clip.verdicts = 0;
    }
    for_each_row(table,
                 connection.prepare("SELECT video_id, published_on FROM publication"
                                    " WHERE published_on IS NOT NULL ORDER BY 1"),
                 [&](std::uint32_t place, const Statement& row) { table.clips[place].date = row.text(1); });
    for (Clip& clip : table.clips) {
        const std::string month = clip.date.substr(0, 7);
        clip.month = table.months.add(month, month);
    }
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
}

std::int64_t newest_sighting(const Connection& connection) {
    return connection.number("SELECT max(sighting_id) FROM video_path");
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
    const Span all;
    table.last_sighting_ = newest_sighting(connection);
    table.classes = read_text_classes(connection);
    table.clips = clips_in(connection, all, table);
    table.handles = handles_in(connection, all, table);
    table.outlets = outlets_in(connection, all, table);
    table.counts = counts_in(connection, all, table);
    sum_up_names(table);
    read_marks(connection, table);
    return table;
}

void ClipTable::catch_up(const Connection& connection) {
    if (take_new_sightings(connection))
        read_marks(connection, *this);
    else
        *this = read(connection);
}

/// False where the sightings do not tell all that changed.
bool ClipTable::take_new_sightings(const Connection& connection) {
    const std::int64_t newest = newest_sighting(connection);
    if (newest != last_sighting_) {
        std::vector<std::int64_t> seen;
        Statement rows =
            connection.prepare("SELECT DISTINCT video_id FROM video_path WHERE sighting_id > ?1 ORDER BY 1");
        rows.bind(last_sighting_);
        while (rows.step()) seen.push_back(rows.integer(0));
        constexpr std::size_t kFew = 16;
        if (newest < last_sighting_ || seen.size() > kFew + clips.size() / 16) return false;
        classes = read_text_classes(connection);
        for (const std::int64_t id : seen)
            if (!take_video(connection, id, *this)) return false;
        sum_up_names(*this);
        last_sighting_ = newest;
    }
    return connection.number("SELECT count(*) FROM video") == static_cast<std::int64_t>(clips.size());
}

}  // namespace sourcereel::catalogue
