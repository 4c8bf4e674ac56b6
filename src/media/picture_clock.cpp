#include "media/picture_clock.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "media/av/input.h"
#include "media/av/source_facts.h"

namespace sourcereel::media {
namespace {

constexpr std::size_t kMostReordered = 64;  ///< Pictures stored before one that is shown first.
constexpr std::size_t kMostPictures = 500'000;

}  // namespace

PictureTimes picture_times_of(const std::filesystem::path& file, Pictures wanted, const Limits& limits) {
    std::vector<std::string> warnings;
    const av::Input input = av::open_input(file, limits, warnings);
    for (unsigned n = 0; n < input.format->nb_streams; ++n)
        if (input.format->streams[n] != input.video) input.format->streams[n]->discard = AVDISCARD_ALL;

    std::vector<std::int64_t> stamps;
    bool told = true;
    const std::size_t most = wanted == Pictures::all ? kMostPictures + 1 : kMostReordered;
    const av::PacketPtr packet = av::make_packet();
    while (stamps.size() < most && av_read_frame(input.format.get(), packet.get()) >= 0) {
        // What an edit list hides is decoded and not shown.
        const bool shown =
            packet->stream_index == input.video->index && (packet->flags & AV_PKT_FLAG_DISCARD) == 0;
        if (shown && packet->pts != AV_NOPTS_VALUE)
            stamps.push_back(packet->pts);
        else if (shown)
            told = false;
        av_packet_unref(packet.get());
    }
    std::sort(stamps.begin(), stamps.end());

    PictureTimes times;
    times.base = av::time_base_of(*input.video);
    if (stamps.empty()) return times;
    const std::int64_t first = stamps.front();
    times.start = Timestamp{first, times.base}.seconds();
    // Where a file begins before its own zero, players take that for their zero.
    if (input.format->start_time != AV_NOPTS_VALUE && input.format->start_time < 0)
        times.start -= static_cast<double>(input.format->start_time) / AV_TIME_BASE;
    const bool all_differ = std::adjacent_find(stamps.begin(), stamps.end()) == stamps.end();
    if (wanted == Pictures::all && told && all_differ && stamps.size() <= kMostPictures) {
        times.ticks = std::move(stamps);
        for (std::int64_t& stamp : times.ticks) stamp -= first;
    }
    return times;
}

}  // namespace sourcereel::media
