#include <unistd.h>

#include <algorithm>

#include "catalogue/query.h"
#include "exports/csv.h"
#include "json/documents.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/marking.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"
#include "sourcereel/table.h"
#include "sourcereel/terminal.h"

namespace sourcereel::cli {
namespace {

std::string document_of(const std::string& query, const catalogue::SearchResult& found) {
    std::vector<json::SearchEntry> entries;
    for (const catalogue::Hit& hit : found.hits) {
        entries.push_back({hit.sha256, hit.path, hit.title, hit.track, hit.snippet});
        for (const catalogue::Highlight& part : hit.highlights)
            entries.back().highlights.emplace_back(part.begin, part.end);
    }
    std::vector<json::FacetList> facets;
    for (const catalogue::Facet& facet : found.facets) {
        facets.push_back({facet.name, {}, facet.others});
        for (const catalogue::FacetValue& value : facet.values)
            facets.back().values.push_back({value.value, value.texts, value.clips});
    }
    return json::search_document(query, found.total, entries, {}, facets);
}

std::string csv_of(const catalogue::SearchResult& found) {
    std::vector<std::vector<std::string>> rows{{"video", "sha256", "path", "title", "kind", "begin_s",
                                                "end_s", "begin_frame", "end_frame", "language", "text",
                                                "confidence", "handles"}};
    for (const catalogue::Hit& hit : found.hits) {
        const TextTrack& track = hit.track;
        std::string handles;
        for (const HandleMention& mention : track.handles)
            handles += (handles.empty() ? "" : " ") + mention.handle;
        rows.push_back({std::to_string(hit.video_id), hit.sha256, hit.path, hit.title.value_or(""),
                        std::string(name_of(track.kind)), fixed(track.range.begin.seconds(), 6),
                        fixed(track.range.end.seconds(), 6), std::to_string(track.begin_frame),
                        std::to_string(track.end_frame), track.language, track.text,
                        fixed(track.confidence, 4), handles});
    }
    return exports::csv_table(rows);
}

/// A line for each facet that has values: "kind  caption 12, watermark 3".
std::string facet_lines(const catalogue::SearchResult& found) {
    constexpr std::size_t kShown = 6;
    std::string text;
    for (const catalogue::Facet& facet : found.facets) {
        if (facet.values.empty()) continue;
        std::string name = facet.name;
        name.resize(10, ' ');
        text += name;
        for (std::size_t i = 0; i < std::min(kShown, facet.values.size()); ++i)
            text += (i == 0 ? "" : ", ") + one_line(facet.values[i].value) + " " +
                    std::to_string(facet.values[i].texts);
        if (facet.values.size() > kShown || facet.others > 0) text += ", ...";
        text += "\n";
    }
    return text.empty() ? text : "\n" + text;
}

std::string table_of(const catalogue::SearchResult& found, const Settings& settings) {
    if (found.hits.empty()) return {};
    Table table({{"id", Column::Align::right},
                 {"kind"},
                 {"time", Column::Align::right},
                 {"text", Column::Align::left, Column::Room::flexible},
                 {"video", Column::Align::left, Column::Room::tail}});
    for (const catalogue::Hit& hit : found.hits) {
        table.add({std::to_string(hit.video_id), std::string(name_of(hit.track.kind)),
                   time_range(hit.track.range.begin.seconds(), hit.track.range.end.seconds(), 1),
                   one_line(hit.snippet), std::filesystem::path(hit.path).filename().string()});
    }
    return table.render(line_width(STDOUT_FILENO), use_color(settings.color, STDOUT_FILENO));
}

catalogue::SearchResult search(const CommandLine& line, const std::string& text, const Settings& settings) {
    catalogue::Query query;
    try {
        query = catalogue::parse_query(text);
    } catch (const Error& error) {
        throw UsageError(std::string("query: ") + error.what());
    }
    const catalogue::Catalogue catalogue = open_catalogue(settings);
    const auto sort = line.sort == "time" ? catalogue::Sort::time : catalogue::Sort::relevance;
    return marking([&] { return catalogue.search(query, {line.limit, line.offset, sort, line.facets}); });
}

int list_saved(const Settings& settings) {
    const catalogue::Catalogue catalogue = open_catalogue(settings);
    std::vector<std::vector<json::Fact>> rows;
    std::string text;
    for (const catalogue::SavedSearch& one : asking_catalogue([&] { return catalogue.saved_searches(); })) {
        rows.push_back({{"name", one.name}, {"query", one.query}, {"made_at", one.made_at}});
        text += one_line(one.name) + "\t" + one_line(one.query) + "\n";
    }
    write_answer(settings.format == Format::json
                     ? json::list_document("sourcereel.searches/1", "searches", rows)
                     : text);
    return kDone;
}

/// The words of the command line, or the query kept under the name given there.
std::string query_text(const CommandLine& line, const Settings& settings) {
    std::string text;
    for (const std::string& word : line.words) text += (text.empty() ? "" : " ") + word;
    if (!line.saved) {
        if (text.empty()) throw UsageError("search: say what to look for, or --saved NAME");
        return text;
    }
    const catalogue::Catalogue catalogue = open_catalogue(settings);
    for (const catalogue::SavedSearch& one : asking_catalogue([&] { return catalogue.saved_searches(); }))
        if (one.name == *line.saved) return one.query + (text.empty() ? "" : " " + text);
    throw UsageError("search: no search is kept as \"" + *line.saved + "\"; --list-saved says which are");
}

}  // namespace

int run_search(const CommandLine& line, const Settings& settings) {
    if (line.list_saved) return list_saved(settings);
    if (line.as && *line.as != "csv" && *line.as != "json")
        throw UsageError("search: --as " + *line.as + ": only csv and json");
    const std::string text = query_text(line, settings);
    const catalogue::SearchResult found = search(line, text, settings);
    if (line.save) {
        catalogue::Catalogue catalogue = open_catalogue_for_marks(settings);
        marking([&] { catalogue.save_search(*line.save, text); });
    }
    const bool as_json = line.as ? *line.as == "json" : settings.format == Format::json;
    if (as_json) {
        write_answer(document_of(text, found));
    } else if (line.as) {
        write_answer(csv_of(found));
    } else {
        write_answer(table_of(found, settings) + facet_lines(found));
    }
    if (!settings.quiet && !as_json) {
        const auto shown = static_cast<std::int64_t>(found.hits.size());
        if (found.total == 0) {
            say("nothing found for " + text);
        } else if (shown < found.total) {
            say(std::to_string(shown) + " of " + std::to_string(found.total) +
                " hits; --limit and --offset show others");
        } else {
            say(std::to_string(found.total) + (found.total == 1 ? " hit" : " hits"));
        }
    }
    return found.total > 0 ? kDone : kAnswerIsNo;
}

}  // namespace sourcereel::cli
