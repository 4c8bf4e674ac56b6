#include "claims/origin_cues.h"

#include <algorithm>

namespace sourcereel::claims {

bool is_outlet(const Source& source) {
    return source.entity.kind == EntityKind::outlet || source.entity.kind == EntityKind::outlet_class;
}

bool has_source_verb(const Scan& scan, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (scan.has(i, kSourceVerb) && scan.has(i, kPassive) && !scan.has(i, kMedia)) return true;
    return false;
}

bool has_still_from(const Scan& scan, const Entity& entity) {
    return std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
        const bool taken = known.claim.type == ClaimType::aired_by && scan.is(known.begin + 1, "from");
        return (taken || known.claim.type == ClaimType::still_from) && known.claim.entity == entity;
    });
}

}  // namespace sourcereel::claims
