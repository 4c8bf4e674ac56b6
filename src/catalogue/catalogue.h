// catalogue/catalogue.h: analysed videos in one SQLite file, whole or not at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/marks.h"
#include "catalogue/query.h"
#include "core/sidecar.h"
#include "core/video.h"

namespace sourcereel::catalogue {

class Connection;  // Private to catalogue.

enum class Access { read_only, read_write };
enum class Stored { added, unchanged, replaced };
enum class Replace { other_settings, always };  ///< Which rows of the same content store() replaces.

/// From which schema version to which a catalogue was taken; equal where it was current.
struct Migration {
    int from = 0;
    int to = 0;
};

/// A video as the catalogue knows it. `video.stills` is empty: the pictures lie in files, see `stills`.
struct CataloguedVideo {
    std::int64_t id = 0;
    std::string analysed_at;         ///< UTC, "2026-11-24T08:15:00Z".
    std::vector<std::string> paths;  ///< Where the file was seen, last seen first, absolute; never empty.
    std::vector<std::filesystem::path> stills;  ///< One per shot in order; empty path: none.
    std::vector<Sidecar> sidecars;              ///< In the order of their paths.
    AnalysedVideo video;  ///< Its media.path is the path last seen; all its times have one time base.
};

/// Bytes of a snippet that answer the query, half-open; never inside a character.
struct Highlight {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Highlight&, const Highlight&) = default;
};

/// One text track that answers a query.
struct Hit {
    std::int64_t video_id = 0;
    std::string sha256;
    std::string path;                  ///< Last seen.
    std::optional<std::string> title;  ///< Of the publication, where somebody said it.
    TextTrack track;
    std::string snippet;                ///< The matching line, shortened around the match; plain text.
    std::vector<Highlight> highlights;  ///< Of the snippet.
};

/// Exact, however many hits there are.
struct FacetValue {
    std::string value;  ///< May be written behind the condition of the same name.
    std::int64_t texts = 0;
    std::int64_t clips = 0;
};

/// What a result can be narrowed by: "handle", "outlet", "kind", "language" (lang:), "script", "date"
/// (months: since: and until:), "folder", "tag", "verdict". Where the query has words, a handle or outlet
/// counts for all hits of the clips that show it, because handle: then asks the clip; else for the texts that
/// hold it.
struct Facet {
    std::string name;
    std::vector<FacetValue> values;  ///< Most clips first, at most kFacetValues.
    std::int64_t others = 0;         ///< Further values.
};
inline constexpr std::size_t kFacetValues = 25;

enum class Sort {
    relevance,  ///< Words found in a handle first, then the shorter text; equal ones by video and time.
    time        ///< Clips by date, newest first; in a clip by time.
};

struct SearchOptions {
    std::int64_t limit = 50;
    std::int64_t offset = 0;
    Sort sort = Sort::relevance;
    bool facets = false;
};

struct SearchResult {
    std::int64_t total = 0;  ///< Of all hits, not only of this page.
    std::vector<Hit> hits;
    std::vector<Facet> facets;  ///< Of all hits; empty unless asked for.
};

enum class ClipSort { added, newest, oldest, name, longest, most_hits };

struct ListOptions {
    std::int64_t limit = 50;
    std::int64_t offset = 0;
    ClipSort sort = ClipSort::newest;
    bool facets = false;
};

/// One clip of a list: what a grid shows of it.
struct VideoSummary {
    std::int64_t id = 0;
    std::string sha256;
    std::string path;  ///< Last seen.
    std::optional<std::string> title;
    std::string date;         ///< "2024-06-30": published or, where nobody said, analysed.
    std::string analysed_at;  ///< UTC.
    double seconds = 0;
    int width = 0;
    int height = 0;
    std::int64_t shots = 0;
    std::int64_t tracks = 0;
    std::int64_t hits = 0;                      ///< Texts of it that answer the query.
    std::filesystem::path still;                ///< Of the first shot that has one; empty: none.
    std::vector<std::string> handles, outlets;  ///< At most kNamesOfASummary, those on most texts first.
    std::vector<std::string> tags;
    std::vector<Verdict> verdicts;  ///< Each once, in the order of the enumeration.
    bool has_note = false;
};
inline constexpr std::size_t kNamesOfASummary = 4;

struct VideoList {
    std::int64_t total = 0;  ///< Clips that answer, not only of this page.
    std::int64_t hits = 0;   ///< Texts that answer, of all these clips.
    std::vector<VideoSummary> videos;
    std::vector<Facet> facets;
};

