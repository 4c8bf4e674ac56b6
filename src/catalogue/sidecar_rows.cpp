#include "catalogue/sidecar_rows.h"

#include <algorithm>

#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

using unicode::valid_utf8;

Sidecar read_one(const Connection& connection, const Statement& row) {
    Sidecar sidecar;
    const std::int64_t id = row.integer(0);
    sidecar.file = row.text(1);
    sidecar.sha256 = row.text(2);
    sidecar.tool = row.text(3);
    sidecar.platform = row.text(4);
    sidecar.paired_by = row.text(5);
    sidecar.doubtful = row.integer(6) != 0;
    Statement values =
        connection.prepare("SELECT name, value, field FROM sidecar_value WHERE sidecar_id = ?1");
    values.bind(id);
    while (values.step()) {
        const std::string name = values.text(0);
        for (const auto& [known, member] : kSidecarValues)
            if (known == name) sidecar.*member = SidecarValue{values.text(1), values.text(2)};
    }
    Statement warnings =
        connection.prepare("SELECT message FROM sidecar_warning WHERE sidecar_id = ?1 ORDER BY position");
    warnings.bind(id);
    while (warnings.step()) sidecar.warnings.push_back(warnings.text(0));
    return sidecar;
}

}  // namespace

bool write_sidecar(const Connection& connection, std::int64_t video_id, const Sidecar& sidecar) {
    const std::vector<Sidecar> known = read_sidecars(connection, video_id);
    if (std::find(known.begin(), known.end(), sidecar) != known.end()) return false;
    connection.prepare("DELETE FROM sidecar WHERE video_id = ?1 AND path = ?2")
        .bind(video_id, sidecar.file)
        .run();
    connection
        .prepare(
            "INSERT INTO sidecar (video_id, path, sha256, tool, platform, paired_by, doubtful)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(video_id, sidecar.file, sidecar.sha256, sidecar.tool, sidecar.platform, sidecar.paired_by,
              sidecar.doubtful ? 1 : 0)
        .run();
    const std::int64_t id = connection.last_row_id();
    Statement value_row = connection.prepare("INSERT INTO sidecar_value VALUES (?1, ?2, ?3, ?4)");
    for (const auto& [name, member] : kSidecarValues)
        if (const auto& value = sidecar.*member)
            value_row.bind(id, name, valid_utf8(value->value), valid_utf8(value->field)).run();
    Statement warning_row = connection.prepare("INSERT INTO sidecar_warning VALUES (?1, ?2, ?3)");
    for (std::size_t i = 0; i < sidecar.warnings.size(); ++i)
        warning_row.bind(id, i, valid_utf8(sidecar.warnings[i])).run();
    return true;
}

std::vector<Sidecar> read_sidecars(const Connection& connection, std::int64_t video_id) {
    std::vector<Sidecar> found;
    Statement rows = connection.prepare(
        "SELECT sidecar_id, path, sha256, tool, platform, paired_by, doubtful FROM sidecar WHERE video_id = "
        "?1"
        " ORDER BY path");
    rows.bind(video_id);
    while (rows.step()) found.push_back(read_one(connection, rows));
    return found;
}

}  // namespace sourcereel::catalogue
