#include "exports/fcpxml.h"

#include <algorithm>
#include <cstdint>

#include "exports/escape.h"

namespace sourcereel::exports {
namespace {

/// Times as the fractions of seconds that the format wants.
class Clock {
public:
    explicit Clock(const ShotList& list) : constant_{list.rate.constant}, rate_{list.rate.rate} {
        const TimeBase& base = list.media.duration.base;
        units_ = constant_ ? rate_ : Rate{base.den, base.num};
    }
    std::int64_t units(const Timestamp& time) const { return nearest_frame(time, units_); }
    /// "1001/30000s", "5s".
    std::string text(std::int64_t units) const {
        const std::int64_t num = units * units_.den;
        if (num % units_.num == 0) return std::to_string(num / units_.num) + "s";
        return std::to_string(num) + "/" + std::to_string(units_.num) + "s";
    }
    std::string text(const Timestamp& time) const { return text(units(time)); }
    std::string between(const Timestamp& begin, const Timestamp& end) const {
        return text(units(end) - units(begin));
    }
    std::string frame() const { return std::to_string(rate_.den) + "/" + std::to_string(rate_.num) + "s"; }

private:
    bool constant_;
    Rate rate_;
    Rate units_;
};

std::string attribute(const char* name, const std::string& value) {
    return std::string(" ") + name + "=\"" + xml_text(value) + "\"";
}

std::string resources(const ShotList& list, const Clock& clock) {
    std::string out = "  <resources>\n    <format";
    out += attribute("id", "r1") + attribute("frameDuration", clock.frame()) +
           attribute("width", std::to_string(list.media.width)) +
           attribute("height", std::to_string(list.media.height)) + "/>\n    <asset";
    out += attribute("id", "r2") + attribute("name", list.title) + attribute("src", file_url(list.file)) +
           attribute("start", "0s") + attribute("duration", clock.text(list.media.duration)) +
           attribute("hasVideo", "1") + attribute("format", "r1");
    if (list.sound)
        out += attribute("hasAudio", "1") + attribute("audioSources", "1") +
               attribute("audioChannels", std::to_string(list.sound->channels)) +
               attribute("audioRate", std::to_string(list.sound->rate));
    return out + "/>\n  </resources>\n";
}

std::string marker(const ListedShot& listed, const Clock& clock) {
    const Shot& shot = listed.shot;
    std::string note;
    if (listed.gradual())
        note = clock.text(listed.transition.begin) + " to " + clock.text(listed.transition.end);
    return "              <marker" + attribute("start", clock.text(shot.range.begin)) +
           attribute("duration", clock.frame()) +
           attribute("value", transition_text(shot) + ", score " + fixed_number(shot.transition.score, 2)) +
           (note.empty() ? "" : attribute("note", note)) + "/>\n";
}

std::string clip(const ShotList& list, std::size_t index, const Clock& clock) {
    const ListedShot& listed = list.shots[index];
    const std::string begin = clock.text(listed.shot.range.begin);
    // The list may be of a part of the video: the sequence begins with it.
    const std::string offset = clock.between(list.shots.front().shot.range.begin, listed.shot.range.begin);
    std::string out = "            <asset-clip";
    out += attribute("ref", "r2") + attribute("name", "Shot " + std::to_string(index)) +
           attribute("offset", offset) + attribute("start", begin) +
           attribute("duration", clock.between(listed.shot.range.begin, listed.shot.range.end)) +
           attribute("format", "r1") + attribute("tcFormat", list.rate.drop_frame ? "DF" : "NDF") + ">\n";
    return out + marker(listed, clock) + "            </asset-clip>\n";
}

}  // namespace

std::string fcpxml(const ShotList& list) {
    const Clock clock{list};
    const std::string length = list.shots.empty() ? "0s"
                                                  : clock.between(list.shots.front().shot.range.begin,
                                                                  list.shots.back().shot.range.end);
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE fcpxml>\n";
    if (!list.rate.constant)
        out +=
            "<!-- Variable frame rate: times are those of the file; the sequence has the nearest usual one. "
            "-->\n";
    out += "<fcpxml version=\"1.8\">\n" + resources(list, clock) + "  <library>\n    <event" +
           attribute("name", list.title) + ">\n      <project" + attribute("name", list.title) +
           ">\n        <sequence" + attribute("format", "r1") + attribute("duration", length) +
           attribute("tcStart", "0s") + attribute("tcFormat", list.rate.drop_frame ? "DF" : "NDF") +
           ">\n          <spine>\n";
    for (std::size_t i = 0; i < list.shots.size(); ++i) out += clip(list, i, clock);
    return out +
           "          </spine>\n        </sequence>\n      </project>\n    </event>\n  "
           "</library>\n</fcpxml>\n";
}

}  // namespace sourcereel::exports
