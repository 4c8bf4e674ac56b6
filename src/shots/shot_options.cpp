#include "shots/shot_options.h"

#include <algorithm>
#include <locale>
#include <sstream>

namespace sourcereel::shots {

std::string settings_of(const ShotOptions& options) {
    // The number changes with every change of a rule or threshold in this folder.
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << "shots/2 min_shot_s=" << std::max(0.0, options.min_shot_s)
         << " sensitivity=" << std::clamp(options.sensitivity, 0.0, 1.0);
    if (!options.crop.empty())
        text << " crop=" << options.crop.x << ',' << options.crop.y << ',' << options.crop.width << ','
             << options.crop.height;
    const auto add = [&](const char* name, const std::optional<Timestamp>& time) {
        if (time) text << ' ' << name << '=' << time->ticks << '*' << time->base.num << '/' << time->base.den;
    };
    add("from", options.from);
    add("to", options.to);
    return text.str();
}

}  // namespace sourcereel::shots
