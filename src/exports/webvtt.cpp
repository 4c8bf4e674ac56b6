#include "exports/webvtt.h"

#include <algorithm>
#include <map>

#include "exports/cues.h"
#include "exports/escape.h"
#include "exports/subtitle_time.h"

namespace sourcereel::exports {
namespace {

/// The three characters that mean something in a cue; with '>' gone there is no "-->" either.
std::string escaped(const std::string& line) {
    std::string out;
    for (const char c : line) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return out;
}

std::string percent(double share) {
    return fixed_number(std::clamp(share * 100, 0.0, 100.0), 1) + "%";
}

/// Where the text stands, from the edge or middle that it is nearest to: the room that a cue has for its
/// words reaches from there to the edge of the picture. Left and right, not start and end, for RTL is the
/// same place.
std::string settings_of(const Cue& cue, const MediaInfo& media) {
    const auto& kinds = subtitle_kinds();
    if (std::find(kinds.begin(), kinds.end(), cue.kind) != kinds.end()) return {};
    if (media.width <= 0 || media.height <= 0 || cue.box.empty()) return {};
    const double width = media.width;
    const double left = cue.box.x / width;
    const double right = cue.box.right() / width;
    const double middle = (left + right) / 2;
    std::string text = " line:" + percent(static_cast<double>(cue.box.y) / media.height);
    if (middle < 1.0 / 3) return text + " position:" + percent(left) + " align:left";
    if (middle > 2.0 / 3) return text + " position:" + percent(right) + " align:right";
    return text + " position:" + percent(middle) + " align:center";
}

}  // namespace

std::string webvtt(const TextList& list) {
    std::string out = "WEBVTT\n";
    std::map<std::size_t, int> stays;  // How many cues of a text there were: names occur once.
    for (const Cue& cue : cues_of(list)) {
        const int stay = stays[cue.number]++;
        out += "\n" + std::string(name_of(cue.kind)) + "-" + std::to_string(cue.number) +
               (stay > 0 ? "-" + std::to_string(stay) : "") + "\n" + subtitle_time(cue.begin_ms, '.') +
               " --> " + subtitle_time(cue.end_ms, '.') + settings_of(cue, list.media) + "\n";
        for (const std::string& line : cue.lines) out += escaped(line) + "\n";
    }
    return out;
}

}  // namespace sourcereel::exports
