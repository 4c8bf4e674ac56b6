#include "exports/qp.h"

namespace sourcereel::exports {

std::string qp(const ShotList& list) {
    std::string out;
    for (const ListedShot& listed : list.shots) out += std::to_string(listed.shot.begin_frame) + " I -1\n";
    return out;
}

}  // namespace sourcereel::exports
