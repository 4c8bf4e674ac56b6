#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "json/documents.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/marking.h"
#include "sourcereel/moment.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"
#include "sourcereel/table.h"
#include "sourcereel/terminal.h"

namespace sourcereel::cli {
namespace {

using catalogue::Catalogue;
using catalogue::NoteRange;

catalogue::CataloguedVideo find_video(const Catalogue& catalogue, const std::string& key) {
    auto found = marking([&] { return catalogue.find(key); });
    if (!found)
        throw UsageError("no video " + key + " in the catalogue; \"sourcereel search\" says which there are");
    return std::move(*found);
}

std::int64_t microseconds(const Timestamp& time) {
    return std::llround(time.seconds() * 1e6);
}

/// @throws UsageError where shot or range are none of the video.
std::optional<NoteRange> range_of(const CommandLine& line, const AnalysedVideo& video) {
    const std::string name = line.command == Command::tag ? "tag: " : "note: ";
    if (line.shot && line.range) throw UsageError(name + "give --shot or --range, not both");
    if (line.shot) {
        if (*line.shot >= video.shots.size())
            throw UsageError(name + "there is no shot " + std::to_string(*line.shot) + ", only 0 to " +
                             std::to_string(video.shots.size()) + " (exclusive)");
        const TimeRange& range = video.shots[*line.shot].range;
        return NoteRange{microseconds(range.begin), microseconds(range.end)};
    }
    if (!line.range) return std::nullopt;
    const auto range = parse_moment_range(*line.range);
    if (!range) throw UsageError(name + "--range " + *line.range + " is no range such as 1:02-1:10.5");
    if (range->begin >= video.media.duration)
        throw UsageError(name + "--range " + *line.range + " begins after the end of the video");
    const Timestamp end = range->end < video.media.duration ? range->end : video.media.duration;
    return NoteRange{microseconds(range->begin), microseconds(end)};
}

std::string seconds_text(std::int64_t us) {
    return fixed(static_cast<double>(us) * 1e-6, 6);
}

int list_notes(const Catalogue& catalogue, std::int64_t id, const Settings& settings) {
    const std::vector<catalogue::Note> notes = marking([&] { return catalogue.notes(id); });
    if (settings.format == Format::json) {
        std::vector<std::vector<json::Fact>> rows;
        for (const catalogue::Note& note : notes) {
            std::vector<json::Fact> row{{"id", std::to_string(note.id), true}};
            if (note.range) {
                row.push_back({"begin", seconds_text(note.range->begin_us), true});
                row.push_back({"end", seconds_text(note.range->end_us), true});
            }
            row.push_back({"text", note.text});
            row.push_back({"made_at", note.made_at});
            rows.push_back(std::move(row));
        }
        write_answer(json::list_document("sourcereel.notes/1", "notes", rows));
        return kDone;
    }
    if (notes.empty()) return kDone;
    Table table({{"note", Column::Align::right},
                 {"time", Column::Align::right},
                 {"text", Column::Align::left, Column::Room::flexible}});
    for (const catalogue::Note& note : notes)
        table.add({std::to_string(note.id),
                   note.range ? time_range(static_cast<double>(note.range->begin_us) * 1e-6,
                                           static_cast<double>(note.range->end_us) * 1e-6, 1)
                              : "",
                   one_line(note.text)});
    write_answer(table.render(line_width(STDOUT_FILENO), use_color(settings.color, STDOUT_FILENO)));
    return kDone;
}

int list_tags_of(const Catalogue& catalogue, std::int64_t id, const Settings& settings) {
    std::vector<std::vector<json::Fact>> rows;
    std::string text;
    for (const std::string& tag : marking([&] { return catalogue.tags(id); })) {
        rows.push_back({{"tag", tag}});
        text += visible(tag) + "\n";
    }
    for (const catalogue::RangeTag& one : marking([&] { return catalogue.range_tags(id); })) {
        rows.push_back({{"tag", one.tag},
                        {"begin", seconds_text(one.range.begin_us), true},
                        {"end", seconds_text(one.range.end_us), true}});
        text += visible(one.tag) + "\t" +
                time_range(static_cast<double>(one.range.begin_us) * 1e-6,
                           static_cast<double>(one.range.end_us) * 1e-6, 1) +
                "\n";
    }
    write_answer(settings.format == Format::json ? json::list_document("sourcereel.tags/1", "tags", rows)
                                                 : text);
    return kDone;
}

int list_all_tags(const Catalogue& catalogue, const Settings& settings) {
    const std::vector<catalogue::TagCount> tags = marking([&] { return catalogue.tags(); });
    std::vector<std::vector<json::Fact>> rows;
    std::string text;
    for (const catalogue::TagCount& tag : tags) {
        rows.push_back({{"tag", tag.tag}, {"clips", std::to_string(tag.clips), true}});
        text += visible(tag.tag) + "\t" + std::to_string(tag.clips) + "\n";
    }
    write_answer(settings.format == Format::json ? json::list_document("sourcereel.tags/1", "tags", rows)
                                                 : text);
    return kDone;
}

}  // namespace

int run_tag(const CommandLine& line, const Settings& settings) {
    for (const std::string& tag : line.tags)
        if (tag.size() < 2 || (tag[0] != '+' && tag[0] != '-'))
            throw UsageError("tag: \"" + tag + "\": write +" + tag + " to put it on, -" + tag +
                             " to take it off");
    if (line.key.empty()) return list_all_tags(open_catalogue(settings), settings);
    Catalogue catalogue = line.tags.empty() ? open_catalogue(settings) : open_catalogue_for_marks(settings);
    const catalogue::CataloguedVideo found = find_video(catalogue, line.key);
    const std::optional<NoteRange> range = range_of(line, found.video);
    if (range && line.tags.empty()) throw UsageError("tag: say also which tag, +NAME or -NAME");
    for (const std::string& tag : line.tags) {
        const std::string name = tag.substr(1);
        marking([&] {
            if (tag[0] == '+' && range)
                catalogue.add_tag(found.id, *range, name);
            else if (tag[0] == '+')
                catalogue.add_tag(found.id, name);
            else if (range)
                catalogue.remove_tag(found.id, *range, name);
            else
                catalogue.remove_tag(found.id, name);
        });
    }
    return list_tags_of(catalogue, found.id, settings);
}

int run_note(const CommandLine& line, const Settings& settings) {
    const bool changes = !line.note.empty() || line.remove;
    Catalogue catalogue = changes ? open_catalogue_for_marks(settings) : open_catalogue(settings);
    const catalogue::CataloguedVideo found = find_video(catalogue, line.key);
    const std::optional<NoteRange> range = range_of(line, found.video);
    if (range && line.note.empty()) throw UsageError("note: say also what to note");
    if (line.remove) {
        const std::vector<catalogue::Note> notes = marking([&] { return catalogue.notes(found.id); });
        const bool is_its = std::any_of(notes.begin(), notes.end(),
                                        [&](const catalogue::Note& note) { return note.id == *line.remove; });
        if (!is_its)
            throw UsageError("note: video " + line.key + " has no note " + std::to_string(*line.remove));
        marking([&] { catalogue.remove_note(*line.remove); });
    }
    if (!line.note.empty()) marking([&] { catalogue.add_note(found.id, range, line.note); });
    return list_notes(catalogue, found.id, settings);
}

int run_not_a_copy(const CommandLine& line, const Settings& settings) {
    Catalogue catalogue = open_catalogue_for_marks(settings);
    const std::int64_t id = find_video(catalogue, line.key).id;
    const std::int64_t other = find_video(catalogue, line.other_key).id;
    marking([&] { catalogue.set_not_a_copy(id, other, !line.undo); });
    std::vector<std::vector<json::Fact>> rows;
    std::string text;
    for (const std::int64_t one : marking([&] { return catalogue.not_copies_of(id); })) {
        rows.push_back({{"id", std::to_string(one), true}});
        text += std::to_string(one) + "\n";
    }
    write_answer(settings.format == Format::json
                     ? json::list_document("sourcereel.not-copies/1", "not_copies", rows)
                     : text);
    return kDone;
}

}  // namespace sourcereel::cli
