#include "catalogue/search.h"

#include <string>
#include <vector>

#include "catalogue/snippet.h"
#include "catalogue/text_index.h"
#include "catalogue/video_rows.h"
#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

/// The conditions of a query, and the values for their question marks in the same order.
struct Conditions {
    std::string where = "1";
    std::vector<std::string> values;
    std::string match;                 ///< For text_index; empty: no words asked for.
    std::vector<std::string> needles;  ///< Folded, for the snippet.

    void add(const std::string& sql, const std::vector<std::string>& with) {
        where += " AND " + sql;
        values.insert(values.end(), with.begin(), with.end());
    }
};

std::string question_marks(std::size_t count) {
    std::string marks = "(";
    for (std::size_t i = 0; i < count; ++i) marks += i == 0 ? "?" : ", ?";
    return marks + ")";
}

void add_terms(Conditions& conditions, const std::vector<Term>& terms) {
    bool asked = terms.empty();
    for (const Term& term : terms) {
        const auto match = match_of(term);
        if (!match) continue;
        asked = true;
        if (term.excluded) {
            std::vector<std::string> values{match->expression};
            if (match->exact) values.push_back(*match->exact);
            conditions.add(
                std::string("t.track_id NOT IN (SELECT x.track_id FROM text_index JOIN text_track AS x"
                            " ON x.track_id = text_index.rowid WHERE text_index MATCH ?") +
                    (match->exact ? " AND instr(x.words, ?) > 0)" : ")"),
                values);
            continue;
        }
        if (!conditions.match.empty()) conditions.match += " AND ";
        conditions.match += match->expression;
        conditions.needles.push_back(match->shown);
        if (match->exact) conditions.add("instr(t.words, ?) > 0", {*match->exact});
    }
    if (!asked) throw Error(ErrorKind::unsupported, "query: there is no letter or digit to search for");
}

void add_handles(Conditions& conditions, const Query& query) {
    std::vector<std::string> platforms;
    for (const std::string& platform : query.platforms) platforms.push_back(unicode::nfkc_casefold(platform));
    const std::string on_platform =
        platforms.empty() ? "" : " AND platform IN " + question_marks(platforms.size());
    for (const std::string& handle : query.handles) {
        std::vector<std::string> values{fold_handle(handle)};
        values.insert(values.end(), platforms.begin(), platforms.end());
        conditions.add(
            "t.track_id IN (SELECT track_id FROM handle_mention WHERE handle_folded = ?" + on_platform + ")",
            values);
        conditions.needles.push_back(fold_handle(handle));
    }
    if (query.handles.empty() && !platforms.empty())
        conditions.add("t.track_id IN (SELECT track_id FROM handle_mention WHERE platform IS NOT NULL" +
                           on_platform + ")",
                       platforms);
}

Conditions conditions_of(const Query& query) {
    Conditions conditions;
    add_terms(conditions, query.terms);
    add_handles(conditions, query);
    if (!query.kinds.empty()) {
        std::vector<std::string> kinds;
        for (const TextKind kind : query.kinds) kinds.emplace_back(name_of(kind));
        conditions.add("t.kind IN " + question_marks(kinds.size()), kinds);
    }
    if (!query.languages.empty()) {
        std::vector<std::string> languages;
        for (const std::string& language : query.languages)
            languages.push_back(unicode::nfkc_casefold(language));
        conditions.add("t.language IN " + question_marks(languages.size()), languages);
    }
    return conditions;
}

/// Binds the values of `conditions`; returns the next free parameter.
int bind_conditions(Statement& statement, const Conditions& conditions) {
    int next = 1;
    if (!conditions.match.empty()) statement.bind_one(next++, conditions.match);
    for (const std::string& value : conditions.values) statement.bind_one(next++, value);
    return next;
}

}  // namespace

SearchResult run_search(const Connection& connection, const Query& query, std::int64_t limit,
                        std::int64_t offset) {
    const Conditions conditions = conditions_of(query);
    const bool ranked = !conditions.match.empty();
    const std::string from = ranked ? " FROM text_index JOIN text_track AS t ON t.track_id = text_index.rowid"
                                    : " FROM text_track AS t";
    const std::string where =
        std::string(" WHERE ") + (ranked ? "text_index MATCH ? AND " : "") + conditions.where;

    SearchResult result;
    Statement count = connection.prepare("SELECT count(*)" + from + where);
    bind_conditions(count, conditions);
    result.total = count.number();

    // An account name that was recognised says more than the same letters in a sentence.
    const std::string order = std::string(" ORDER BY ") +
                              (ranked ? "bm25(text_index, 1.0, 1.0, 4.0), " : "") +
                              "t.video_id, t.begin_pts, t.track_index";
    // The page is chosen from narrow rows first; only its tracks are read whole.
    Statement page = connection.prepare("SELECT t.track_id" + from + where + order + " LIMIT ? OFFSET ?");
    const int next = bind_conditions(page, conditions);
    page.bind_one(next, limit);
    page.bind_one(next + 1, offset);
    Statement row = connection.prepare(
        std::string("SELECT ") + TrackReader::kColumns +
        ", v.video_id, v.sha256, (SELECT path FROM video_path AS p WHERE p.video_id = v.video_id"
        " ORDER BY p.sighting_id DESC LIMIT 1)"
        " FROM text_track AS t JOIN video AS v USING (video_id) WHERE t.track_id = ?1");
    TrackReader reader{connection};
    while (page.step()) {
        row.bind(page.integer(0)).step();
        Hit hit;
        hit.track = reader.read(row);
        hit.video_id = row.integer(TrackReader::kColumnCount);
        hit.sha256 = row.text(TrackReader::kColumnCount + 1);
        hit.path = row.text(TrackReader::kColumnCount + 2);
        hit.snippet = snippet_of(hit.track.text, conditions.needles);
        result.hits.push_back(std::move(hit));
    }
    return result;
}

}  // namespace sourcereel::catalogue
