#include "media/versions.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/avutil.h>
}

namespace sourcereel::media {
namespace {

std::string dotted(unsigned version) {
    return std::to_string(AV_VERSION_MAJOR(version)) + '.' + std::to_string(AV_VERSION_MINOR(version)) + '.' +
           std::to_string(AV_VERSION_MICRO(version));
}

/// "5.1.9-0+deb12u1" → "5.1.9": a distribution's packaging number is no part of the version. A build from a
/// repository ("N-109542-g…") keeps its whole name.
std::string release() {
    std::string name = av_version_info();
    if (name.empty() || name[0] < '0' || name[0] > '9') return name;
    return name.substr(0, name.find('-'));
}

}  // namespace

std::string ffmpeg_version() {
    return "FFmpeg " + release() + " (libavformat " + dotted(avformat_version()) + ", libavcodec " +
           dotted(avcodec_version()) + ")";
}

std::vector<bool> can_decode(const std::vector<std::string>& codecs) {
    std::vector<bool> found;
    found.reserve(codecs.size());
    for (const std::string& name : codecs) {
        const AVCodecDescriptor* codec = avcodec_descriptor_get_by_name(name.c_str());
        found.push_back(codec != nullptr && avcodec_find_decoder(codec->id) != nullptr);
    }
    return found;
}

}  // namespace sourcereel::media
