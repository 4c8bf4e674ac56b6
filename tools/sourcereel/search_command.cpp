#include <unistd.h>

#include "catalogue/query.h"
#include "json/documents.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"
#include "sourcereel/table.h"
#include "sourcereel/terminal.h"

namespace sourcereel::cli {
namespace {

std::string document_of(const std::string& query, const catalogue::SearchResult& found) {
    std::vector<json::SearchEntry> entries;
    for (const catalogue::Hit& hit : found.hits) {
        entries.push_back({hit.sha256, hit.path, std::nullopt, hit.track, hit.snippet});
    }
    return json::search_document(query, found.total, entries, {});
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
    try {
        return catalogue.search(query, line.limit, line.offset);
    } catch (const Error& error) {
        // "unsupported" is about the query: the file itself was opened.
        if (error.kind() == ErrorKind::unsupported) throw UsageError(std::string("query: ") + error.what());
        throw CatalogueError(error);
    }
}

}  // namespace

int run_search(const CommandLine& line, const Settings& settings) {
    std::string text;
    for (const std::string& word : line.words) text += (text.empty() ? "" : " ") + word;
    const catalogue::SearchResult found = search(line, text, settings);
    write_answer(settings.format == Format::json ? document_of(text, found) : table_of(found, settings));
    if (!settings.quiet && settings.format == Format::table) {
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
