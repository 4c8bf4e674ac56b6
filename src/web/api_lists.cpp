#include <utility>

#include "json/browse_documents.h"
#include "web/answers.h"
#include "web/api.h"
#include "web/list_file.h"

namespace sourcereel::web {
namespace {

catalogue::ClipSort sort_of(const std::string& name) {
    using catalogue::ClipSort;
    constexpr std::pair<const char*, ClipSort> kSorts[] = {
        {"newest", ClipSort::newest}, {"oldest", ClipSort::oldest},   {"added", ClipSort::added},
        {"name", ClipSort::name},     {"longest", ClipSort::longest}, {"hits", ClipSort::most_hits}};
    for (const auto& [known, sort] : kSorts) {
        if (name == known) return sort;
    }
    throw Error(ErrorKind::unsupported, "sort: newest, oldest, added, name, longest or hits may stand there");
}

/// The snippet cut where what answers the query begins and ends.
std::vector<std::string> pieces_of(const catalogue::Hit& hit) {
    std::vector<std::string> pieces;
    std::size_t at = 0;
    for (const catalogue::Highlight& one : hit.highlights) {
        if (one.begin < at || one.end > hit.snippet.size() || one.begin >= one.end) continue;
        pieces.push_back(hit.snippet.substr(at, one.begin - at));
        pieces.push_back(hit.snippet.substr(one.begin, one.end - one.begin));
        at = one.end;
    }
    pieces.push_back(hit.snippet.substr(at));
    return pieces;
}

std::string still_address(std::int64_t id, const Timestamp& time) {
    return "/api/v1/videos/" + std::to_string(id) +
           "/still?ms=" + std::to_string(static_cast<std::int64_t>(time.seconds() * 1000));
}

}  // namespace

Response video_list(const Request& request, const Desk& desk) {
    const Asked asked = asked_by(request);
    catalogue::ListOptions options;
    options.limit = asked.limit;
    options.offset = asked.offset;
    options.sort = sort_of(request.parameter("sort").value_or("newest"));
    options.facets = asked.offset == 0;  // Further pages have the same.
    const catalogue::VideoList found = desk.connections.borrow(Use::search)->videos(asked.query, options);
    std::vector<json::CardEntry> cards;
    for (const catalogue::VideoSummary& one : found.videos) {
        json::CardEntry card;
        card.id = one.id;
        card.sha256 = one.sha256;
        card.path = one.path;
        card.date = one.date;
        card.analysed_at = one.analysed_at;
        card.seconds = one.seconds;
        card.width = one.width;
        card.height = one.height;
        card.shots = one.shots;
        card.tracks = one.tracks;
        card.hits = one.hits;
        if (!one.still.empty()) card.still = still_address(one.id, Timestamp{}) + "&v=" + one.analysed_at;
        card.handles = one.handles;
        card.outlets = one.outlets;
        card.tags = one.tags;
        for (const Verdict verdict : one.verdicts) card.verdicts.emplace_back(name_of(verdict));
        card.has_note = one.has_note;
        cards.push_back(std::move(card));
    }
    return document(
        json::videos_document(asked.text, found.total, found.hits, cards, facet_lists_of(found.facets)));
}

Response hit_list(const Request& request, const Desk& desk) {
    const Asked asked = asked_by(request);
    catalogue::SearchOptions options;
    options.limit = asked.limit;
    options.offset = asked.offset;
    options.facets = asked.offset == 0;
    const std::string sort = request.parameter("sort").value_or("relevance");
    if (sort != "relevance" && sort != "time") {
        throw Error(ErrorKind::unsupported, "sort: relevance or time may stand there");
    }
    options.sort = sort == "time" ? catalogue::Sort::time : catalogue::Sort::relevance;
    const catalogue::SearchResult found = desk.connections.borrow(Use::search)->search(asked.query, options);
    std::vector<json::HitEntry> hits;
    for (const catalogue::Hit& one : found.hits) {
        hits.push_back({one.video_id, one.sha256, one.path, one.track, pieces_of(one),
                        still_address(one.video_id, one.track.range.begin)});
    }
    return document(json::hits_document(asked.text, found.total, hits, facet_lists_of(found.facets)));
}

Response exported_list(const Request& request, const Desk& desk) {
    ListFile file;
    file.text = request.parameter("q").value_or("");
    file.query = catalogue::parse_query(file.text);
    const std::string of = request.parameter("of").value_or("texts");
    const std::string as = request.parameter("as").value_or("csv");
    const std::string sort = request.parameter("sort").value_or("relevance");
    if (of != "texts" && of != "clips")
        throw Error(ErrorKind::unsupported, "of: texts or clips may stand there");
    if (as != "csv" && as != "json") throw Error(ErrorKind::unsupported, "as: csv or json may stand there");
    if (sort != "relevance" && sort != "time") {
        throw Error(ErrorKind::unsupported, "sort: relevance or time may stand there");
    }
    file.of = of == "clips" ? ListOf::clips : ListOf::texts;
    file.format = as == "json" ? ListFormat::json : ListFormat::csv;
    file.by_time = sort == "time";
    // What is wrong with a query must be said before the answer begins.
    desk.connections.borrow(Use::search)->search(file.query, 0, 0);
    Response answer;
    answer.headers["Content-Type"] =
        as == "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
    answer.headers["Content-Disposition"] = "attachment; filename=\"sourcereel-" + of + "." + as + "\"";
    answer.writer = [&connections = desk.connections,
                     file](const std::function<bool(std::string_view)>& write) {
        bool taken = true;
        try {
            write_list(*connections.borrow(Use::search), file,
                       [&](std::string_view piece) { return taken = write(piece); });
        } catch (const Error&) {
            return false;
        }
        return taken;
    };
    return answer;
}

}  // namespace sourcereel::web
