// catalogue/sidecar_rows.h: downloaders' metadata as rows, and back. Private to catalogue. Transactions are
// the caller's.
#pragma once

#include <cstdint>
#include <vector>

#include "catalogue/sqlite.h"
#include "core/sidecar.h"

namespace sourcereel::catalogue {

/// Puts the sidecar beside the video; what was known of the same path is replaced. False where nothing
/// changed.
bool write_sidecar(const Connection& connection, std::int64_t video_id, const Sidecar& sidecar);

/// In the order of their paths.
std::vector<Sidecar> read_sidecars(const Connection& connection, std::int64_t video_id);

}  // namespace sourcereel::catalogue
