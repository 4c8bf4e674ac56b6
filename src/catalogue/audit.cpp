#include "catalogue/audit.h"

#include <cstdint>

#include "core/sha256.h"
#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

const std::string kBeforeTheFirst(64, '0');

/// Lengths keep two columns from being read as one.
std::string hash_of(const AuditRow& row) {
    std::string all;
    for (const std::string* part :
         {&row.previous, &row.done_at, &row.entry.action, &row.entry.subject, &row.entry.detail})
        all += std::to_string(part->size()) + ":" + *part;
    return sha256_of(all);
}

}  // namespace

void append_audit(const Connection& connection, const std::string& done_at, const AuditEntry& entry) {
    AuditRow row;
    row.done_at = done_at;
    row.entry = {unicode::valid_utf8(entry.action), entry.subject, unicode::valid_utf8(entry.detail)};
    row.previous = kBeforeTheFirst;
    std::int64_t last = 0;
    {
        Statement newest =
            connection.prepare("SELECT audit_id, hash FROM audit ORDER BY audit_id DESC LIMIT 1");
        if (newest.step()) {
            last = newest.integer(0);
            row.previous = newest.text(1);
        }
    }
    connection.prepare("INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(last + 1, row.done_at, row.entry.action, row.entry.subject, row.entry.detail, row.previous,
              hash_of(row))
        .run();
}

std::vector<AuditRow> read_audit(const Connection& connection) {
    std::vector<AuditRow> all;
    Statement rows = connection.prepare(
        "SELECT audit_id, done_at, action, subject, detail, previous, hash FROM audit ORDER BY audit_id");
    while (rows.step())
        all.push_back({rows.integer(0),
                       rows.text(1),
                       {rows.text(2), rows.text(3), rows.text(4)},
                       rows.text(5),
                       rows.text(6)});
    return all;
}

std::vector<std::string> check_audit(const Connection& connection) {
    std::vector<std::string> findings;
    std::int64_t expected = 1;
    std::string previous = kBeforeTheFirst;
    for (const AuditRow& row : read_audit(connection)) {
        const std::string name = "audit row " + std::to_string(row.number);
        if (row.number != expected)
            findings.push_back("audit rows before row " + std::to_string(row.number) + " are missing");
        if (row.previous != previous) findings.push_back(name + " does not follow the row before it");
        if (row.hash != hash_of(row)) findings.push_back(name + " was changed after it was written");
        expected = row.number + 1;
        previous = row.hash;
    }
    return findings;
}

}  // namespace sourcereel::catalogue
