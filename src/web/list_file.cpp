#include "web/list_file.h"

#include <array>
#include <charconv>

#include "exports/csv.h"

namespace sourcereel::web {
namespace {

using catalogue::Hit;
using catalogue::VideoSummary;
using Row = std::vector<std::string>;

/// Collects pieces until it is worth sending them.
class Buffer {
public:
    explicit Buffer(const std::function<bool(std::string_view)>& write) : write_(write) {}
    bool add(const std::string& text) {
        constexpr std::size_t kPiece = 64 * 1024;
        waiting_ += text;
        return waiting_.size() < kPiece || flush();
    }
    bool flush() {
        const bool on = waiting_.empty() || write_(waiting_);
        waiting_.clear();
        return on;
    }

private:
    const std::function<bool(std::string_view)>& write_;
    std::string waiting_;
};

/// The same digits in every locale.
std::string fixed(double value, int decimals) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : " ") + name;
    return all;
}

std::vector<std::string> verdict_names(const VideoSummary& clip) {
    std::vector<std::string> names;
    for (const Verdict verdict : clip.verdicts) names.emplace_back(name_of(verdict));
    return names;
}

const Row kTextHead{"video",       "sha256",    "path",     "title", "kind",       "begin_s", "end_s",
                    "begin_frame", "end_frame", "language", "text",  "confidence", "handles"};

Row row_of(const Hit& hit) {
    const TextTrack& track = hit.track;
    std::vector<std::string> handles;
    for (const HandleMention& mention : track.handles) handles.push_back(mention.handle);
    return {std::to_string(hit.video_id),
            hit.sha256,
            hit.path,
            hit.title.value_or(""),
            std::string(name_of(track.kind)),
            fixed(track.range.begin.seconds(), 6),
            fixed(track.range.end.seconds(), 6),
            std::to_string(track.begin_frame),
            std::to_string(track.end_frame),
            track.language,
            track.text,
            fixed(track.confidence, 4),
            joined(handles)};
}

const Row kClipHead{"video", "sha256", "path", "title",   "date",    "duration_s", "width_px", "height_px",
                    "shots", "texts",  "hits", "handles", "outlets", "tags",       "verdicts", "has_note"};

Row row_of(const VideoSummary& clip) {
    // Tags may hold spaces; a comma cannot be confused, since a tag with one is the user's own.
    std::string tags;
    for (const std::string& tag : clip.tags) tags += (tags.empty() ? "" : ", ") + tag;
    return {std::to_string(clip.id),
            clip.sha256,
            clip.path,
            clip.title.value_or(""),
            clip.date,
            fixed(clip.seconds, 6),
            std::to_string(clip.width),
            std::to_string(clip.height),
            std::to_string(clip.shots),
            std::to_string(clip.tracks),
            std::to_string(clip.hits),
            joined(clip.handles),
            joined(clip.outlets),
            tags,
            joined(verdict_names(clip)),
            clip.has_note ? "1" : "0"};
}

json::ClipEntry clip_entry_of(const VideoSummary& clip) {
    json::ClipEntry entry;
    entry.id = clip.id;
    entry.sha256 = clip.sha256;
    entry.path = clip.path;
    entry.title = clip.title;
    entry.date = clip.date;
    entry.seconds = clip.seconds;
    entry.width = clip.width;
    entry.height = clip.height;
    entry.shots = clip.shots;
    entry.texts = clip.tracks;
    entry.hits = clip.hits;
    entry.handles = clip.handles;
    entry.outlets = clip.outlets;
    entry.tags = clip.tags;
    entry.verdicts = verdict_names(clip);
    entry.has_note = clip.has_note;
    return entry;
}

}  // namespace

catalogue::ClipSort clip_sort_of(const ListFile& file) {
    return file.by_time || file.query.terms.empty() ? catalogue::ClipSort::newest
                                                    : catalogue::ClipSort::most_hits;
}

json::SearchEntry search_entry_of(const Hit& hit) {
    json::SearchEntry entry{hit.sha256, hit.path, hit.title, hit.track, hit.snippet};
    for (const catalogue::Highlight& part : hit.highlights)
        entry.highlights.emplace_back(part.begin, part.end);
    return entry;
}

std::vector<json::FacetList> facet_lists_of(const std::vector<catalogue::Facet>& facets) {
    std::vector<json::FacetList> lists;
    for (const catalogue::Facet& facet : facets) {
        json::FacetList list{facet.name, {}, facet.others};
        for (const catalogue::FacetValue& one : facet.values)
            list.values.push_back({one.value, one.texts, one.clips});
        lists.push_back(std::move(list));
    }
    return lists;
}

std::int64_t write_list(const catalogue::Catalogue& catalogue, const ListFile& file,
                        const std::function<bool(std::string_view)>& write) {
    Buffer out{write};
    std::int64_t total = 0;
    bool going = true;
    const bool csv = file.format == ListFormat::csv;
    std::vector<json::FacetList> facets;
    const auto run = [&](const auto& each, const auto& options, const Row& head, auto pieces,
                         const auto& piece_of) {
        const auto begin = [&](const auto& frame) {
            total = frame.total;
            facets = facet_lists_of(frame.facets);
            return going = out.add(csv ? exports::csv_table({head}) : pieces.head(file.text, total));
        };
        const auto take = [&](auto&& one) {
            return going = out.add(csv ? exports::csv_table({row_of(one)}) : piece_of(pieces, one));
        };
        (catalogue.*each)(file.query, options, begin, take);
        if (going && !csv) going = out.add(pieces.tail({}, facets));
    };
    if (file.of == ListOf::texts) {
        const catalogue::SearchOptions options{
            file.limit, file.offset, file.by_time ? catalogue::Sort::time : catalogue::Sort::relevance,
            file.facets};
        run(&catalogue::Catalogue::each_hit, options, kTextHead, json::SearchPieces{},
            [](json::SearchPieces& pieces, const Hit& hit) { return pieces.hit(search_entry_of(hit)); });
    } else {
        const catalogue::ListOptions options{file.limit, file.offset, clip_sort_of(file), file.facets};
        run(&catalogue::Catalogue::each_video, options, kClipHead, json::ClipPieces{},
            [](json::ClipPieces& pieces, const VideoSummary& clip) {
                return pieces.clip(clip_entry_of(clip));
            });
    }
    if (going) out.flush();
    return total;
}

}  // namespace sourcereel::web