/// What was done with which content.
struct AuditEntry {
    std::string action;   ///< "added", "replaced", "sidecar", "verified".
    std::string subject;  ///< SHA-256 of the video or article.
    std::string detail;   ///< Hashes, program, path: a line for people.
    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

/// A link of the chain: `hash` is over everything else here but the number.
struct AuditRow {
    std::int64_t number = 0;  ///< From 1, without a gap.
    std::string done_at;      ///< UTC.
    AuditEntry entry;
    std::string previous;  ///< Hash of the row before; zeros in the first.
    std::string hash;
};

/// The picture of one shot.
struct StillPlace {
    std::int64_t video_id = 0;
    std::string sha256, analysed_at;  ///< Of the video.
    std::int64_t shot = 0;
    double begin = 0, end = 0;   ///< Of the shot, in seconds.
    std::filesystem::path file;  ///< A JPEG.
};

struct Stats {
    std::int64_t videos = 0, shots = 0, tracks = 0;
    std::int64_t handles = 0;     ///< Different account names, case folded.
    double seconds = 0;           ///< Of all videos together.
    std::int64_t file_bytes = 0;  ///< Of the database file.
    int schema_version = 0;
};

/// The catalogue file. Opened with WAL, foreign keys and a busy timeout of 30 s; several processes may use it
/// at once, one Catalogue object belongs to one thread at a time. Stills lie beside it in "<name>.stills/".
/// With read_only the file is never changed; SQLite may put "<name>-wal" and "<name>-shm" beside it, which
/// readers and writers share, and needs no right to write in a folder where nobody writes. Every function
/// throws Error: busy (locked too long), corrupt (no catalogue of ours, damaged), unsupported (made by a
/// newer program: never touched), exhausted (disk full), not_found (read_only and no file).
class Catalogue {
public:
    /// Opens the file; with read_write makes it and its folder if need be, and takes an older schema forward.
    static Catalogue open(const std::filesystem::path& file, Access access);
    /// Takes an existing file forward to the schema of this program, as opening it for writing does, and says
    /// from where.
    /// @throws Error not_found where there is none: it makes nothing.
    static Migration migrate(const std::filesystem::path& file);
    /// For a file that need not be there yet: whether open() with read_write could make it.
    /// @throws Error unsupported naming the folder in which nothing can be made.
    static void require_creatable(const std::filesystem::path& file);
    ~Catalogue();
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) noexcept;

    /// Puts the video in, in one transaction. Same content and settings: nothing changes but the path last
    /// seen; other settings, or `replace` always: its rows are replaced, its id stays. Identity is
    /// media.sha256; media.path is noted as an absolute path. Text that is not well-formed UTF-8 is mended.
    Stored store(const AnalysedVideo& video, Replace replace = Replace::other_settings);
    /// Whether store() with these settings would leave the video unchanged.
    bool is_current(const std::string& sha256, const AnalysisSettings& settings) const;
    /// Notes that a file of known content was seen at `path`.
    /// @throws Error not_found where no such content is catalogued.
    void note_path(const std::string& sha256, const std::string& path);

    /// Keeps what downloaders wrote beside a video of known content, `file` as an absolute path; it outlives
    /// a new analysis. Says how many of them were new or changed.
    /// @throws Error not_found where no such content is catalogued.
    std::size_t note_sidecars(const std::string& sha256, const std::vector<Sidecar>& sidecars);

    /// Adds a row to the audit table, which nothing ever changes or removes. store() and note_sidecars() add
    /// theirs by themselves.
    void append_audit(const AuditEntry& entry);
    std::vector<AuditRow> audit() const;

    /// The ids of all videos, ascending.
    std::vector<std::int64_t> video_ids() const;

    /// By id, by SHA-256 (or at least 8 leading digits of it) or by path, tried in this order; nothing where
    /// there is none. Of several videos seen at one path: the last.
    /// @throws Error unsupported when leading digits fit several videos.
    std::optional<CataloguedVideo> find(const std::string& key) const;

    /// Tracks that answer `query`. A query without words gives its tracks by video and time, an empty one all
    /// of them. What it needs to know of clips is read once, and what is new of it after somebody wrote:
    /// 10,000 clips take 5 MB and some 30 ms, a new one among them 2 ms.
    /// @throws Error unsupported when its words hold no letter or digit.
    SearchResult search(const Query& query, const SearchOptions& options) const;
    SearchResult search(const Query& query, std::int64_t limit, std::int64_t offset) const;
    /// Clips of which some text answers `query`; of a query that asks for no text, also those without any.
    /// @throws Error as search.
    VideoList videos(const Query& query, const ListOptions& options) const;
    /// Both of them one by one, of one state of the catalogue, for lists of any length: 8 bytes a hit are
    /// kept. `begin` gets the answer without its hits or clips; either function ends it by giving false.
    void each_hit(const Query& query, const SearchOptions& options,
                  const std::function<bool(const SearchResult&)>& begin,
                  const std::function<bool(Hit&&)>& take) const;
    void each_video(const Query& query, const ListOptions& options,
                    const std::function<bool(const VideoList&)>& begin,
                    const std::function<bool(VideoSummary&&)>& take) const;

