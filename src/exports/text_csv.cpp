#include "exports/text_csv.h"

#include "exports/escape.h"

namespace sourcereel::exports {
namespace {

std::string handles_of(const TextTrack& track) {
    std::string out;
    for (const HandleMention& mention : track.handles) {
        out += (out.empty() ? "" : ", ") + mention.handle;
        if (mention.platform) out += " (" + *mention.platform + ")";
    }
    return out;
}

std::string row(const MediaInfo& media, const ListedText& text) {
    const TextTrack& track = text.track;
    const auto seconds = [](const Timestamp& time) { return fixed_number(time.seconds(), 6); };
    std::string out;
    for (const std::string& field :
         {csv_cell(media.path), std::to_string(text.number), std::string(name_of(track.kind)),
          csv_cell(track.text), seconds(track.range.begin), seconds(track.range.end),
          fixed_number(track.range.duration_seconds(), 6), std::to_string(track.begin_frame),
          std::to_string(track.end_frame), std::to_string(track.box.x), std::to_string(track.box.y),
          std::to_string(track.box.width), std::to_string(track.box.height),
          fixed_number(track.confidence, 4), csv_cell(track.script), csv_cell(track.language),
          csv_cell(handles_of(track)), std::to_string(track.frames_seen),
          std::to_string(track.frames_examined)})
        out += (out.empty() ? "" : ",") + field;
    return out + "\r\n";
}

}  // namespace

std::string text_csv(const TextList& list) {
    std::string out =
        "video,text_id,kind,text,begin_s,end_s,duration_s,begin_frame,end_frame,x,y,width,height,confidence,"
        "script,"
        "language,handles,frames_seen,frames_examined\r\n";
    for (const ListedText& text : list.texts) out += row(list.media, text);
    return out;
}

}  // namespace sourcereel::exports
