// web/list_file.h: a list of texts or clips as a file, the same for the page's downloads and for `search
// --as`.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "json/documents.h"

namespace sourcereel::web {

enum class ListOf { texts, clips };
enum class ListFormat { csv, json };

struct ListFile {
    ListOf of = ListOf::texts;
    ListFormat format = ListFormat::csv;
    std::string text;  ///< The query as typed.
    catalogue::Query query;
    bool by_time =
        false;  ///< Else texts by relevance; clips of a query with words by their hits, else the newest.
    std::int64_t limit = std::int64_t{1} << 40U;
    std::int64_t offset = 0;
    bool facets = false;  ///< In JSON.
};

catalogue::ClipSort clip_sort_of(const ListFile& file);

/// Gives the file in pieces of some 64 KiB to `write`, which ends it by giving false. Of one state of the
/// catalogue; keeps 8 bytes a hit. Returns how many answer the query in all.
/// @throws Error as Catalogue::search
std::int64_t write_list(const catalogue::Catalogue& catalogue, const ListFile& file,
                        const std::function<bool(std::string_view)>& write);

json::SearchEntry search_entry_of(const catalogue::Hit& hit);
std::vector<json::FacetList> facet_lists_of(const std::vector<catalogue::Facet>& facets);

}  // namespace sourcereel::web