    // People's marks: they belong to the video, and stay when its analysis is replaced. Each throws Error
    // not_found for an id that is none, unsupported for a text, range or name that is none.
    /// Tags are one whatever their case; adding one twice or removing none changes nothing.
    void add_tag(std::int64_t video_id, const std::string& tag);
    void remove_tag(std::int64_t video_id, const std::string& tag);
    std::vector<std::string> tags(std::int64_t video_id) const;
    /// The same on a part of the clip, cut at its end. Taken off where the very range has it. tag: and
    /// has:tag find the clip by these too, and tags() counts it.
    void add_tag(std::int64_t video_id, const NoteRange& range, const std::string& tag);
    void remove_tag(std::int64_t video_id, const NoteRange& range, const std::string& tag);
    std::vector<RangeTag> range_tags(std::int64_t video_id) const;
    std::vector<TagCount> tags() const;
    /// Returns the note's id. A range is cut at the end of the video.
    std::int64_t add_note(std::int64_t video_id, const std::optional<NoteRange>& range,
                          const std::string& text);
    void change_note(std::int64_t note_id, const std::string& text);
    void remove_note(std::int64_t note_id);
    /// Those on the whole clip first, then in the order of time.
    std::vector<Note> notes(std::int64_t video_id) const;
    /// Remembers that the two are no copies of each other, or forgets it.
    void set_not_a_copy(std::int64_t video_id, std::int64_t other_id, bool is_none = true);
    std::vector<std::int64_t> not_copies_of(std::int64_t video_id) const;
    /// All such pairs, the latest first.
    std::vector<NotACopy> not_copies() const;
    /// A search of the same name is replaced.
    void save_search(const std::string& name, const std::string& query);
    void remove_search(const std::string& name);
    std::vector<SavedSearch> saved_searches() const;
    /// What clips show for or against the claims of an article, judged each by itself; replaces what was kept
    /// of this article and these clips, and of all others where `all_others_go`. Clips that are not
    /// catalogued are passed over; returns how many were not. Verdicts are removed when the analysis or the
    /// sidecars that they rest on change.
    std::size_t keep_verdicts(const std::string& article_sha256, const std::vector<JudgedClip>& clips,
                              bool all_others_go);
    /// @throws Error not_found where there are none.
    void forget_verdicts(const std::string& article_sha256);
    /// The latest article first, its claims in their order.
    std::vector<ClipVerdict> verdicts(std::int64_t video_id) const;
    /// What since:, until: and the facet of dates go by.
    void set_publication(std::int64_t video_id, const Publication& publication);
    /// Takes the marks of another catalogue for the videos that both hold; none is lost or doubled. Returns
    /// how many came.
    std::int64_t take_marks_from(const std::filesystem::path& other);

    /// Videos of which no file is where it was seen. To relink one, find its content and note_path().
    std::vector<MissingVideo> missing_videos() const;

    /// All stills, by video and shot, of one state of the catalogue.
    void each_still(const std::function<void(StillPlace&&)>& take) const;
    /// Where a file of the video was seen last; empty for an id that is none.
    std::string last_path(std::int64_t video_id) const;

    Stats stats() const;
    /// Another number whenever another connection, here or in another program, has changed the file.
    std::int64_t data_version() const;
    /// What is wrong with the file, a sentence each; empty: nothing. Runs integrity_check, foreign_key_check,
    /// our own invariants (shots touch and cover, handles belong to tracks, index equals text, the audit
    /// chain is whole) and looks for missing stills and for files that belong to no video.
    std::vector<std::string> check() const;
    /// A consistent copy of the database made while others may write; stills are copied too. Replaces
    /// nothing:
    /// @throws Error unsupported when `target` exists.
    void backup(const std::filesystem::path& target) const;

private:
    class Impl;
    explicit Catalogue(std::unique_ptr<Impl> impl);
    const Connection& connection() const;
    std::unique_ptr<Impl> impl_;
};

/// "SQLite 3.40.1", of the library loaded.
std::string sqlite_version();

}  // namespace sourcereel::catalogue
