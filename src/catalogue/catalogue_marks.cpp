// What Catalogue does with people's marks and with files that moved.
#include <system_error>

#include "catalogue/catalogue.h"
#include "catalogue/mark_rows.h"
#include "catalogue/now.h"
#include "catalogue/schema.h"
#include "catalogue/sqlite.h"
#include "catalogue/verdict_rows.h"

namespace sourcereel::catalogue {
namespace {

/// Runs `change` as one transaction.
template <typename Change>
auto changing(const Connection& connection, const Change& change) {
    Transaction transaction{connection, Transaction::Kind::write};
    if constexpr (std::is_void_v<decltype(change())>) {
        change();
        transaction.commit();
    } else {
        auto answer = change();
        transaction.commit();
        return answer;
    }
}

}  // namespace

void Catalogue::add_tag(std::int64_t video_id, const std::string& tag) {
    changing(connection(), [&] { write_tag(connection(), video_id, tag, now_utc()); });
}

void Catalogue::remove_tag(std::int64_t video_id, const std::string& tag) {
    changing(connection(), [&] { catalogue::remove_tag(connection(), video_id, tag); });
}

void Catalogue::add_tag(std::int64_t video_id, const NoteRange& range, const std::string& tag) {
    changing(connection(), [&] { write_range_tag(connection(), video_id, range, tag, now_utc()); });
}

void Catalogue::remove_tag(std::int64_t video_id, const NoteRange& range, const std::string& tag) {
    changing(connection(), [&] { remove_range_tag(connection(), video_id, range, tag); });
}

std::vector<RangeTag> Catalogue::range_tags(std::int64_t video_id) const {
    return read_range_tags(connection(), video_id);
}

std::size_t Catalogue::keep_verdicts(const std::string& article_sha256, const std::vector<JudgedClip>& clips,
                                     bool all_others_go) {
    return changing(connection(), [&] {
        return write_verdicts(connection(), article_sha256, clips, all_others_go, now_utc());
    });
}

void Catalogue::forget_verdicts(const std::string& article_sha256) {
    if (!changing(connection(), [&] { return remove_verdicts(connection(), article_sha256); }))
        throw Error(ErrorKind::not_found,
                    "no verdicts are kept on an article with SHA-256 " + article_sha256);
}

std::vector<ClipVerdict> Catalogue::verdicts(std::int64_t video_id) const {
    return read_verdicts(connection(), video_id);
}

std::vector<std::string> Catalogue::tags(std::int64_t video_id) const {
    return read_tags(connection(), video_id);
}

std::vector<TagCount> Catalogue::tags() const {
    return count_tags(connection());
}

std::int64_t Catalogue::add_note(std::int64_t video_id, const std::optional<NoteRange>& range,
                                 const std::string& text) {
    return changing(connection(), [&] {
        return write_note(connection(), {0, video_id, range, text, {}}, now_utc());
    });
}

void Catalogue::change_note(std::int64_t note_id, const std::string& text) {
    if (!changing(connection(), [&] { return catalogue::change_note(connection(), note_id, text); }))
        throw Error(ErrorKind::not_found, "there is no note " + std::to_string(note_id));
}

void Catalogue::remove_note(std::int64_t note_id) {
    if (!changing(connection(), [&] { return catalogue::remove_note(connection(), note_id); }))
        throw Error(ErrorKind::not_found, "there is no note " + std::to_string(note_id));
}

std::vector<Note> Catalogue::notes(std::int64_t video_id) const {
    return read_notes(connection(), video_id);
}

void Catalogue::set_not_a_copy(std::int64_t video_id, std::int64_t other_id, bool is_none) {
    changing(connection(), [&] { write_not_a_copy(connection(), video_id, other_id, is_none, now_utc()); });
}

std::vector<std::int64_t> Catalogue::not_copies_of(std::int64_t video_id) const {
    return read_not_copies(connection(), video_id);
}

std::vector<NotACopy> Catalogue::not_copies() const {
    return read_not_copies(connection());
}

void Catalogue::save_search(const std::string& name, const std::string& query) {
    changing(connection(), [&] { write_search(connection(), {name, query, {}}, now_utc()); });
}

void Catalogue::remove_search(const std::string& name) {
    if (!changing(connection(), [&] { return catalogue::remove_search(connection(), name); }))
        throw Error(ErrorKind::not_found, "there is no saved search \"" + name + "\"");
}

std::vector<SavedSearch> Catalogue::saved_searches() const {
    return read_searches(connection());
}

void Catalogue::set_publication(std::int64_t video_id, const Publication& publication) {
    changing(connection(), [&] { write_publication(connection(), video_id, publication); });
}

std::int64_t Catalogue::take_marks_from(const std::filesystem::path& other) {
    const Catalogue source = open(other, Access::read_only);
    const Transaction snapshot{source.connection(), Transaction::Kind::read};
    return changing(connection(), [&] { return copy_marks(connection(), source.connection()); });
}

std::vector<MissingVideo> Catalogue::missing_videos() const {
    std::vector<MissingVideo> missing;
    Statement videos = connection().prepare(
        "SELECT video_id, sha256, bytes FROM video LEFT JOIN content_size USING (video_id) ORDER BY "
        "video_id");
    Statement paths =
        connection().prepare("SELECT path FROM video_path WHERE video_id = ?1 ORDER BY sighting_id DESC");
    while (videos.step()) {
        MissingVideo video{videos.integer(0), videos.text(1), {}, std::nullopt};
        if (!videos.is_null(2)) video.bytes = videos.integer(2);
        bool is_there = false;
        paths.bind(video.id);
        while (!is_there && paths.step()) {
            if (video.path.empty()) video.path = paths.text(0);
            std::error_code ignored;
            is_there = std::filesystem::is_regular_file(paths.text(0), ignored);
        }
        if (!is_there) missing.push_back(std::move(video));
    }
    return missing;
}

}  // namespace sourcereel::catalogue
