// unit/attribution/mentions.h: what was found, short enough to compare in one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribution/handle.h"

namespace sourcereel::attribution {

/// Each as "platform:handle", "-" where no platform is told.
inline std::vector<std::string> found_in(std::string_view text) {
    std::vector<std::string> out;
    for (const HandleMention& mention : find_handles(text))
        out.push_back(mention.platform.value_or("-") + ":" + mention.handle);
    return out;
}

}  // namespace sourcereel::attribution
