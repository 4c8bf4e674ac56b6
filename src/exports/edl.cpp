#include "exports/edl.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "exports/escape.h"
#include "exports/timecode.h"

namespace sourcereel::exports {
namespace {

constexpr std::int64_t kLongestTransition = 999;  ///< Its field has three digits.

/// Frames of the timecode's grid. The mixing frames are [begin, begin + mixing).
struct Event {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::int64_t mixing = 0;
};

std::vector<Event> events_of(const ShotList& list) {
    const Rate& rate = list.rate.timecode_rate;
    std::vector<Event> events;
    for (const ListedShot& listed : list.shots) {
        const bool mixed = listed.gradual() && !events.empty();
        Event event;
        event.begin = nearest_frame(mixed ? listed.transition.begin : listed.shot.range.begin, rate);
        if (mixed) event.mixing = nearest_frame(listed.transition.end, rate) - event.begin;
        event.end = nearest_frame(listed.shot.range.end, rate);
        if (!events.empty()) {
            // Where shots are shorter than a frame or mix with two others, later events give way.
            event.begin = std::max(event.begin, events.back().begin);
            events.back().end = event.begin;
        }
        events.push_back(event);
    }
    for (Event& event : events) {
        event.end = std::max(event.end, event.begin);
        event.mixing =
            std::clamp<std::int64_t>(event.mixing, 0, std::min(event.end - event.begin, kLongestTransition));
    }
    return events;
}

class Writer {
public:
    explicit Writer(const ShotList& list) : list_{list}, record_{frames_of_first_hour(list.rate)} {
        // The list may be of a part of the video: the record begins with it.
        if (!list.shots.empty())
            record_ -= nearest_frame(list.shots.front().shot.range.begin, list.rate.timecode_rate);
    }

    void line(std::size_t number, const char* type, const std::string& length, std::int64_t begin,
              std::int64_t end) {
        std::array<char, 160> text{};
        std::snprintf(text.data(), text.size(), "%03zu  %-8s %-5s %-4s %3s %s %s %s %s\n", number, "AX", "V",
                      type, length.c_str(), at(begin).c_str(), at(end).c_str(), at(record_ + begin).c_str(),
                      at(record_ + end).c_str());
        out_ += text.data();
    }
    void comment(const std::string& text) { out_ += "* " + one_line_text(text) + "\n"; }
    std::string at(std::int64_t frame) const {
        return timecode(frame, list_.rate.timecode_base, list_.rate.drop_frame);
    }
    std::string& text() { return out_; }

private:
    const ShotList& list_;
    std::int64_t record_;  ///< What makes a frame of the source one of the record.
    std::string out_;
};

const char* type_of(TransitionKind kind) {
    return kind == TransitionKind::wipe ? "W001" : "D";
}

void write_head(Writer& writer, const ShotList& list) {
    writer.text() += "TITLE: " + one_line_text(list.title) + "\n";
    writer.text() += std::string("FCM: ") + (list.rate.drop_frame ? "DROP FRAME" : "NON-DROP FRAME") + "\n\n";
    writer.comment("SOURCE FILE: " + list.file);
    writer.comment("FRAME RATE: " + text_of(list.rate.timecode_rate));
    if (!list.rate.constant)
        writer.comment("VARIABLE FRAME RATE: times are to the nearest frame of " +
                       text_of(list.rate.timecode_rate));
    else if (list.rate.rate != list.rate.timecode_rate)
        writer.comment("PICTURES A SECOND: " + text_of(list.rate.rate) +
                       "; times are to the nearest frame of " + text_of(list.rate.timecode_rate));
}

}  // namespace

std::string edl(const ShotList& list) {
    Writer writer{list};
    write_head(writer, list);
    const std::vector<Event> events = events_of(list);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        const ListedShot& listed = list.shots[i];
        const Transition& transition = listed.shot.transition;
        writer.text() += "\n";
        if (event.mixing > 0) {
            std::array<char, 8> length{};
            std::snprintf(length.data(), length.size(), "%03d", static_cast<int>(event.mixing));
            writer.line(i + 1, "C", "", event.begin, event.begin);
            writer.line(i + 1, type_of(transition.kind), length.data(), event.begin, event.end);
            writer.comment("FROM CLIP NAME: " + list.title);
            writer.comment("TO CLIP NAME: " + list.title);
        } else {
            writer.line(i + 1, "C", "", event.begin, event.end);
            writer.comment("FROM CLIP NAME: " + list.title);
        }
        std::string words = "SHOT " + std::to_string(i) + ": " + transition_text(listed.shot);
        if (listed.gradual()) words += ", shot begins at " + timecode_at(listed.shot.range.begin, list.rate);
        writer.comment(words + ", score " + fixed_number(transition.score, 2));
    }
    return writer.text();
}

}  // namespace sourcereel::exports
