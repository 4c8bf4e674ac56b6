#include "exports/csv.h"

#include "exports/escape.h"
#include "exports/timecode.h"

namespace sourcereel::exports {
namespace {

std::string row(const ShotList& list, std::size_t index) {
    const ListedShot& listed = list.shots[index];
    const Shot& shot = listed.shot;
    const auto seconds = [](const Timestamp& time) { return fixed_number(time.seconds(), 6); };
    std::string out;
    for (const std::string& field :
         {csv_cell(list.media.path), std::to_string(index), seconds(shot.range.begin),
          seconds(shot.range.end), fixed_number(shot.range.duration_seconds(), 6),
          timecode_at(shot.range.begin, list.rate), timecode_at(shot.range.end, list.rate),
          std::to_string(shot.begin_frame), std::to_string(shot.end_frame),
          std::to_string(shot.end_frame - shot.begin_frame), std::string(name_of(shot.transition.kind)),
          seconds(listed.transition.begin), seconds(listed.transition.end),
          std::to_string(shot.transition.begin_frame), std::to_string(shot.transition.end_frame),
          fixed_number(shot.transition.score, 4)})
        out += (out.empty() ? "" : ",") + field;
    return out + "\r\n";
}

}  // namespace

std::string csv(const ShotList& list) {
    std::string out =
        "video,shot,begin_s,end_s,duration_s,begin_timecode,end_timecode,begin_frame,end_frame,frames,"
        "transition,"
        "transition_begin_s,transition_end_s,transition_begin_frame,transition_end_frame,score\r\n";
    for (std::size_t i = 0; i < list.shots.size(); ++i) out += row(list, i);
    return out;
}

std::string csv_table(const std::vector<std::vector<std::string>>& rows) {
    std::string out;
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + csv_cell(row[i]);
        out += "\r\n";
    }
    return out;
}

}  // namespace sourcereel::exports
