#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "catalogue/query.h"
#include "json/documents.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/marking.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"
#include "sourcereel/table.h"
#include "sourcereel/terminal.h"
#include "web/list_file.h"

namespace sourcereel::cli {
namespace {

/// A line for each facet that has values: "kind  caption 12, watermark 3".
std::string facet_lines(const std::vector<catalogue::Facet>& facets) {
    constexpr std::size_t kShown = 6;
    std::string text;
    for (const catalogue::Facet& facet : facets) {
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

std::string table_of(const catalogue::VideoList& found, const Settings& settings) {
    if (found.videos.empty()) return {};
    Table table({{"id", Column::Align::right},
                 {"date"},
                 {"length", Column::Align::right},
                 {"texts", Column::Align::right},
                 {"handles", Column::Align::left, Column::Room::flexible},
                 {"tags", Column::Align::left, Column::Room::flexible},
                 {"video", Column::Align::left, Column::Room::tail}});
    const auto joined = [](const std::vector<std::string>& names) {
        std::string all;
        for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
        return one_line(all);
    };
    for (const catalogue::VideoSummary& clip : found.videos)
        table.add({std::to_string(clip.id), clip.date, clock_time(clip.seconds, 1),
                   std::to_string(clip.tracks), joined(clip.handles), joined(clip.tags),
                   std::filesystem::path(clip.path).filename().string()});
    return table.render(line_width(STDOUT_FILENO), use_color(settings.color, STDOUT_FILENO));
}

web::ListFile file_of(const CommandLine& line, const std::string& text, bool json) {
    web::ListFile file;
    file.of = line.clips ? web::ListOf::clips : web::ListOf::texts;
    file.format = json ? web::ListFormat::json : web::ListFormat::csv;
    file.text = text;
    try {
        file.query = catalogue::parse_query(text);
    } catch (const Error& error) {
        throw UsageError(std::string("query: ") + error.what());
    }
    file.by_time = line.sort == "time";
    if (!line.all) file.limit = line.limit;
    file.offset = line.offset;
    file.facets = line.facets;
    return file;
}

struct Count {
    std::int64_t shown = 0;
    std::int64_t total = 0;
};

Count print_table(const catalogue::Catalogue& catalogue, const web::ListFile& file,
                  const Settings& settings) {
    if (file.of == web::ListOf::clips) {
        const catalogue::VideoList found = marking([&] {
            return catalogue.videos(file.query, {file.limit, file.offset, clip_sort_of(file), file.facets});
        });
        write_answer(table_of(found, settings) + facet_lines(found.facets));
        return {static_cast<std::int64_t>(found.videos.size()), found.total};
    }
    const auto sort = file.by_time ? catalogue::Sort::time : catalogue::Sort::relevance;
    const catalogue::SearchResult found = marking([&] {
        return catalogue.search(file.query, {file.limit, file.offset, sort, file.facets});
    });
    write_answer(table_of(found, settings) + facet_lines(found.facets));
    return {static_cast<std::int64_t>(found.hits.size()), found.total};
}

Count print_file(const catalogue::Catalogue& catalogue, const web::ListFile& file) {
    const std::int64_t total = marking([&] {
        return web::write_list(catalogue, file, [](std::string_view piece) {
            write_answer(std::string(piece));
            return true;
        });
    });
    return {std::clamp<std::int64_t>(total - file.offset, 0, file.limit), total};
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

int forget(const CommandLine& line, const Settings& settings) {
    catalogue::Catalogue catalogue = open_catalogue_for_marks(settings);
    marking([&] { catalogue.remove_search(*line.forget); });
    return kDone;
}

}  // namespace

int run_search(const CommandLine& line, const Settings& settings) {
    if (line.list_saved) return list_saved(settings);
    if (line.forget) return forget(line, settings);
    if (line.as && *line.as != "csv" && *line.as != "json")
        throw UsageError("search: --as " + *line.as + ": only csv and json");
    const std::string text = query_text(line, settings);
    const bool as_json = line.as ? *line.as == "json" : settings.format == Format::json;
    const web::ListFile file = file_of(line, text, as_json);
    if (line.save) {
        catalogue::Catalogue catalogue = open_catalogue_for_marks(settings);
        marking([&] { catalogue.save_search(*line.save, text); });
    }
    const catalogue::Catalogue catalogue = open_catalogue(settings);
    const Count count =
        as_json || line.as ? print_file(catalogue, file) : print_table(catalogue, file, settings);
    if (!settings.quiet && !as_json) {
        const std::string one = line.clips ? "clip" : "hit";
        if (count.total == 0) {
            say("nothing found for " + text);
        } else if (count.shown < count.total) {
            say(std::to_string(count.shown) + " of " + std::to_string(count.total) + " " + one +
                "s; --limit and --offset show others, --all shows all");
        } else {
            say(std::to_string(count.total) + " " + one + (count.total == 1 ? "" : "s"));
        }
    }
    return count.total > 0 ? kDone : kAnswerIsNo;
}

}  // namespace sourcereel::cli
