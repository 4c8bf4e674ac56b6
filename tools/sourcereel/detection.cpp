#include "sourcereel/detection.h"

#include <charconv>
#include <string>
#include <system_error>

#include "media/frame_reader.h"
#include "sourcereel/moment.h"

namespace sourcereel::cli {
namespace {

Timestamp moment_of(const std::string& text, const char* flag) {
    if (const auto moment = parse_moment(text)) return *moment;
    throw UsageError(std::string(flag) + " " + text + ": not a time; write it as 75.5, 1:15.5 or 0:01:15.5");
}

}  // namespace

std::optional<Rect> parse_rect(std::string_view text) {
    int values[4] = {};
    for (int i = 0; i < 4; ++i) {
        const auto comma = i < 3 ? text.find(',') : text.size();
        if (comma == std::string_view::npos) return std::nullopt;
        const auto [end, code] = std::from_chars(text.data(), text.data() + comma, values[i]);
        if (code != std::errc{} || end != text.data() + comma || values[i] < 0 || values[i] > 100'000)
            return std::nullopt;
        if (i < 3) text.remove_prefix(comma + 1);
    }
    const Rect rect{values[0], values[1], values[2], values[3]};
    return rect.empty() ? std::nullopt : std::optional<Rect>(rect);
}

shots::ShotOptions detection_of(const CommandLine& line) {
    shots::ShotOptions options;
    options.min_shot_s = line.min_shot_s;
    if (line.sensitivity) options.sensitivity = *line.sensitivity;
    if (line.crop) {
        const auto rect = parse_rect(*line.crop);
        if (!rect)
            throw UsageError("--crop " + *line.crop +
                             ": write it as X,Y,W,H in pixels, for instance 0,60,640,240");
        options.crop = *rect;
    }
    if (line.from) options.from = moment_of(*line.from, "--from");
    if (line.to) options.to = moment_of(*line.to, "--to");
    if (options.to && !(options.from.value_or(Timestamp{}) < *options.to))
        throw UsageError("--to " + *line.to + ": must be later than --from and than 0");
    return options;
}

void require_crop_inside(const CommandLine& line, const shots::ShotOptions& options) {
    if (options.crop.empty()) return;
    media::ReadOptions one_picture;
    one_picture.chroma = false;
    one_picture.threads = 1;
    const media::FrameReader reader(line.video, one_picture);
    const Rect picture{0, 0, reader.info().width, reader.info().height};
    if (!intersection(picture, options.crop).empty()) return;
    throw UsageError("--crop " + *line.crop + ": outside the picture, which is " +
                     std::to_string(picture.width) + "x" + std::to_string(picture.height));
}

}  // namespace sourcereel::cli
