#include "sourcereel/shot_files.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <string_view>
#include <system_error>

#include "core/error.h"
#include "imaging/still_collector.h"
#include "pipeline/analysis.h"
#include "sourcereel/printable.h"
#include "sourcereel/progress_line.h"
#include "sourcereel/second_pass.h"

namespace sourcereel::cli {
namespace {

constexpr int kStillQuality = 92;
constexpr std::string_view kMiddle = "middle";

struct WantedStill {
    std::int64_t frame = 0;
    std::size_t shot = 0;
    std::string_view place;
};

/// In the order of the frames.
std::vector<WantedStill> wanted_stills(const std::vector<Shot>& shots) {
    std::vector<WantedStill> wanted;
    wanted.reserve(shots.size() * 3);
    for (std::size_t i = 0; i < shots.size(); ++i) {
        const std::int64_t first = shots[i].begin_frame;
        const std::int64_t last = std::max(first, shots[i].end_frame - 1);
        wanted.push_back({first, i, "first"});
        wanted.push_back({first + (last - first) / 2, i, kMiddle});
        wanted.push_back({last, i, "last"});
    }
    return wanted;
}

/// Shows each still; returns how many.
std::size_t visit(const AnalysedVideo& video, const std::vector<WantedStill>& wanted,
                  const Settings& settings, const std::stop_token& stop,
                  const std::function<void(const Frame&, const WantedStill&)>& on_still) {
    std::vector<std::int64_t> frames;
    frames.reserve(wanted.size());
    for (const WantedStill& still : wanted) frames.push_back(still.frame);
    visit_frames(video.media, frames, settings, stop,
                 [&](const Frame& frame, std::size_t i) { on_still(frame, wanted[i]); });
    return wanted.size();
}

std::string lower_extension(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return extension;
}

/// The source's own kind where clips can be of that kind.
std::string extension_for(const std::filesystem::path& source, media::ClipMode mode) {
    const std::string own = lower_extension(source);
    const auto& known = media::clip_extensions();
    const bool usable = std::find(known.begin(), known.end(), own) != known.end();
    // What is encoded anew is H.264, which WebM does not hold.
    if (mode == media::ClipMode::exact) return usable && own != ".webm" ? own : ".mp4";
    return usable ? own : ".mkv";
}

}  // namespace

std::string shot_file_stem(std::size_t shot, const Timestamp& time) {
    const auto all = static_cast<long long>(time.seconds() * 1000 + 1e-6);
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "shot-%04zu_%02lldh%02lldm%02lld.%03llds", shot, all / 3'600'000,
                  all / 60'000 % 60, all / 1000 % 60, all % 1000);
    return text.data();
}

void make_folder(const std::filesystem::path& folder) {
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (std::filesystem::is_directory(folder)) return;
    throw Error(code == std::errc::no_space_on_device ? ErrorKind::exhausted : ErrorKind::unsupported,
                folder.string() + ": cannot be made a folder: " +
                    (code ? code.message() : std::string("something else has this name")));
}

std::size_t write_stills(const AnalysedVideo& video, const std::filesystem::path& folder,
                         media::IfExists if_exists, const Settings& settings, const std::stop_token& stop) {
    make_folder(folder);
    std::string jpeg;  // Of a shot of one picture, all three are this one.
    std::int64_t shown = -1;
    return visit(video, wanted_stills(video.shots), settings, stop,
                 [&](const Frame& frame, const WantedStill& wanted) {
                     if (shown != frame.index)
                         jpeg = imaging::still_of(frame, wanted.shot, 0, kStillQuality).jpeg;
                     shown = frame.index;
                     const std::string name =
                         shot_file_stem(wanted.shot, frame.pts) + "_" + std::string(wanted.place) + ".jpg";
                     media::write_file(folder / name, if_exists, jpeg);
                 });
}

std::vector<ShotStill> middle_stills(const AnalysedVideo& video, const Settings& settings,
                                     const std::stop_token& stop) {
    std::vector<WantedStill> middles;
    for (const WantedStill& wanted : wanted_stills(video.shots))
        if (wanted.place == kMiddle) middles.push_back(wanted);
    const imaging::StillOptions options;
    std::vector<ShotStill> stills;
    visit(video, middles, settings, stop, [&](const Frame& frame, const WantedStill& wanted) {
        stills.push_back(imaging::still_of(frame, wanted.shot, options.max_side, options.jpeg_quality));
    });
    return stills;
}

void require_sheet_format(const std::filesystem::path& file) {
    const std::string extension = lower_extension(file);
    if (extension == ".jpg" || extension == ".jpeg" || extension == ".png") return;
    throw UsageError("--sheet " + file.string() + ": name a .jpg or .png file");
}

imaging::PictureFormat sheet_format(const std::filesystem::path& file) {
    return lower_extension(file) == ".png" ? imaging::PictureFormat::png : imaging::PictureFormat::jpeg;
}

void write_sheet(const AnalysedVideo& video, const std::filesystem::path& file, media::IfExists if_exists) {
    imaging::ContactSheet sheet(video.stills.size(), video.media.width, video.media.height);
    for (const ShotStill& still : video.stills)
        sheet.add(still, std::to_string(still.shot) + "  " + clock_time(still.time.seconds()));
    media::write_file(file, if_exists, sheet.encode(sheet_format(file)));
}

std::vector<media::WrittenClip> write_shots(const AnalysedVideo& video, const std::filesystem::path& folder,
                                            media::ClipMode mode, media::IfExists if_exists,
                                            const Settings& settings, const std::stop_token& stop) {
    make_folder(folder);
    std::vector<media::ClipPart> parts;
    parts.reserve(video.shots.size());
    for (std::size_t i = 0; i < video.shots.size(); ++i) {
        const TimeRange& range = video.shots[i].range;
        parts.push_back(
            {range, folder / (shot_file_stem(i, range.begin) + extension_for(video.media.path, mode))});
    }
    media::ClipOptions options;
    options.mode = mode;
    options.if_exists = if_exists;
    ProgressLine line({video.media.path}, settings);
    const double all = std::max(1e-9, video.media.duration.seconds());
    return media::write_clips(video.media.path, parts, options, [&](const Timestamp& time) {
        if (stop.stop_requested()) throw pipeline::Cancelled{};
        line.update(0, {std::clamp(time.seconds() / all, 0.0, 1.0), std::max(0.0, time.seconds())});
    });
}

}  // namespace sourcereel::cli
