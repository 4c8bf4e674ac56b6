#include "catalogue/mark_rows.h"

#include <algorithm>

#include "catalogue/query.h"
#include "catalogue/video_rows.h"
#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

constexpr std::size_t kLongestTag = 100;
constexpr std::size_t kLongestNote = 10'000;

/// As stored: well-formed and without white space at the ends.
std::string tidy(const std::string& text, const char* what, std::size_t longest) {
    std::string valid = unicode::valid_utf8(text);
    const std::size_t begin = valid.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) throw Error(ErrorKind::unsupported, std::string(what) + " is empty");
    valid = valid.substr(begin, valid.find_last_not_of(" \t\r\n") + 1 - begin);
    if (unicode::code_points(valid).size() > longest)
        throw Error(ErrorKind::unsupported,
                    std::string(what) + " is longer than " + std::to_string(longest) + " characters");
    return valid;
}

void require_video(const Connection& connection, std::int64_t id) {
    if (connection.prepare("SELECT count(*) FROM video WHERE video_id = ?1").bind(id).number() == 0)
        throw Error(ErrorKind::not_found, "video " + std::to_string(id) + " is not in the catalogue");
}

std::vector<std::int64_t> numbers_of(Statement rows) {
    std::vector<std::int64_t> all;
    while (rows.step()) all.push_back(rows.integer(0));
    return all;
}

/// The video of `id` in another catalogue, as it is called here.
std::optional<std::int64_t> same_video(const Connection& here, const Connection& there, std::int64_t id) {
    Statement row = there.prepare("SELECT sha256 FROM video WHERE video_id = ?1");
    if (!row.bind(id).step()) return std::nullopt;
    return find_video_id(here, row.text(0));
}

/// The range as it can be kept of this video.
NoteRange within(const Connection& connection, std::int64_t video_id, NoteRange range) {
    if (range.begin_us < 0 || range.end_us <= range.begin_us)
        throw Error(ErrorKind::unsupported, "the range ends before it begins");
    const std::int64_t length =
        connection
            .prepare(
                "SELECT CAST(round(duration_pts * 1000000.0 * time_base_num / time_base_den) AS INTEGER)"
                " FROM video WHERE video_id = ?1")
            .bind(video_id)
            .number();
    if (range.begin_us >= length)
        throw Error(ErrorKind::unsupported, "the range begins after the end of the video");
    range.end_us = std::min(range.end_us, length);
    return range;
}

std::string tidy_tag(const std::string& tag) {
    std::string shown = unicode::collapse_spaces(tidy(tag, "the tag", kLongestTag));
    if (shown.starts_with('+') || shown.starts_with('-') || !unicode::has_word(shown))
        throw Error(ErrorKind::unsupported,
                    "\"" + shown + "\" cannot be a tag: it begins with + or -, or holds no letter or digit");
    return shown;
}

std::string folded_tag(const std::string& tag) {
    return unicode::nfkc_casefold(unicode::collapse_spaces(tag));
}

void insert_note(const Connection& connection, const Note& note, const std::string& now) {
    Statement row = connection.prepare(
        "INSERT INTO note (video_id, begin_us, end_us, text, made_at) VALUES (?1, ?2, ?3, ?4, ?5)");
    row.bind_one(1, note.video_id);
    if (note.range) {
        row.bind_one(2, note.range->begin_us);
        row.bind_one(3, note.range->end_us);
    }
    row.bind_one(4, note.text);
    row.bind_one(5, now);
    row.run();
}

void copy_notes(const Connection& connection, const Connection& source, std::int64_t from, std::int64_t to) {
    const std::vector<Note> known = read_notes(connection, to);
    for (Note note : read_notes(source, from)) {
        const auto same = [&](const Note& other) {
            return other.range == note.range && other.text == note.text;
        };
        if (std::any_of(known.begin(), known.end(), same)) continue;
        note.video_id = to;
        insert_note(connection, note, note.made_at);
    }
}

}  // namespace

void write_tag(const Connection& connection, std::int64_t video_id, const std::string& tag,
               const std::string& now) {
    require_video(connection, video_id);
    const std::string shown = tidy_tag(tag);
    connection.prepare("INSERT OR IGNORE INTO tag VALUES (?1, ?2, ?3, ?4)")
        .bind(video_id, unicode::nfkc_casefold(shown), shown, now)
        .run();
}

void remove_tag(const Connection& connection, std::int64_t video_id, const std::string& tag) {
    require_video(connection, video_id);
    connection.prepare("DELETE FROM tag WHERE video_id = ?1 AND tag_folded = ?2")
        .bind(video_id, folded_tag(tag))
        .run();
}

