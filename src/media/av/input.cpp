#include "media/av/input.h"

extern "C" {
#include <libavutil/dict.h>
#include <libavutil/mathematics.h>
#include <libavutil/parseutils.h>
}

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <unistd.h>

#include "core/error.h"
#include "media/av/errors.h"

namespace sourcereel::media::av {
namespace {

constexpr int kIoBufferBytes = 64 * 1024;

/// Containers that we read, by the first of FFmpeg's names. A list of what is allowed, because demuxers that
/// open further files or addresses (hls, dash, concat, image2, sdp, rtsp, lavfi…) keep being invented.
constexpr std::array<std::string_view, 29> kContainers{
    "mov",  "matroska", "avi",  "flv",  "live_flv",     "mpeg", "mpegts", "mpegvideo", "m4v", "h264",
    "hevc", "obu",      "av1",  "ivf",  "gif",          "apng", "ogg",    "asf",       "mxf", "dv",
    "wtv",  "rm",       "h263", "h261", "yuv4mpegpipe", "vc1",  "dirac",  "mjpeg",     "nut"};

bool is_container(const AVInputFormat& format) {
    const std::string_view names = format.name;
    const std::string_view first = names.substr(0, names.find(','));
    return std::find(kContainers.begin(), kContainers.end(), first) != kContainers.end();
}

int read_bytes(void* file, std::uint8_t* into, int size) {
    const std::int64_t got = read_some(static_cast<std::FILE*>(file), into, static_cast<std::size_t>(size));
    return got == 0 ? AVERROR_EOF : static_cast<int>(got);
}

std::int64_t seek_bytes(void* file, std::int64_t offset, int whence) {
    auto* stream = static_cast<std::FILE*>(file);
    if ((whence & AVSEEK_SIZE) != 0) return state_of(stream).size;
    const off_t at = ::lseek(::fileno(stream), offset, whence & ~AVSEEK_FORCE);
    return at < 0 ? AVERROR(errno) : at;
}

/// A demuxer wants a second file (a playlist's part, an external track): there is none for it.
int refuse_open(AVFormatContext* /*format*/, AVIOContext** io, const char* /*url*/, int /*flags*/,
                AVDictionary** /*options*/) {
    *io = nullptr;
    return AVERROR(EACCES);
}

struct Dictionary {
    AVDictionary* entries = nullptr;
};
struct DictionaryFree {
    void operator()(Dictionary* dictionary) const noexcept {
        av_dict_free(&dictionary->entries);
        delete dictionary;
    }
};
using DictionaryPtr = std::unique_ptr<Dictionary, DictionaryFree>;

DictionaryPtr make_dictionary() {
    return DictionaryPtr{new Dictionary};
}

IoPtr make_io(std::FILE* file) {
    auto* buffer = static_cast<unsigned char*>(av_malloc(kIoBufferBytes));
    if (buffer == nullptr) throw std::bad_alloc{};
    IoPtr io{avio_alloc_context(buffer, kIoBufferBytes, 0, file, read_bytes, nullptr, seek_bytes)};
    if (!io) {
        av_free(buffer);
        throw std::bad_alloc{};
    }
    return io;
}

/// What the bytes look like; `url` may add weight by its extension. nullptr where nothing fits.
const AVInputFormat* guess(AVIOContext* io, const std::string& url, const Limits& limits) {
    const AVInputFormat* found = nullptr;
    const auto most = static_cast<unsigned>(std::clamp<std::int64_t>(limits.max_probe_bytes, 2048, 1 << 20));
    return av_probe_input_buffer2(io, &found, url.c_str(), nullptr, 0, most) < 0 ? nullptr : found;
}

const AVInputFormat* probe(AVIOContext* io, const std::string& url, const Limits& limits) {
    const AVInputFormat* found = guess(io, url, limits);
    if (found != nullptr && is_container(*found)) return found;
    // A misleading extension outweighs the bytes of some containers; look again without it.
    const AVInputFormat* nameless = guess(io, "", limits);
    if (nameless != nullptr && is_container(*nameless)) return nameless;
    if (found == nullptr)
        throw Error{ErrorKind::corrupt, "opening: not a media file, or damaged at its very beginning"};
    throw Error{ErrorKind::unsupported, std::string{"opening: a file of type \""} + found->name +
                                            "\" is no container of video that is read here"};
}

void check_size(const AVStream& stream, const Limits& limits) {
    const AVCodecParameters& codec = *stream.codecpar;
    if (codec.codec_type != AVMEDIA_TYPE_VIDEO ||
        std::int64_t{codec.width} * codec.height <= limits.max_pixels)
        return;
    throw too_large(codec.width, codec.height, limits.max_pixels);
}

bool is_moving_picture(const AVStream& stream) {
    constexpr int kStill = AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS;
    return stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO && (stream.disposition & kStill) == 0;
}

void learn_streams(AVFormatContext& format, const Limits& limits) {
    // Sizes that the container states are checked before a decoder acts on them. Where it states none, one
    // picture may be decoded to learn it: of at most 268 million pixels, which is libavcodec's own limit.
    for (unsigned n = 0; n < format.nb_streams; ++n)
        if (is_moving_picture(*format.streams[n])) check_size(*format.streams[n], limits);
    // A very short file may end before everything is known, and decode well all the same.
    if (const int code = avformat_find_stream_info(&format, nullptr); code < 0 && format.nb_streams == 0)
        throw failure(code, "reading the streams");
}

/// What we can decode comes first, then what is marked as default, then what has a size; of equals, players
/// show the first.
int merit(const AVStream& stream) {
    const AVCodecParameters& codec = *stream.codecpar;
    const bool decodable = avcodec_find_decoder(codec.codec_id) != nullptr;
    const bool usual = (stream.disposition & AV_DISPOSITION_DEFAULT) != 0;
    const bool sized = codec.width > 0 && codec.height > 0;
    return (decodable ? 4 : 0) + (usual ? 2 : 0) + (sized ? 1 : 0);
}

AVStream* choose_video(AVFormatContext& format, std::vector<std::string>& warnings) {
    AVStream* best = nullptr;
    int candidates = 0;
    for (unsigned n = 0; n < format.nb_streams; ++n) {
        AVStream* stream = format.streams[n];
        if (!is_moving_picture(*stream)) continue;
        ++candidates;
        if (best == nullptr || merit(*stream) > merit(*best)) best = stream;
    }
    if (best == nullptr)
        throw Error{ErrorKind::unsupported, "choosing a stream: no video stream (a cover picture is none)"};
    if (candidates > 1)
        warnings.push_back(std::to_string(candidates) + " video streams; stream " +
                           std::to_string(best->index) + " is read");
    return best;
}

void check(const AVStream& video, const Limits& limits) {
    check_size(video, limits);
    if (stream_side_data(video, AV_PKT_DATA_ENCRYPTION_INIT_INFO, 1) != nullptr)
        throw Error{ErrorKind::unsupported, "video stream: encrypted; a copy without protection is needed"};
    if (video.time_base.num <= 0 || video.time_base.den <= 0)
        throw Error{ErrorKind::corrupt, "video stream: no usable time base"};
}

}  // namespace

Error too_large(int width, int height, std::int64_t max_pixels, const std::string& which) {
    return {ErrorKind::exhausted, "video stream: " + std::to_string(width) + "x" + std::to_string(height) +
                                      which + " exceeds the limit of " + std::to_string(max_pixels) +
                                      " pixels a picture"};
}

Input open_input(const std::filesystem::path& path, const Limits& limits,
                 std::vector<std::string>& warnings) {
    silence_log();
    Input input;
    input.file = open_regular_file(path);
    if (state_of(input.file.get()).size == 0) throw Error{ErrorKind::corrupt, "opening: the file is empty"};
    input.io = make_io(input.file.get());
    // The name only helps to guess the type; nothing is opened by it.
    const std::string url = "file:" + path.filename().string();
    const AVInputFormat* type = probe(input.io.get(), url, limits);

    AVFormatContext* format = avformat_alloc_context();
    if (format == nullptr) throw std::bad_alloc{};
    format->pb = input.io.get();
    format->io_open = refuse_open;
    format->probesize = std::max<std::int64_t>(2048, std::min(format->probesize, limits.max_probe_bytes));
    const DictionaryPtr options = make_dictionary();
    av_dict_set(&options->entries, "protocol_whitelist", "file", 0);
    // On failure libav frees the context itself.
    const int code = avformat_open_input(&format, url.c_str(), type, &options->entries);
    if (code < 0) throw failure(code, std::string{"opening as "} + type->name);
    input.format.reset(format);

    const auto too_many = [&] { return format->nb_streams > static_cast<unsigned>(limits.max_streams); };
    if (!too_many()) learn_streams(*format, limits);
    if (too_many())
        throw Error{ErrorKind::exhausted, "reading the streams: " + std::to_string(format->nb_streams) +
                                              " streams exceed the limit of " +
                                              std::to_string(limits.max_streams)};
    input.video = choose_video(*format, warnings);
    check(*input.video, limits);
    return input;
}

const std::uint8_t* stream_side_data(const AVStream& stream, AVPacketSideDataType type, std::size_t size) {
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const AVPacketSideData* found =
        av_packet_side_data_get(stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data, type);
    return found != nullptr && found->size >= size ? found->data : nullptr;
#else
    std::size_t found = 0;
    const std::uint8_t* data = av_stream_get_side_data(&stream, type, &found);
    return data != nullptr && found >= size ? data : nullptr;
#endif
}

StatedDuration stated_duration(const AVFormatContext& format, const AVStream& video) {
    // A duration computed from what is there says nothing about what is missing.
    if (format.duration_estimation_method == AVFMT_DURATION_FROM_PTS ||
        format.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE)
        return {};
    const AVRational micro{1, AV_TIME_BASE};
    // Matroska keeps each track's duration in a tag "00:00:05.040000000".
    if (const AVDictionaryEntry* tag = av_dict_get(video.metadata, "DURATION", nullptr, 0)) {
        std::int64_t microseconds = 0;
        if (av_parse_time(&microseconds, tag->value, 1) == 0 && microseconds > 0)
            return {av_rescale_q(microseconds, micro, video.time_base), true, false};
    }
    const std::string_view name = format.iformat->name;
    const bool matroska = name.starts_with("matroska");
    // The AVI demuxer shortens the duration of a file that ends early; its header still has the count.
    if (name == "avi" && video.nb_frames > 0) return {video.nb_frames, false, false};
    if (video.duration > 0 && !matroska) return {video.duration, false, false};
    if (format.duration > 0) return {av_rescale_q(format.duration, micro, video.time_base), true, true};
    return {};
}

}  // namespace sourcereel::media::av
