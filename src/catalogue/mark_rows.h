// catalogue/mark_rows.h: people's marks as rows. Private to catalogue. Transactions are the caller's.
#pragma once

#include <string>
#include <vector>

#include "catalogue/marks.h"
#include "catalogue/sqlite.h"

namespace sourcereel::catalogue {

/// @throws Error unsupported where the tag is empty, longer than 100 characters, or begins with + or -.
void write_tag(const Connection& connection, std::int64_t video_id, const std::string& tag,
               const std::string& now);
void remove_tag(const Connection& connection, std::int64_t video_id, const std::string& tag);
/// The same on a part of the video. The range is cut at the end of the video.
/// @throws Error unsupported where it is none, or begins after the end.
void write_range_tag(const Connection& connection, std::int64_t video_id, const NoteRange& range,
                     const std::string& tag, const std::string& now);
void remove_range_tag(const Connection& connection, std::int64_t video_id, const NoteRange& range,
                      const std::string& tag);
std::vector<RangeTag> read_range_tags(const Connection& connection, std::int64_t video_id);
std::vector<std::string> read_tags(const Connection& connection, std::int64_t video_id);
std::vector<TagCount> count_tags(const Connection& connection);

/// @throws Error unsupported where text or range are none.
std::int64_t write_note(const Connection& connection, const Note& note, const std::string& now);
/// False where there is no such note.
bool change_note(const Connection& connection, std::int64_t note_id, const std::string& text);
bool remove_note(const Connection& connection, std::int64_t note_id);
std::vector<Note> read_notes(const Connection& connection, std::int64_t video_id);

/// @throws Error unsupported where both are the same.
void write_not_a_copy(const Connection& connection, std::int64_t a, std::int64_t b, bool is_none,
                      const std::string& now);
std::vector<std::int64_t> read_not_copies(const Connection& connection, std::int64_t video_id);
std::vector<NotACopy> read_not_copies(const Connection& connection);

/// @throws Error unsupported where the name is empty or the query no query.
void write_search(const Connection& connection, const SavedSearch& search, const std::string& now);
bool remove_search(const Connection& connection, const std::string& name);
std::vector<SavedSearch> read_searches(const Connection& connection);

/// @throws Error unsupported where the day is none.
void write_publication(const Connection& connection, std::int64_t video_id, const Publication& publication);

/// Tags, notes, pairs and searches of `source` that are not here yet, for videos that are here by content.
/// Returns how many rows came.
std::int64_t copy_marks(const Connection& connection, const Connection& source);

}  // namespace sourcereel::catalogue
