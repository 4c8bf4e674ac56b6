#include "catalogue/search.h"

#include <string>

#include "catalogue/facets.h"
#include "catalogue/hit_order.h"
#include "catalogue/selection.h"
#include "catalogue/snippet.h"
#include "catalogue/text_index.h"
#include "catalogue/video_rows.h"

namespace sourcereel::catalogue {

SearchResult run_search(const Connection& connection, const ClipTable& table, const Query& query,
                        const SearchOptions& options) {
    SearchResult result;
    const auto begin = [&](const SearchResult& frame) {
        result = frame;
        return true;
    };
    run_search(connection, table, query, options, begin, [&](Hit&& hit) {
        result.hits.push_back(std::move(hit));
        return true;
    });
    return result;
}

void run_search(const Connection& connection, const ClipTable& table, const Query& query,
                const SearchOptions& options, const std::function<bool(const SearchResult&)>& begin,
                const std::function<bool(Hit&&)>& take) {
    const Selection selection = select(connection, table, query);
    const Tally tally = count_texts(table, selection);
    SearchResult result;
    result.total = tally.texts;
    if (options.facets) result.facets = facets_of(table, selection, tally);
    if (!begin(result)) return;
    std::vector<std::string> needles = selection.needles;
    if (needles.empty())
        for (const std::string& handle : query.handles) needles.push_back(fold_handle(handle));

    Statement row =
        connection.prepare(std::string("SELECT ") + TrackReader::kColumns +
                           ", v.video_id, v.sha256,"
                           " (SELECT path FROM (SELECT path, max(sighting_id) FROM video_path AS p WHERE "
                           "p.video_id = v.video_id)),"
                           " (SELECT title FROM publication AS u WHERE u.video_id = v.video_id)"
                           " FROM text_track AS t JOIN video AS v USING (video_id) WHERE t.track_id = ?1");
    TrackReader reader{connection};
    SnippetMaker snippets{needles};
    constexpr int kNext = TrackReader::kColumnCount;
    for (const std::int64_t key :
         page_of(connection, table, selection, tally, options.sort, options.limit, options.offset)) {
        if (!row.bind(key).step()) continue;  // An index that is damaged; `db check` says so.
        Hit hit;
        hit.track = reader.read(row);
        hit.video_id = row.integer(kNext);
        hit.sha256 = row.text(kNext + 1);
        hit.path = row.text(kNext + 2);
        if (!row.is_null(kNext + 3)) hit.title = row.text(kNext + 3);
        Snippet snippet = snippets.of(hit.track.text);
        hit.snippet = std::move(snippet.text);
        hit.highlights = std::move(snippet.highlights);
        if (!take(std::move(hit))) return;
    }
}

}  // namespace sourcereel::catalogue
