#include "media/av/copy_clip.h"

extern "C" {
#include <libavcodec/bsf.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "media/av/errors.h"
#include "media/av/source_facts.h"

namespace sourcereel::media::av {
namespace {

constexpr int kMostEmptyReads = 1'000;

/// The video packets to copy: a keyframe and what follows it in the order stored.
struct Selection {
    std::int64_t begin = 0;    ///< Stamp of the keyframe,
    std::int64_t end = 0;      ///< and end of the picture shown last, in ticks of the stream.
    std::int64_t packets = 0;  ///< How many from the keyframe on, those shown before it included.
    std::int64_t pictures = 0;
    std::int64_t place = 0;  ///< Number of the keyframe among the video packets of the file.
    TimeBase base;
    std::int64_t shown = 0;  ///< Stamp of the first picture that is shown in the clip.
};

/// Next packet of any stream that is not discarded; false at the end.
bool read_packet(Input& input, AVPacket& packet) {
    for (int empty_reads = 0;;) {
        av_packet_unref(&packet);
        const int code = av_read_frame(input.format.get(), &packet);
        if (code == AVERROR(EAGAIN) && ++empty_reads < kMostEmptyReads) continue;
        if (code == AVERROR(ENOMEM)) throw std::bad_alloc{};
        return code >= 0;  // A file that ends early gives what it has, as when it is decoded.
    }
}

Input open_for_copy(const std::filesystem::path& source, const Limits& limits) {
    std::vector<std::string> warnings;
    Input input = open_input(source, limits, warnings);
    input.format->flags |= AVFMT_FLAG_GENPTS;  // Containers that store the order of decoding only.
    return input;
}

std::int64_t duration_of(const AVPacket& packet, std::int64_t nominal) {
    return packet.duration > 0 ? packet.duration : std::max<std::int64_t>(1, nominal);
}

/// Follows the packets from the last keyframe before the begin up to the last one needed.
class Selector {
public:
    /// `hides`: the clip can hide what the source hides, too: pictures before its first shown one (`origin`).
    Selector(TimeRange range, TimeBase base, std::int64_t origin, std::int64_t nominal, bool hides)
        : range_{range}, base_{base}, origin_{origin}, nominal_{nominal}, hides_{hides} {}

    /// False once no further packet can be needed.
    bool take(const AVPacket& packet) {
        if (packet.pts == AV_NOPTS_VALUE)
            throw Error{ErrorKind::unsupported,
                        "copying: this file does not say when its pictures are shown; cut it with --exact"};
        const std::int64_t place = place_++;
        const bool key = (packet.flags & AV_PKT_FLAG_KEY) != 0;
        if (key && (!found_ || at(packet.pts) <= range_.begin)) {
            found_ = Selection{
                packet.pts, 0, 0, 0, place, base_, hides_ ? std::max(packet.pts, origin_) : packet.pts};
            waiting_packets_ = waiting_pictures_ = waiting_end_ = 0;
        }
        if (!found_) return true;
        const bool past = at(packet.dts == AV_NOPTS_VALUE ? packet.pts : packet.dts) >= range_.end;
        // Pictures that are shown before one that must be there anyway are kept, or there would be a hole.
        if (past && (packet.dts == AV_NOPTS_VALUE || packet.dts >= found_->end)) return false;
        ++waiting_packets_;
        if (packet.pts >= found_->shown) {
            ++waiting_pictures_;
            waiting_end_ = std::max(waiting_end_, packet.pts + duration_of(packet, nominal_));
        }
        if (at(packet.pts) < range_.end || packet.pts < found_->end) {
            found_->packets += std::exchange(waiting_packets_, 0);
            found_->pictures += std::exchange(waiting_pictures_, 0);
            found_->end = std::max(found_->end, std::exchange(waiting_end_, 0));
        }
        return true;
    }

    const std::optional<Selection>& found() const noexcept { return found_; }

private:
    Timestamp at(std::int64_t stamp) const noexcept { return {stamp - origin_, base_}; }

    TimeRange range_;
    TimeBase base_;
    std::int64_t origin_;
    std::int64_t nominal_;
    bool hides_;
    std::optional<Selection> found_;
    std::int64_t place_ = 0;
    // Packets stored after the last one needed so far and shown later than the end: needed only if another
    // needed one follows.
    std::int64_t waiting_packets_ = 0;
    std::int64_t waiting_pictures_ = 0;
    std::int64_t waiting_end_ = 0;
};

Selection select(const std::filesystem::path& source, const ClipPart& part, const Limits& limits,
                 std::int64_t origin) {
    Input input = open_for_copy(source, limits);
    for (unsigned n = 0; n < input.format->nb_streams; ++n)
        if (input.format->streams[n] != input.video) input.format->streams[n]->discard = AVDISCARD_ALL;
    const AVRational rate = av_guess_frame_rate(input.format.get(), input.video, nullptr);
    const std::int64_t nominal =
        rate.num > 0 && rate.den > 0 ? av_rescale_q(1, av_inv_q(rate), input.video->time_base) : 0;
    Selector selector{part.range, time_base_of(*input.video), origin, nominal,
                      container_of(part.target).edit_lists};
    const PacketPtr packet = make_packet();
    while (read_packet(input, *packet)) {
        if (packet->stream_index == input.video->index && !selector.take(*packet)) break;
    }
    const auto& found = selector.found();
    const bool reaches = found && Timestamp{found->end - origin, found->base} > part.range.begin;
    if (!reaches || found->packets == 0)
        throw Error{
            ErrorKind::not_found,
            part.target.string() + ": no picture within the range asked for" +
                (found ? "; the video ends at " +
                             std::to_string(Timestamp{found->end - origin, found->base}.seconds()) + " s"
                       : std::string{})};
    return *found;
}

struct FilterFree {
    void operator()(AVBSFContext* filter) const noexcept { av_bsf_free(&filter); }
};
using FilterPtr = std::unique_ptr<AVBSFContext, FilterFree>;

/// A transport stream has no place for the parameter sets of mp4 and Matroska but the stream itself, and the
/// muxer puts them only before pictures that refer to nothing at all (IDR): a clip that begins at another
/// keyframe could not be decoded. Nothing where no filter is needed.
FilterPtr parameter_sets_in_stream(const AVStream& stream, const Container& container) {
    const AVCodecParameters& codec = *stream.codecpar;
    const bool h264 = codec.codec_id == AV_CODEC_ID_H264;
    const bool stored_apart = codec.extradata_size > 4 && codec.extradata[0] == 1;
    if (std::string_view{container.muxer} != "mpegts" || !stored_apart ||
        (!h264 && codec.codec_id != AV_CODEC_ID_HEVC))
        return nullptr;
    AVBSFContext* list = nullptr;
    int code = av_bsf_list_parse_str(
        h264 ? "h264_mp4toannexb,dump_extra=freq=keyframe" : "hevc_mp4toannexb,dump_extra=freq=keyframe",
        &list);
    FilterPtr filter{list};
    if (code >= 0) code = avcodec_parameters_copy(filter->par_in, &codec);
    if (code >= 0) {
        filter->time_base_in = stream.time_base;
        code = av_bsf_init(filter.get());
    }
    if (code < 0) throw failure(code, "copying: preparing a transport stream");
    return filter;
}

/// A stream of the source, and where its packets go.
struct Route {
    AVStream* to = nullptr;
    std::int64_t begin = 0;  ///< In ticks of the source stream; what is written counts from here.
    std::int64_t end = 0;
    bool done = false;
};

class Copier {
public:
    Copier(const std::filesystem::path& source, const ClipPart& part, const ClipOptions& options,
           const Selection& selection, WrittenClip& report)
        : input_{open_for_copy(source, options.limits)},
          output_{part.target, options.if_exists},
          selection_{selection} {
        routes_.resize(input_.format->nb_streams);
        for (unsigned n = 0; n < input_.format->nb_streams; ++n) add(*input_.format->streams[n], report);
        keep_turn(output_, *routes_[static_cast<std::size_t>(input_.video->index)].to,
                  matrix_of(*input_.video, nullptr));
    }

    void run(std::int64_t origin, const OnClipProgress& on_progress) {
        output_.begin();
        const PacketPtr packet = make_packet();
        while (!done() && read_packet(input_, *packet)) {
            Route& route = routes_[static_cast<std::size_t>(packet->stream_index)];
            if (route.to == nullptr || route.done) continue;
            const bool video = packet->stream_index == input_.video->index;
            if (video && on_progress && packet->pts != AV_NOPTS_VALUE)
                on_progress({packet->pts - origin, time_base_of(*input_.video)});
            if (video ? wanted_picture(*packet, route) : wanted_sound(*packet, route)) write(*packet, route);
        }
        output_.finish();
    }

private:
    void add(AVStream& stream, WrittenClip& report) {
        Route& route = routes_[static_cast<std::size_t>(stream.index)];
        const bool video = &stream == input_.video;
        const bool sound = stream.codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
        const std::string codec = avcodec_get_name(stream.codecpar->codec_id);
        if (!video && !sound) {
            stream.discard = AVDISCARD_ALL;
            if (stream.codecpar->codec_type == AVMEDIA_TYPE_SUBTITLE)
                report.notes.push_back("subtitles (" + codec + ") are left out");
            return;
        }
        if (!output_.holds(stream.codecpar->codec_id))
            throw Error{ErrorKind::unsupported, output_.target().string() + ": " +
                                                    output_.container().extension + " cannot hold " + codec +
                                                    (video ? " pictures" : " sound") +
                                                    " as they are; use another extension (.mkv), or --exact"};
        route.to = &output_.add_stream();
        if (const int code = avcodec_parameters_copy(route.to->codecpar, stream.codecpar); code < 0)
            output_.fail(code, "describing " + codec);
        route.to->codecpar->codec_tag = 0;  // Each container has its own.
        route.to->time_base = stream.time_base;
        route.to->sample_aspect_ratio = stream.sample_aspect_ratio;
        route.to->disposition = stream.disposition;
        route.to->avg_frame_rate = stream.avg_frame_rate;
        if (const AVDictionaryEntry* language = av_dict_get(stream.metadata, "language", nullptr, 0))
            av_dict_set(&route.to->metadata, "language", language->value, 0);
        if (video) {
            filter_ = parameter_sets_in_stream(stream, output_.container());
            if (filter_ && avcodec_parameters_copy(route.to->codecpar, filter_->par_out) < 0)
                throw std::bad_alloc{};
            route.to->codecpar->codec_tag = 0;
        }
        route.begin = av_rescale_q(selection_.shown, input_.video->time_base, stream.time_base);
        route.end = av_rescale_q(selection_.end, input_.video->time_base, stream.time_base);
        (video ? report.video_codec : report.sound_codec) = codec;
    }

    bool wanted_picture(const AVPacket& packet, Route& route) {
        const std::int64_t number = place_++ - selection_.place;
        if (number + 1 >= selection_.packets) route.done = true;
        // Stored after the keyframe but shown before it: they lean on what is not here.
        return number >= 0 && number < selection_.packets && packet.pts >= selection_.begin;
    }

    /// Packets that sound within the range, the one across its begin included.
    static bool wanted_sound(const AVPacket& packet, Route& route) {
        if (packet.pts == AV_NOPTS_VALUE) return false;
        if (packet.pts >= route.end) route.done = true;
        return packet.pts < route.end &&
               packet.pts + std::max<std::int64_t>(1, packet.duration) > route.begin;
    }

    void write(AVPacket& packet, const Route& route) {
        const AVRational base = input_.format->streams[packet.stream_index]->time_base;
        const bool video = packet.stream_index == input_.video->index;
        packet.pts -= route.begin;
        if (packet.dts != AV_NOPTS_VALUE) packet.dts -= route.begin;
        if (!video || !filter_) {
            output_.write(packet, *route.to, base);
            return;
        }
        int code = av_bsf_send_packet(filter_.get(), &packet);
        while (code >= 0) {
            code = av_bsf_receive_packet(filter_.get(), &packet);
            if (code >= 0) output_.write(packet, *route.to, base);
        }
        if (code != AVERROR(EAGAIN) && code != AVERROR_EOF) throw failure(code, "copying: a damaged picture");
    }

    bool done() const {
        return std::all_of(routes_.begin(), routes_.end(),
                           [](const Route& route) { return route.to == nullptr || route.done; });
    }

    Input input_;
    Output output_;
    Selection selection_;
    std::vector<Route> routes_;
    FilterPtr filter_;  ///< For the pictures.
    std::int64_t place_ = 0;
};

}  // namespace

WrittenClip copy_clip(const std::filesystem::path& source, const ClipPart& part, const ClipOptions& options,
                      std::int64_t first_stamp, const OnClipProgress& on_progress) {
    const Selection selection = select(source, part, options.limits, first_stamp);
    WrittenClip report;
    report.target = part.target;
    report.pictures = selection.pictures;
    report.range = {{selection.shown - first_stamp, selection.base},
                    {selection.end - first_stamp, selection.base}};
    if (selection.shown < first_stamp)
        report.notes.emplace_back(
            "pictures before the first shown one come along, which this container cannot hide");
    Copier copier{source, part, options, selection, report};
    copier.run(first_stamp, on_progress);
    return report;
}

}  // namespace sourcereel::media::av
