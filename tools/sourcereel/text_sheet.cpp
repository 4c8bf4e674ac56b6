#include "sourcereel/text_sheet.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "imaging/contact_sheet.h"
#include "imaging/marked_picture.h"
#include "sourcereel/printable.h"
#include "sourcereel/second_pass.h"
#include "sourcereel/shot_files.h"

namespace sourcereel::cli {
namespace {

constexpr std::size_t kMostStills = 60;
constexpr std::size_t kMostLines = 8;  ///< Under a still: its time, then texts.
constexpr int kWidestCell = 640;       ///< Pixels; so that what stands in a box can be read.

/// Bright ones, far from each other, also for those who do not tell red from green.
cv::Scalar colour_of(TextKind kind) {
    switch (kind) {
        case TextKind::watermark:
            return {60, 220, 255};  // yellow
        case TextKind::bug:
            return {60, 150, 255};  // orange
        case TextKind::caption:
            return {255, 200, 80};  // sky blue
        case TextKind::lower_third:
            return {130, 230, 90};  // green
        case TextKind::ticker:
            return {230, 140, 240};  // pink
        case TextKind::credit:
            return {230, 230, 230};  // near white
        case TextKind::title:
            return {235, 240, 120};  // turquoise
        case TextKind::scene:
            return {150, 150, 150};  // grey
    }
    return {};
}

std::int64_t middle_of(const TextTrack& track) {
    return track.begin_frame + std::max<std::int64_t>(0, track.end_frame - 1 - track.begin_frame) / 2;
}

/// The font of the sheet has no letters beyond ASCII: what it cannot draw is named by its script.
std::string drawable(const TextTrack& track) {
    const std::string text = one_line(track.text);
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return ascii ? text : "(" + track.script + ")";
}

std::string label_of(const exports::TextList& list, const SheetMoment& moment, const Timestamp& time) {
    std::string label = clock_time(time.seconds());
    std::size_t lines = 1;
    for (const std::size_t i : moment.texts) {
        if (++lines == kMostLines && moment.texts.size() > kMostLines - 1)
            return label + "\nand " + std::to_string(moment.texts.size() - (kMostLines - 2)) + " more";
        const exports::ListedText& text = list.texts[i];
        label += "\n" + std::to_string(text.number) + "  " + fixed(text.track.confidence, 2) + "  " +
                 drawable(text.track);
    }
    return label;
}

std::vector<imaging::LegendEntry> legend_of(const exports::TextList& list) {
    std::vector<imaging::LegendEntry> legend;
    for (const TextKind kind : exports::all_text_kinds()) {
        const auto count =
            std::count_if(list.texts.begin(), list.texts.end(),
                          [&](const exports::ListedText& text) { return text.track.kind == kind; });
        if (count > 0)
            legend.push_back({colour_of(kind), std::to_string(count) + " " + std::string(name_of(kind))});
    }
    return legend;
}

}  // namespace

std::vector<SheetMoment> sheet_moments(const std::vector<exports::ListedText>& texts, std::size_t most) {
    std::vector<std::size_t> shortest_first(texts.size());
    std::iota(shortest_first.begin(), shortest_first.end(), std::size_t{0});
    const auto length = [&](std::size_t i) { return texts[i].track.end_frame - texts[i].track.begin_frame; };
    std::stable_sort(shortest_first.begin(), shortest_first.end(),
                     [&](std::size_t a, std::size_t b) { return length(a) < length(b); });
    const auto stands = [&](std::size_t i, std::int64_t frame) {
        const TextTrack& track = texts[i].track;
        return frame == middle_of(track) || (track.begin_frame <= frame && frame < track.end_frame);
    };
    // A long text is nearly always seen beside a short one.
    std::set<std::int64_t> frames;
    for (const std::size_t i : shortest_first) {
        const bool seen =
            std::any_of(frames.begin(), frames.end(), [&](std::int64_t frame) { return stands(i, frame); });
        if (!seen) frames.insert(middle_of(texts[i].track));
    }
    std::vector<SheetMoment> all;
    for (const std::int64_t frame : frames) {
        SheetMoment moment{frame, {}};
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (stands(i, frame)) moment.texts.push_back(i);
        all.push_back(std::move(moment));
    }
    if (all.size() <= most) return all;
    std::vector<SheetMoment> some;
    for (std::size_t i = 0; i < most; ++i) some.push_back(all[(2 * i + 1) * all.size() / (2 * most)]);
    return some;
}

Rect box_at(const TextTrack& track, const Timestamp& time) {
    Rect box = track.box;
    for (const PathPoint& point : track.path) {
        if (time < point.time) break;
        box.x = point.x;
        box.y = point.y;
    }
    return box;
}

WrittenSheet write_text_sheet(const exports::TextList& list, const std::filesystem::path& file,
                              media::IfExists if_exists, const Settings& settings,
                              const std::stop_token& stop) {
    const std::vector<SheetMoment> moments = sheet_moments(list.texts, kMostStills);
    if (moments.empty()) return {};
    imaging::SheetLayout layout;
    layout.widest_cell = kWidestCell;
    layout.legend = legend_of(list);
    std::vector<std::int64_t> frames;
    std::set<std::size_t> shown;
    for (const SheetMoment& moment : moments) {
        frames.push_back(moment.frame);
        shown.insert(moment.texts.begin(), moment.texts.end());
        layout.label_lines =
            std::max(layout.label_lines, static_cast<int>(std::min(kMostLines, moment.texts.size() + 1)));
    }
    imaging::ContactSheet sheet(moments.size(), list.media.width, list.media.height, layout);
    visit_frames(list.media, frames, settings, stop, [&](const Frame& frame, std::size_t i) {
        std::vector<imaging::PictureMark> marks;
        for (const std::size_t text : moments[i].texts) {
            const exports::ListedText& listed = list.texts[text];
            marks.push_back({box_at(listed.track, frame.pts), std::to_string(listed.number),
                             colour_of(listed.track.kind)});
        }
        sheet.add(imaging::marked_picture(frame, marks, sheet.longest_side()),
                  label_of(list, moments[i], frame.pts));
    });
    media::write_file(file, if_exists, sheet.encode(sheet_format(file)));
    return {moments.size(), shown.size()};
}

}  // namespace sourcereel::cli
