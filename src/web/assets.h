// web/assets.h: the files of the page, compiled in.
#pragma once

#include <string_view>
#include <vector>

namespace sourcereel::web {

struct Asset {
    std::string_view name;  ///< "index.html", "app/main.js": the only names under which they are found.
    std::string_view content;
    std::string_view tag;  ///< Changes with the content.
};

/// Empty where the program was built without its page: tools/dev/page.sh had not fetched what it needs.
const std::vector<Asset>& built_assets();

}  // namespace sourcereel::web
