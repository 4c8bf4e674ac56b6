#include "media/av/seek_point.h"

#include <cmath>
#include <cstddef>
#include <functional>
#include <queue>
#include <string>
#include <string_view>
#include <vector>

#include "media/av/source_facts.h"

namespace sourcereel::media::av {
namespace {

/// Two keyframes and this long before the moment wanted: pictures of an open group lean on those before, and
/// some encoders take a second to build up a whole picture.
constexpr double kMargin_s = 2;
constexpr double kNotWorth_s = 5;
constexpr std::size_t kMostReordered = 64;  ///< Pictures; H.264 and HEVC allow 16.
constexpr double kLongestGap_s = 3600;

/// Whether the stamps, brought into the order shown, rise.
class RisingStamps {
public:
    bool push(std::int64_t stamp) {
        waiting_.push(stamp);
        if (waiting_.size() <= kMostReordered) return true;
        const bool rises = waiting_.top() > last_;
        last_ = waiting_.top();
        waiting_.pop();
        return rises;
    }

private:
    std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> waiting_;
    std::int64_t last_ = INT64_MIN;
};

}  // namespace

std::optional<SeekPoint> find_seek_point(const std::filesystem::path& source, const Limits& limits,
                                         std::int64_t first_stamp, const Timestamp& wanted) {
    if (wanted.seconds() < kNotWorth_s) return std::nullopt;
    std::vector<std::string> warnings;
    const Input input = open_input(source, limits, warnings);
    const std::string_view container = input.format->iformat->name;
    if (!container.starts_with("mov") && !container.starts_with("matroska")) return std::nullopt;
    for (unsigned n = 0; n < input.format->nb_streams; ++n)
        if (input.format->streams[n] != input.video) input.format->streams[n]->discard = AVDISCARD_ALL;

    const TimeBase base = time_base_of(*input.video);
    const auto seconds = [&](std::int64_t stamp) { return Timestamp{stamp - first_stamp, base}.seconds(); };
    RisingStamps order;
    std::optional<SeekPoint> last;
    std::optional<SeekPoint> one_before;
    double at = 0;
    const PacketPtr packet = make_packet();
    while (av_read_frame(input.format.get(), packet.get()) >= 0) {
        const std::int64_t stamp = packet->pts;
        const std::int64_t decode_stamp = packet->dts;
        const bool key = (packet->flags & AV_PKT_FLAG_KEY) != 0;
        const bool video = packet->stream_index == input.video->index;
        av_packet_unref(packet.get());
        if (!video) continue;
        if (stamp == AV_NOPTS_VALUE || decode_stamp == AV_NOPTS_VALUE || !order.push(stamp))
            return std::nullopt;
        if (std::abs(seconds(stamp) - at) > kLongestGap_s) return std::nullopt;
        at = seconds(stamp);
        if (key && at <= wanted.seconds() - kMargin_s) {
            one_before = last;
            last = SeekPoint{decode_stamp, stamp};
        }
        if (seconds(decode_stamp) >= wanted.seconds()) break;
    }
    if (!one_before || seconds(one_before->stamp) < kNotWorth_s / 2) return std::nullopt;
    return one_before;
}

}  // namespace sourcereel::media::av
