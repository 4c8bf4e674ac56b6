#include <charconv>
#include <cmath>
#include <optional>

#include "core/error.h"
#include "json/browse_documents.h"
#include "web/answers.h"
#include "web/api.h"

namespace sourcereel::web {
namespace {

using catalogue::Catalogue;
using catalogue::NoteRange;

/// For one change. Opening costs some milliseconds, which a person who writes does not notice.
Catalogue writable(const Desk& desk) {
    return Catalogue::open(desk.options.catalogue, catalogue::Access::read_write);
}

/// Seconds as microseconds.
std::optional<std::int64_t> moment_parameter(const Request& request, const char* name) {
    const auto text = request.parameter(name);
    if (!text) return std::nullopt;
    constexpr double kMost = 1e9;
    double seconds = 0;
    const auto result = std::from_chars(text->data(), text->data() + text->size(), seconds);
    if (text->empty() || result.ec != std::errc() || result.ptr != text->data() + text->size() ||
        !(seconds >= 0 && seconds <= kMost)) {
        throw Error(ErrorKind::unsupported, std::string(name) + ": seconds such as 12.48 may stand there");
    }
    return std::llround(seconds * 1e6);
}

/// From shot, or begin and end; nothing where the whole clip is meant.
std::optional<NoteRange> range_of(const Request& request, const AnalysedVideo& video) {
    const auto begin = moment_parameter(request, "begin");
    const auto end = moment_parameter(request, "end");
    if (request.parameter("shot")) {
        if (begin || end) throw Error(ErrorKind::unsupported, "give shot or a range, not both");
        if (video.shots.empty()) throw Error(ErrorKind::unsupported, "shot: this video has none");
        const auto last = static_cast<std::int64_t>(video.shots.size()) - 1;
        const auto shot = static_cast<std::size_t>(number_parameter(request, "shot", 0, 0, last));
        const TimeRange& range = video.shots[shot].range;
        return NoteRange{std::llround(range.begin.seconds() * 1e6), std::llround(range.end.seconds() * 1e6)};
    }
    if (begin.has_value() != end.has_value())
        throw Error(ErrorKind::unsupported, "a range needs begin and end");
    return begin ? std::optional(NoteRange{*begin, *end}) : std::nullopt;
}

json::MarkRange seconds_of(const NoteRange& range) {
    return std::pair(static_cast<double>(range.begin_us) * 1e-6, static_cast<double>(range.end_us) * 1e-6);
}

Response marks_of(const Catalogue& catalogue, std::int64_t id) {
    json::MarksEntry marks;
    marks.id = id;
    for (const std::string& tag : catalogue.tags(id)) marks.tags.push_back({tag, std::nullopt});
    for (const catalogue::RangeTag& tag : catalogue.range_tags(id))
        marks.tags.push_back({tag.tag, seconds_of(tag.range)});
    for (const catalogue::Note& note : catalogue.notes(id))
        marks.notes.push_back(
            {note.id, note.range ? seconds_of(*note.range) : std::nullopt, note.text, note.made_at});
    marks.not_copies = catalogue.not_copies_of(id);
    for (const catalogue::ClipVerdict& one : catalogue.verdicts(id))
        marks.verdicts.push_back({one.article_sha256, one.article, one.claim, one.claim_type, one.entity,
                                  one.quote, std::string(name_of(one.verdict)), one.judged_at});
    return document(json::marks_document(marks));
}

/// The note of the address, if it is one of this video.
std::int64_t note_of(const Request& request, const Catalogue& catalogue, std::int64_t video) {
    constexpr std::size_t kNote = 5;
    const std::int64_t id = std::stoll(request.path.at(kNote));
    for (const catalogue::Note& note : catalogue.notes(video))
        if (note.id == id) return id;
    throw Error(ErrorKind::not_found,
                "video " + std::to_string(video) + " has no note " + std::to_string(id));
}

Response searches_of(const Catalogue& catalogue) {
    std::vector<std::vector<json::Fact>> rows;
    for (const catalogue::SavedSearch& one : catalogue.saved_searches())
        rows.push_back({{"name", one.name}, {"query", one.query}, {"made_at", one.made_at}});
    return document(json::list_document("sourcereel.searches/1", "searches", rows));
}

Response mark_pair(const Request& request, const Desk& desk, bool is_none) {
    constexpr std::size_t kOther = 5;
    const std::int64_t id = video_of(request, desk).id;
    Catalogue catalogue = writable(desk);
    catalogue.set_not_a_copy(id, std::stoll(request.path.at(kOther)), is_none);
    return marks_of(catalogue, id);
}

}  // namespace

Response searches(const Request& /*request*/, const Desk& desk) {
    return searches_of(*desk.connections.borrow());
}

Response save_search(const Request& request, const Desk& desk) {
    Catalogue catalogue = writable(desk);
    catalogue.save_search(request.parameter("name").value_or(""), request.body);
    return searches_of(catalogue);
}

Response forget_search(const Request& request, const Desk& desk) {
    Catalogue catalogue = writable(desk);
    catalogue.remove_search(request.parameter("name").value_or(""));
    return searches_of(catalogue);
}

Response all_tags(const Request& /*request*/, const Desk& desk) {
    std::vector<std::vector<json::Fact>> rows;
    for (const catalogue::TagCount& one : desk.connections.borrow()->tags())
        rows.push_back({{"tag", one.tag}, {"clips", std::to_string(one.clips), true}});
    return document(json::list_document("sourcereel.tags/1", "tags", rows));
}

Response forget_article(const Request& request, const Desk& desk) {
    writable(desk).forget_verdicts(request.parameter("article").value_or(""));
    return document(json::list_document("sourcereel.verdicts/1", "verdicts", {}));
}

Response video_marks(const Request& request, const Desk& desk) {
    const std::int64_t id = video_of(request, desk).id;
    return marks_of(*desk.connections.borrow(), id);
}

Response add_video_tag(const Request& request, const Desk& desk) {
    const catalogue::CataloguedVideo found = video_of(request, desk);
    const auto range = range_of(request, found.video);
    Catalogue catalogue = writable(desk);
    if (range)
        catalogue.add_tag(found.id, *range, request.body);
    else
        catalogue.add_tag(found.id, request.body);
    return marks_of(catalogue, found.id);
}

Response remove_video_tag(const Request& request, const Desk& desk) {
    const catalogue::CataloguedVideo found = video_of(request, desk);
    const auto range = range_of(request, found.video);
    const std::string tag = request.parameter("tag").value_or("");
    Catalogue catalogue = writable(desk);
    if (range)
        catalogue.remove_tag(found.id, *range, tag);
    else
        catalogue.remove_tag(found.id, tag);
    return marks_of(catalogue, found.id);
}

Response add_video_note(const Request& request, const Desk& desk) {
    const catalogue::CataloguedVideo found = video_of(request, desk);
    const auto range = range_of(request, found.video);
    Catalogue catalogue = writable(desk);
    catalogue.add_note(found.id, range, request.body);
    return marks_of(catalogue, found.id);
}

Response change_video_note(const Request& request, const Desk& desk) {
    const std::int64_t id = video_of(request, desk).id;
    Catalogue catalogue = writable(desk);
    catalogue.change_note(note_of(request, catalogue, id), request.body);
    return marks_of(catalogue, id);
}

Response remove_video_note(const Request& request, const Desk& desk) {
    const std::int64_t id = video_of(request, desk).id;
    Catalogue catalogue = writable(desk);
    catalogue.remove_note(note_of(request, catalogue, id));
    return marks_of(catalogue, id);
}

Response set_not_a_copy(const Request& request, const Desk& desk) {
    return mark_pair(request, desk, true);
}

Response unset_not_a_copy(const Request& request, const Desk& desk) {
    return mark_pair(request, desk, false);
}

}  // namespace sourcereel::web
