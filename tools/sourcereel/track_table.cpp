#include "sourcereel/track_table.h"

#include <string>

#include "sourcereel/printable.h"

namespace sourcereel::cli {

std::string handles_text(const std::vector<HandleMention>& handles) {
    std::string text;
    for (const HandleMention& mention : handles) {
        if (!text.empty()) text += ", ";
        text += mention.handle;
        if (mention.platform) text += " (" + *mention.platform + ")";
    }
    return text;
}

Table shot_table(const std::vector<Shot>& shots) {
    Table table({{"shot", Column::Align::right},
                 {"begin", Column::Align::right},
                 {"end", Column::Align::right},
                 {"seconds", Column::Align::right},
                 {"frames", Column::Align::right},
                 {"begins by"},
                 {"score", Column::Align::right}});
    for (std::size_t i = 0; i < shots.size(); ++i) {
        const Shot& shot = shots[i];
        table.add({std::to_string(i), clock_time(shot.range.begin.seconds()),
                   clock_time(shot.range.end.seconds()), fixed(shot.range.duration_seconds(), 3),
                   std::to_string(shot.begin_frame) + "-" + std::to_string(shot.end_frame),
                   std::string(name_of(shot.transition.kind)), fixed(shot.transition.score, 2)});
    }
    return table;
}

Table track_table(const std::vector<exports::ListedText>& texts) {
    Table table({{"id", Column::Align::right},
                 {"kind"},
                 {"time", Column::Align::right},
                 {"text", Column::Align::left, Column::Room::flexible},
                 {"conf", Column::Align::right},
                 {"handles", Column::Align::left, Column::Room::flexible}});
    for (const auto& [number, track] : texts) {
        table.add({std::to_string(number), std::string(name_of(track.kind)),
                   time_range(track.range.begin.seconds(), track.range.end.seconds(), 1),
                   one_line(track.text), fixed(track.confidence, 2), handles_text(track.handles)});
    }
    return table;
}

}  // namespace sourcereel::cli
