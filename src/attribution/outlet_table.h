// attribution/outlet_table.h: the table of outlets as text → rows. Private to attribution.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribution/outlets.h"

namespace sourcereel::attribution {

/// The table that is built into the program.
extern const std::string_view kOutletTable;

/// The rows of a table: UTF-8, cells divided by tabs, lists by "|"; lines that begin with "#" and empty ones
/// are passed over, the first other line names the columns. Ids are unique.
/// @throws Error corrupt, "NAME: line 7: …", for an unknown or missing column, a cell too many, an id that is
/// empty, odd or there twice, an unknown country or medium, an account that its platform cannot have.
std::vector<Outlet> read_outlet_table(std::string_view tsv, const std::string& name);

}  // namespace sourcereel::attribution
