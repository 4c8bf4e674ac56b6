#include "media/sound_info.h"

#include <vector>

#include "core/error.h"
#include "media/av/input.h"

namespace sourcereel::media {

std::optional<SoundInfo> sound_of(const std::filesystem::path& file, const Limits& limits) {
    std::vector<std::string> warnings;
    const av::Input input = av::open_input(file, limits, warnings);
    const int index =
        av_find_best_stream(input.format.get(), AVMEDIA_TYPE_AUDIO, -1, input.video->index, nullptr, 0);
    if (index < 0) return std::nullopt;
    const AVCodecParameters& codec = *input.format->streams[index]->codecpar;
    return SoundInfo{avcodec_get_name(codec.codec_id), codec.ch_layout.nb_channels, codec.sample_rate};
}

}  // namespace sourcereel::media
