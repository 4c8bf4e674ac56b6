// catalogue/audit.h: the chain of what was done. Private to catalogue. Transactions are the caller's.
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/sqlite.h"

namespace sourcereel::catalogue {

/// Adds a row that carries the hash of the one before.
/// @pre inside a write transaction, so that nobody adds another one in between.
void append_audit(const Connection& connection, const std::string& done_at, const AuditEntry& entry);

std::vector<AuditRow> read_audit(const Connection& connection);

/// What is wrong with the chain, a sentence each.
std::vector<std::string> check_audit(const Connection& connection);

}  // namespace sourcereel::catalogue
