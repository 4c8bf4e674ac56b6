#include "catalogue/check.h"

#include <chrono>
#include <set>
#include <system_error>

#include "catalogue/audit.h"
#include "catalogue/text_index.h"
#include "catalogue/video_rows.h"

namespace sourcereel::catalogue {
namespace {

namespace fs = std::filesystem;
using Findings = std::vector<std::string>;

void check_file(const Connection& copy, Findings& findings) {
    Statement integrity = copy.prepare("PRAGMA integrity_check");
    while (integrity.step())
        if (integrity.text(0) != "ok") findings.push_back("database file: " + integrity.text(0));
    Statement references = copy.prepare("PRAGMA foreign_key_check");
    while (references.step())
        findings.push_back("a row of table " + references.text(0) + " refers to no row of table " +
                           references.text(2));
}

/// Shots begin at 0, touch, and end with the video. A video without shots was analysed without looking for
/// any.
void check_shots(const Connection& copy, Findings& findings) {
    Statement gaps = copy.prepare(
        "WITH neighbour AS (SELECT video_id, shot_index, begin_pts, begin_frame,"
        " lag(end_pts, 1, 0) OVER shots AS before_pts, lag(end_frame, 1, 0) OVER shots AS before_frame,"
        " row_number() OVER shots - 1 AS expected_index"
        " FROM shot WINDOW shots AS (PARTITION BY video_id ORDER BY shot_index)) "
        "SELECT sha256, shot_index FROM neighbour JOIN video USING (video_id)"
        " WHERE begin_pts <> before_pts OR begin_frame <> before_frame OR shot_index <> expected_index");
    while (gaps.step())
        findings.push_back("video " + gaps.text(0) + ": shot " + gaps.text(1) +
                           " does not begin where the one before ends");
    Statement ends = copy.prepare(
        "SELECT sha256 FROM video JOIN shot USING (video_id) GROUP BY video_id HAVING max(end_pts) <> "
        "duration_pts");
    while (ends.step()) findings.push_back("video " + ends.text(0) + ": its shots do not end where it ends");
    Statement paths =
        copy.prepare("SELECT sha256 FROM video WHERE video_id NOT IN (SELECT video_id FROM video_path)");
    while (paths.step()) findings.push_back("video " + paths.text(0) + ": has no path");
}

/// The index equals its columns, and these equal what the text gives.
void check_index(const Connection& copy, Findings& findings) {
    try {
        copy.execute("INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)");
    } catch (const Error& error) {
        findings.push_back(std::string("the full-text index does not equal the texts: ") + error.what());
    }
    Statement tracks = copy.prepare(std::string("SELECT ") + TrackReader::kColumns +
                                    ", v.sha256, t.track_index, t.words, t.cjk, t.handles"
                                    " FROM text_track AS t JOIN video AS v USING (video_id)"
                                    " ORDER BY t.video_id, t.track_index");
    TrackReader reader{copy};
    constexpr int kNext = TrackReader::kColumnCount;
    while (tracks.step()) {
        const TextTrack track = reader.read(tracks);
        const std::string where = "video " + tracks.text(kNext) + ": text track " + tracks.text(kNext + 1);
        if (tracks.text(kNext + 2) != index_words(track.text) ||
            tracks.text(kNext + 3) != index_cjk(track.text) ||
            tracks.text(kNext + 4) != index_handles(track.handles))
            findings.push_back(where + " is searched by other words than it holds");
        if (track.readings.empty()) findings.push_back(where + " has no reading");
    }
    // Searched and counted by its id: what the id says must be what the row says.
    define_index_functions(copy);
    Statement keys = copy.prepare(
        "SELECT v.sha256, t.track_index FROM text_track AS t JOIN video AS v USING (video_id)"
        " LEFT JOIN text_class AS c USING (kind, language, script)"
        " WHERE c.class_id IS NULL"
        " OR t.track_id <> track_key(t.video_id, t.track_index, t.words, c.class_id)");
    while (keys.step())
        findings.push_back("video " + keys.text(0) + ": text track " + keys.text(1) +
                           " has an id that says something else than its row");
    Statement counts = copy.prepare(
        "SELECT sha256 FROM video AS v WHERE coalesce((SELECT sum(tracks) FROM text_count AS c"
        " WHERE c.video_id = v.video_id), 0)"
        " <> (SELECT count(*) FROM text_track AS t WHERE t.video_id = v.video_id)");
    while (counts.step()) findings.push_back("video " + counts.text(0) + ": its texts are counted wrongly");
    Statement folded = copy.prepare("SELECT handle, handle_folded FROM handle_mention");
    while (folded.step())
        if (fold_handle(folded.text(0)) != folded.text(1))
            findings.push_back("handle " + folded.text(0) + " is searched as " + folded.text(1));
}

/// A file that is being stored right now belongs to no row yet.
bool is_settled(const fs::path& file) {
    std::error_code code;
    const auto written = fs::last_write_time(file, code);
    return !code && fs::file_time_type::clock::now() - written > std::chrono::minutes(1);
}

void check_stills(const Connection& connection, const Connection& copy, const fs::path& folder,
                  Findings& findings) {
    std::set<std::string> named;
    std::error_code code;
    Statement files = copy.prepare("SELECT file FROM still");
    Statement now = connection.prepare("SELECT count(*) FROM still WHERE file = ?1");
    while (files.step()) {
        const std::string file = *named.insert(files.text(0)).first;
        const bool whole = fs::is_regular_file(folder / file, code) && fs::file_size(folder / file, code) > 0;
        // Replaced since the copy was made: then it is gone rightly.
        if (!whole && now.bind(file).number() > 0)
            findings.push_back("still " + file + " is missing or empty");
    }
    for (fs::recursive_directory_iterator entry{folder, code}, end; !code && entry != end;
         entry.increment(code)) {
        const std::string file = entry->path().lexically_relative(folder).string();
        std::error_code gone;
        const bool in_vain =
            entry->is_directory(gone) ? fs::is_empty(entry->path(), gone) : !named.contains(file);
        if (!gone && in_vain && is_settled(entry->path()))
            findings.push_back((folder / file).string() + " belongs to no video; it can be deleted");
    }
}

}  // namespace

std::vector<std::string> run_checks(const Connection& connection, const fs::path& stills) {
    Findings findings;
    try {
        const Connection copy = Connection::temporary();
        connection.copy_to(copy);
        check_file(copy, findings);
        check_shots(copy, findings);
        check_index(copy, findings);
        for (std::string& broken : check_audit(copy)) findings.push_back(std::move(broken));
        check_stills(connection, copy, stills, findings);
    } catch (const Error& error) {
        // So damaged that it cannot be read on: that is a finding. Anything else concerns the check itself.
        if (error.kind() != ErrorKind::corrupt) throw;
        findings.emplace_back(error.what());
    }
    return findings;
}

}  // namespace sourcereel::catalogue
