// catalogue/marks.h: what people write beside videos: tags, notes, pairs that are no copies, saved searches;
// and what articles were found to be worth by them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/finding.h"

namespace sourcereel::catalogue {

/// Microseconds of the video's own clock, half-open: they outlive an analysis, which may change shots and the
/// time base.
struct NoteRange {
    std::int64_t begin_us = 0;
    std::int64_t end_us = 0;
    friend bool operator==(const NoteRange&, const NoteRange&) = default;
};

struct Note {
    std::int64_t id = 0;
    std::int64_t video_id = 0;
    std::optional<NoteRange> range;  ///< None: on the whole clip.
    std::string text;
    std::string made_at;  ///< UTC.
};

/// A tag on a part of a clip.
struct RangeTag {
    NoteRange range;
    std::string tag;
    friend bool operator==(const RangeTag&, const RangeTag&) = default;
};

/// What one clip alone shows for or against a claim of an article.
struct ClipVerdict {
    std::string article_sha256;
    std::string article;  ///< Its title or the name of its file.
    int claim = 0;        ///< Its place among the claims of the article.
    std::string claim_type, entity, quote;
    Verdict verdict = Verdict::inconclusive;
    std::string judged_at;  ///< UTC. Set by the catalogue.
};

/// The verdicts on one article of one clip, known by its content.
struct JudgedClip {
    std::string sha256;
    std::vector<ClipVerdict> verdicts;
};

/// Two videos that somebody found to be no copies of each other; the path where each was last seen.
struct NotACopy {
    std::int64_t id = 0, other_id = 0;
    std::string path, other_path;
    std::string made_at;  ///< UTC.
};

struct SavedSearch {
    std::string name;
    std::string query;
    std::string made_at;  ///< UTC.
};

/// How often a tag is used.
struct TagCount {
    std::string tag;
    std::int64_t clips = 0;
};

/// When and as what a video was published, as far as somebody said so.
struct Publication {
    std::optional<std::string> published_on;  ///< "2024-06-30".
    std::optional<std::string> title;
    friend bool operator==(const Publication&, const Publication&) = default;
};

/// A catalogued video of which no file is where it was last seen.
struct MissingVideo {
    std::int64_t id = 0;
    std::string sha256;
    std::string path;                   ///< Last seen.
    std::optional<std::int64_t> bytes;  ///< Of the file; none where nobody looked.
};

}  // namespace sourcereel::catalogue
