#include "exports/otio.h"

#include <algorithm>
#include <cstdint>

#include "exports/escape.h"
#include "exports/json_writer.h"

namespace sourcereel::exports {
namespace {

/// Whole units of one rate for all times of the document.
class Clock {
public:
    explicit Clock(const ShotList& list) : list_{list} {
        const TimeBase& base = list.media.duration.base;
        rate_ = list.rate.constant ? list.rate.rate.value()
                                   : static_cast<double>(base.den) / static_cast<double>(base.num);
    }
    double rate() const { return rate_; }
    std::int64_t units(const Timestamp& time) const {
        if (list_.rate.constant) return nearest_frame(time, list_.rate.rate);
        const TimeBase& base = list_.media.duration.base;
        return nearest_frame(time, {base.den, base.num});
    }

private:
    const ShotList& list_;
    double rate_ = 1;
};

void rational_time(JsonWriter& json, std::int64_t units, double rate) {
    json.open_object();
    json.key("OTIO_SCHEMA").text("RationalTime.1");
    json.key("rate").number(rate);
    json.key("value").number(static_cast<double>(units));
    json.close_object();
}

void time_range(JsonWriter& json, std::int64_t begin, std::int64_t end, double rate) {
    json.open_object();
    json.key("OTIO_SCHEMA").text("TimeRange.1");
    json.key("duration");
    rational_time(json, end - begin, rate);
    json.key("start_time");
    rational_time(json, begin, rate);
    json.close_object();
}

/// Opens an object with what all of them have.
void open_named(JsonWriter& json, const char* schema, const std::string& name) {
    json.open_object();
    json.key("OTIO_SCHEMA").text(schema);
    json.key("name").text(name);
}

void no_effects(JsonWriter& json) {
    json.key("effects").open_list().close_list();
    json.key("markers").open_list().close_list();
    json.key("enabled").truth(true);
}

void shot_metadata(JsonWriter& json, const ListedShot& listed, std::size_t index) {
    const Shot& shot = listed.shot;
    json.key("metadata").open_object();
    json.key("sourcereel").open_object();
    json.key("shot").whole(static_cast<std::int64_t>(index));
    json.key("begin_frame").whole(shot.begin_frame);
    json.key("end_frame").whole(shot.end_frame);
    json.key("transition").text(name_of(shot.transition.kind));
    json.key("transition_begin_frame").whole(shot.transition.begin_frame);
    json.key("transition_end_frame").whole(shot.transition.end_frame);
    json.key("score").number(std::stod(fixed_number(shot.transition.score, 4)));
    json.close_object().close_object();
}

void transition(JsonWriter& json, const ListedShot& listed, const Shot& before, const Clock& clock) {
    const std::int64_t begin = clock.units(listed.shot.range.begin);
    const auto offset = [&](std::int64_t units, const Shot& shot) {
        return std::clamp<std::int64_t>(units, 0,
                                        clock.units(shot.range.end) - clock.units(shot.range.begin));
    };
    const TransitionKind kind = listed.shot.transition.kind;
    open_named(json, "Transition.1", std::string(name_of(kind)));
    json.key("metadata").open_object();
    json.key("sourcereel").open_object();
    json.key("kind").text(name_of(kind));
    json.close_object().close_object();
    json.key("transition_type")
        .text(kind == TransitionKind::dissolve ? "SMPTE_Dissolve" : "Custom_Transition");
    json.key("in_offset");
    rational_time(json, offset(begin - clock.units(listed.transition.begin), before), clock.rate());
    json.key("out_offset");
    rational_time(json, offset(clock.units(listed.transition.end) - begin, listed.shot), clock.rate());
    json.close_object();
}

void clip(JsonWriter& json, const ShotList& list, std::size_t index, const Clock& clock) {
    const ListedShot& listed = list.shots[index];
    open_named(json, "Clip.2", "Shot " + std::to_string(index));
    shot_metadata(json, listed, index);
    json.key("source_range");
    time_range(json, clock.units(listed.shot.range.begin), clock.units(listed.shot.range.end), clock.rate());
    no_effects(json);
    json.key("active_media_reference_key").text("DEFAULT_MEDIA");
    json.key("media_references").open_object();
    json.key("DEFAULT_MEDIA");
    open_named(json, "ExternalReference.1", list.title);
    json.key("metadata").open_object().close_object();
    json.key("available_range");
    time_range(json, 0, clock.units(list.media.duration), clock.rate());
    json.key("available_image_bounds").null();
    json.key("target_url").text(file_url(list.file));
    json.close_object().close_object().close_object();
}

}  // namespace

std::string otio(const ShotList& list) {
    const Clock clock{list};
    JsonWriter json;
    open_named(json, "Timeline.1", list.title);
    json.key("metadata").open_object();
    json.key("sourcereel").open_object();
    json.key("variable_frame_rate").truth(!list.rate.constant);
    json.key("nominal_frame_rate").text(text_of(list.rate.rate));
    json.close_object().close_object();
    json.key("global_start_time").null();
    json.key("tracks");
    open_named(json, "Stack.1", "tracks");
    json.key("metadata").open_object().close_object();
    json.key("source_range").null();
    no_effects(json);
    json.key("children").open_list();
    open_named(json, "Track.1", "Shots");
    json.key("metadata").open_object().close_object();
    json.key("source_range").null();
    no_effects(json);
    json.key("kind").text("Video");
    json.key("children").open_list();
    for (std::size_t i = 0; i < list.shots.size(); ++i) {
        if (i > 0 && list.shots[i].gradual()) transition(json, list.shots[i], list.shots[i - 1].shot, clock);
        clip(json, list, i, clock);
    }
    json.close_list().close_object();
    json.close_list().close_object();
    json.close_object();
    return json.str();
}

}  // namespace sourcereel::exports
