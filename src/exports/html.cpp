#include "exports/html.h"

#include <cstdint>

#include "exports/escape.h"
#include "exports/timecode.h"

namespace sourcereel::exports {
namespace {

constexpr const char* kHead =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" "
    "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n";

constexpr const char* kStyle =
    "<style>\n"
    ":root { color-scheme: light dark; font: 1rem/1.45 system-ui, sans-serif; }\n"
    "body { margin: 1.5rem auto; max-width: 80rem; padding: 0 1rem; }\n"
    "h1 { font-size: 1.4rem; overflow-wrap: anywhere; }\n"
    "ol { list-style: none; padding: 0; display: grid; gap: 1.2rem;\n"
    "     grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }\n"
    "figure { margin: 0; }\n"
    "img { width: 100%; height: 12rem; object-fit: contain; background: #222; border-radius: 4px; }\n"
    "figcaption { font-variant-numeric: tabular-nums; font-size: .9rem; }\n"
    "</style>\n";

/// "0:04.271", "1:02:03.500".
std::string clock_text(const Timestamp& time) {
    const std::int64_t all = nearest_frame(time, {1000, 1});
    const std::int64_t minutes = all / 60'000;
    const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    std::string out =
        minutes >= 60 ? std::to_string(minutes / 60) + ":" + two(minutes % 60) : std::to_string(minutes);
    const std::string thousandths = std::to_string(1000 + all % 1000).substr(1);
    return out + ":" + two(all / 1000 % 60) + "." + thousandths;
}

std::string rate_words(const ShotList& list) {
    if (list.rate.constant) return fixed_number(list.rate.rate.value(), 3) + " pictures a second";
    return "variable frame rate, " + fixed_number(list.media.frame_rate, 3) + " pictures a second on average";
}

std::string shot_words(const ShotList& list, std::size_t index) {
    const Shot& shot = list.shots[index].shot;
    return "<strong>Shot " + std::to_string(index) + "</strong> " + clock_text(shot.range.begin) + "&ndash;" +
           clock_text(shot.range.end) + "<br>\n" + fixed_number(shot.range.duration_seconds(), 3) +
           " s, frames " + std::to_string(shot.begin_frame) + "&ndash;" + std::to_string(shot.end_frame) +
           ", " + timecode_at(shot.range.begin, list.rate) + "<br>\nbegins by " + transition_text(shot) +
           ", score " + fixed_number(shot.transition.score, 2);
}

}  // namespace

std::string html(const ShotList& list, const std::vector<ShotStill>& stills,
                 const std::vector<std::string>& warnings) {
    const std::string title = xml_text(list.title);
    std::string out = kHead;
    out += "<title>Shots of " + title + "</title>\n" + kStyle + "</head>\n<body>\n<main>\n<h1>Shots of " +
           title + "</h1>\n<p>" + std::to_string(list.shots.size()) +
           (list.shots.size() == 1 ? " shot" : " shots") + ", " + clock_text(list.media.duration) + ", " +
           std::to_string(list.media.frames) + " pictures, " + rate_words(list) + ", " +
           std::to_string(list.media.width) + "&times;" + std::to_string(list.media.height) + ", " +
           xml_text(list.media.video_codec) + "</p>\n";
    for (const std::string& warning : warnings) out += "<p>Warning: " + xml_text(warning) + "</p>\n";
    out += "<ol>\n";
    for (std::size_t i = 0; i < list.shots.size(); ++i) {
        out += "<li id=\"shot-" + std::to_string(i) + "\"><figure>\n";
        if (i < stills.size() && !stills[i].jpeg.empty())
            out += "<img width=\"" + std::to_string(stills[i].width) + "\" height=\"" +
                   std::to_string(stills[i].height) + "\" alt=\"Picture of shot " + std::to_string(i) +
                   " at " + clock_text(stills[i].time) + "\" src=\"data:image/jpeg;base64," +
                   base64(stills[i].jpeg) + "\">\n";
        out += "<figcaption>" + shot_words(list, i) + "</figcaption>\n</figure></li>\n";
    }
    return out + "</ol>\n</main>\n</body>\n</html>\n";
}

}  // namespace sourcereel::exports
