#include "media/av/containers.h"

#include <algorithm>
#include <array>

namespace sourcereel::media {
namespace {

constexpr std::array<std::string_view, 37> kRead{
    // What phones, social media and archives deliver.
    "mov", "matroska", "avi", "mpeg", "mpegts", "mpegtsraw", "flv", "live_flv", "kux", "gif", "apng", "ogg",
    "asf", "asf_o", "mxf", "gxf", "dv", "rm", "wtv", "nut", "ivf", "yuv4mpegpipe", "nsv", "pva",
    // Streams without a container.
    "h261", "h263", "h264", "hevc", "av1", "obu", "m4v", "mpegvideo", "mjpeg", "vc1", "vc1test", "dirac",
    "cavsvideo"};

}  // namespace

bool is_read(std::string_view demuxer) noexcept {
    // Of a list of names the first is the demuxer's own.
    const std::string_view first = demuxer.substr(0, demuxer.find(','));
    return std::find(kRead.begin(), kRead.end(), first) != kRead.end();
}

}  // namespace sourcereel::media
