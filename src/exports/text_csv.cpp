#include "exports/text_csv.h"

#include <string_view>

#include "exports/escape.h"

namespace sourcereel::exports {
namespace {

std::string cell(std::string_view text) {
    constexpr std::string_view kFormula = "=+-@\t\r";
    const bool formula = !text.empty() && kFormula.find(text.front()) != std::string_view::npos;
    return csv_field(formula ? "'" + std::string(text) : std::string(text));
}

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
         {cell(media.path), std::to_string(text.number), std::string(name_of(track.kind)), cell(track.text),
          seconds(track.range.begin), seconds(track.range.end),
          fixed_number(track.range.duration_seconds(), 6), std::to_string(track.begin_frame),
          std::to_string(track.end_frame), std::to_string(track.box.x), std::to_string(track.box.y),
          std::to_string(track.box.width), std::to_string(track.box.height),
          fixed_number(track.confidence, 4), cell(track.script), cell(track.language),
          cell(handles_of(track)), std::to_string(track.frames_seen), std::to_string(track.frames_examined)})
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
