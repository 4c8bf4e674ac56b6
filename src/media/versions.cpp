#include "media/versions.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/avutil.h>
}

#include <cctype>
#include <string_view>

namespace sourcereel::media {
namespace {

std::string numbers(unsigned version) {
    return std::to_string(AV_VERSION_MAJOR(version)) + "." + std::to_string(AV_VERSION_MINOR(version)) + "." +
           std::to_string(AV_VERSION_MICRO(version));
}

/// Without a distribution's own suffix: "5.1.9" of "5.1.9-0+deb12u1". Builds from git have no number; they
/// keep their name.
std::string_view release(std::string_view version) {
    if (version.empty() || std::isdigit(static_cast<unsigned char>(version.front())) == 0) return version;
    return version.substr(0, version.find_first_not_of("0123456789."));
}

}  // namespace

std::string ffmpeg_version() {
    return "FFmpeg " + std::string(release(av_version_info())) + " (libavformat " +
           numbers(avformat_version()) + ", libavcodec " + numbers(avcodec_version()) + ")";
}

std::vector<bool> can_decode(const std::vector<std::string>& codecs) {
    std::vector<bool> known;
    known.reserve(codecs.size());
    for (const std::string& name : codecs) {
        const AVCodecDescriptor* codec = avcodec_descriptor_get_by_name(name.c_str());
        known.push_back(codec != nullptr && avcodec_find_decoder(codec->id) != nullptr);
    }
    return known;
}

}  // namespace sourcereel::media