void write_range_tag(const Connection& connection, std::int64_t video_id, const NoteRange& range,
                     const std::string& tag, const std::string& now) {
    require_video(connection, video_id);
    const std::string shown = tidy_tag(tag);
    const NoteRange kept = within(connection, video_id, range);
    connection.prepare("INSERT OR IGNORE INTO range_tag VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(video_id, kept.begin_us, kept.end_us, folded_tag(shown), shown, now)
        .run();
}

void remove_range_tag(const Connection& connection, std::int64_t video_id, const NoteRange& range,
                      const std::string& tag) {
    require_video(connection, video_id);
    const NoteRange kept = within(connection, video_id, range);
    connection
        .prepare(
            "DELETE FROM range_tag WHERE video_id = ?1 AND begin_us = ?2 AND end_us = ?3 AND tag_folded = ?4")
        .bind(video_id, kept.begin_us, kept.end_us, folded_tag(tag))
        .run();
}

std::vector<RangeTag> read_range_tags(const Connection& connection, std::int64_t video_id) {
    std::vector<RangeTag> tags;
    Statement rows = connection.prepare(
        "SELECT begin_us, end_us, tag FROM range_tag WHERE video_id = ?1"
        " ORDER BY begin_us, end_us, tag_folded");
    rows.bind(video_id);
    while (rows.step()) tags.push_back({{rows.integer(0), rows.integer(1)}, rows.text(2)});
    return tags;
}

std::vector<std::string> read_tags(const Connection& connection, std::int64_t video_id) {
    std::vector<std::string> tags;
    Statement rows = connection.prepare("SELECT tag FROM tag WHERE video_id = ?1 ORDER BY tag_folded");
    rows.bind(video_id);
    while (rows.step()) tags.push_back(rows.text(0));
    return tags;
}

std::vector<TagCount> count_tags(const Connection& connection) {
    std::vector<TagCount> counts;
    Statement rows = connection.prepare(
        "SELECT min(tag), count(DISTINCT video_id) FROM (SELECT video_id, tag_folded, tag FROM tag"
        " UNION ALL SELECT video_id, tag_folded, tag FROM range_tag) GROUP BY tag_folded ORDER BY "
        "tag_folded");
    while (rows.step()) counts.push_back({rows.text(0), rows.integer(1)});
    return counts;
}

std::int64_t write_note(const Connection& connection, const Note& note, const std::string& now) {
    require_video(connection, note.video_id);
    Note tidied = note;
    tidied.text = tidy(note.text, "the note", kLongestNote);
    if (note.range) tidied.range = within(connection, note.video_id, *note.range);
    insert_note(connection, tidied, now);
    return connection.last_row_id();
}

bool change_note(const Connection& connection, std::int64_t note_id, const std::string& text) {
    return connection.prepare("UPDATE note SET text = ?2 WHERE note_id = ?1 RETURNING note_id")
               .bind(note_id, tidy(text, "the note", kLongestNote))
               .number() != 0;
}

bool remove_note(const Connection& connection, std::int64_t note_id) {
    return connection.prepare("DELETE FROM note WHERE note_id = ?1 RETURNING note_id")
               .bind(note_id)
               .number() != 0;
}

std::vector<Note> read_notes(const Connection& connection, std::int64_t video_id) {
    std::vector<Note> notes;
    Statement rows = connection.prepare(
        "SELECT note_id, begin_us, end_us, text, made_at FROM note WHERE video_id = ?1"
        " ORDER BY begin_us, end_us, note_id");
    rows.bind(video_id);
    while (rows.step()) {
        Note note{rows.integer(0), video_id, std::nullopt, rows.text(3), rows.text(4)};
        if (!rows.is_null(1)) note.range = NoteRange{rows.integer(1), rows.integer(2)};
        notes.push_back(std::move(note));
    }
    return notes;
}

void write_not_a_copy(const Connection& connection, std::int64_t a, std::int64_t b, bool is_none,
                      const std::string& now) {
    require_video(connection, a);
    require_video(connection, b);
    if (a == b) throw Error(ErrorKind::unsupported, "a pair that is no copy needs two videos");
    if (is_none)
        connection.prepare("INSERT OR IGNORE INTO not_a_copy VALUES (?1, ?2, ?3)")
            .bind(std::min(a, b), std::max(a, b), now)
            .run();
    else
        connection.prepare("DELETE FROM not_a_copy WHERE video_id = ?1 AND other_video_id = ?2")
            .bind(std::min(a, b), std::max(a, b))
            .run();
}

std::vector<std::int64_t> read_not_copies(const Connection& connection, std::int64_t video_id) {
    Statement rows = connection.prepare(
        "SELECT other_video_id FROM not_a_copy WHERE video_id = ?1"
        " UNION SELECT video_id FROM not_a_copy WHERE other_video_id = ?1 ORDER BY 1");
    rows.bind(video_id);
    return numbers_of(std::move(rows));
}

std::vector<NotACopy> read_not_copies(const Connection& connection) {
    const auto path_of = [](const char* column) {
        return std::string(
                   "(SELECT path FROM (SELECT path, max(sighting_id) FROM video_path AS p WHERE "
                   "p.video_id = n.") +
               column + "))";
    };
    Statement rows = connection.prepare("SELECT video_id, other_video_id, " + path_of("video_id") + ", " +
                                        path_of("other_video_id") +
                                        ", made_at FROM not_a_copy AS n ORDER BY made_at DESC, 1, 2");
    std::vector<NotACopy> pairs;
    while (rows.step())
        pairs.push_back({rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.text(4)});
    return pairs;
}

void write_search(const Connection& connection, const SavedSearch& search, const std::string& now) {
    parse_query(search.query);
    connection
        .prepare(
            "INSERT INTO saved_search VALUES (?1, ?2, ?3)"
            " ON CONFLICT (name) DO UPDATE SET query = ?2, made_at = ?3")
        .bind(unicode::collapse_spaces(tidy(search.name, "the name of the search", kLongestTag)),
              unicode::valid_utf8(search.query), now)
        .run();
}

bool remove_search(const Connection& connection, const std::string& name) {
    return connection.prepare("DELETE FROM saved_search WHERE name = ?1 RETURNING 1")
               .bind(unicode::collapse_spaces(name))
               .number() != 0;
}

std::vector<SavedSearch> read_searches(const Connection& connection) {
    std::vector<SavedSearch> searches;
    Statement rows = connection.prepare("SELECT name, query, made_at FROM saved_search ORDER BY name");
    while (rows.step()) searches.push_back({rows.text(0), rows.text(1), rows.text(2)});
    return searches;
}

void write_publication(const Connection& connection, std::int64_t video_id, const Publication& publication) {
    require_video(connection, video_id);
    const auto& day = publication.published_on;
    if (day && connection.prepare("SELECT date(?1, '+0 days') IS ?1").bind(*day).number() == 0)
        throw Error(ErrorKind::unsupported, "\"" + *day + "\" is no day such as 2024-06-30");
    const auto title =
        publication.title ? std::optional{unicode::valid_utf8(*publication.title)} : std::nullopt;
    connection.prepare("INSERT OR REPLACE INTO publication VALUES (?1, ?2, ?3)")
        .bind(video_id, day, title)
        .run();
}

std::int64_t copy_marks(const Connection& connection, const Connection& source) {
    const std::int64_t before = connection.changes_so_far();
    for (const std::int64_t from :
         numbers_of(source.prepare("SELECT video_id FROM tag UNION SELECT video_id FROM note UNION SELECT "
                                   "video_id FROM not_a_copy UNION SELECT video_id FROM range_tag"))) {
        const auto to = same_video(connection, source, from);
        if (!to) continue;
        Statement tags = source.prepare("SELECT tag_folded, tag, made_at FROM tag WHERE video_id = ?1");
        tags.bind(from);
        while (tags.step())
            connection.prepare("INSERT OR IGNORE INTO tag VALUES (?1, ?2, ?3, ?4)")
                .bind(*to, tags.text(0), tags.text(1), tags.text(2))
                .run();
        Statement parts = source.prepare(
            "SELECT begin_us, end_us, tag_folded, tag, made_at FROM range_tag WHERE video_id = ?1");
        parts.bind(from);
        while (parts.step())
            connection.prepare("INSERT OR IGNORE INTO range_tag VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .bind(*to, parts.integer(0), parts.integer(1), parts.text(2), parts.text(3), parts.text(4))
                .run();
        copy_notes(connection, source, from, *to);
        Statement pairs =
            source.prepare("SELECT other_video_id, made_at FROM not_a_copy WHERE video_id = ?1");
        pairs.bind(from);
        while (pairs.step())
            if (const auto other = same_video(connection, source, pairs.integer(0)); other && *other != *to)
                write_not_a_copy(connection, *to, *other, true, pairs.text(1));
    }
    for (const SavedSearch& search : read_searches(source))
        connection.prepare("INSERT OR IGNORE INTO saved_search VALUES (?1, ?2, ?3)")
            .bind(search.name, search.query, search.made_at)
            .run();
    return connection.changes_so_far() - before;
}

}  // namespace sourcereel::catalogue
