#include "media/frame_reader.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <new>
#include <utility>

#include "core/error.h"
#include "media/av/decoder.h"
#include "media/av/demuxer.h"
#include "media/av/errors.h"
#include "media/av/release_differences.h"
#include "media/av/upright.h"
#include "media/picture_clock.h"

namespace sourcereel::media {
namespace {

constexpr double kMostPixelShape = 8.0;  // A pixel eight times as wide as high, or the other way round.

std::string counted(std::int64_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string percent(double share) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.1f %%", 100 * share);
    return text.data();
}

/// A display matrix of the picture itself (H.264 and HEVC carry one in their stream); null without.
const std::int32_t* display_matrix_of(const AVFrame& frame) noexcept {
    const AVFrameSideData* found = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (found == nullptr || found->size < 9 * sizeof(std::int32_t)) return nullptr;
    return reinterpret_cast<const std::int32_t*>(found->data);
}

std::int64_t usual_gap(double frame_rate, TimeBase base) noexcept {
    if (!(frame_rate > 0)) return 0;
    const double ticks = static_cast<double>(base.den) / (frame_rate * base.num);
    return ticks >= 0.5 && ticks < 1e15 ? std::llround(ticks) : 0;
}

}  // namespace

class FrameReader::Impl {
public:
    Impl(const std::filesystem::path& file, const ReadOptions& options)
        : demuxer_(file, options.limits),
          decoder_(demuxer_.stream(), options),
          clock_(demuxer_.time_base(), usual_gap(demuxer_.stated_frame_rate(), demuxer_.time_base())) {
        state_as_the_container_does(file);
        // The first picture knows best what size and shape all are.
        first_ = decoder_.next(demuxer_);
        Turn turn;
        const ShownSize shown = first_ ? shown_size(*first_, options.limits) : ShownSize{};
        if (first_) turn = find_turn(*first_);
        if (first_) info_.width = turn.transpose ? shown.height : shown.width;
        if (first_) info_.height = turn.transpose ? shown.width : shown.height;
        info_.rotation = turn.rotation();
        upright_.emplace(shown, turn, options.chroma);
    }

    std::optional<Frame> next() {
        if (finished_) return {};
        FramePtr picture = first_ ? std::move(first_) : decoder_.next(demuxer_);
        if (!picture) {
            finished_ = true;
            finish();
            return {};
        }
        std::optional<std::int64_t> stored;
        if (picture->best_effort_timestamp != AV_NOPTS_VALUE) stored = picture->best_effort_timestamp;
        const std::int64_t duration = duration_of(*picture);
        Frame frame = upright_->take(std::move(picture));
        frame.index = clock_.pictures();
        frame.pts = clock_.place(stored, duration);
        return frame;
    }

    const MediaInfo& info() const noexcept { return info_; }
    const ReadReport& report() const noexcept { return report_; }
    void stop() noexcept { finished_ = true; }

private:
    void state_as_the_container_does(const std::filesystem::path& file);
    ShownSize shown_size(const AVFrame& frame, const Limits& limits);
    Turn find_turn(const AVFrame& frame);
    void finish();
    double decoded_share(Timestamp end) const;
    void warn(std::string words) { report_.warnings.push_back(std::move(words)); }
    void warn_of_decoding();
    void warn_of_times();

    Demuxer demuxer_;
    Decoder decoder_;
    PictureClock clock_;
    std::optional<Upright> upright_;
    FramePtr first_;
    MediaInfo info_;
    ReadReport report_;
    bool finished_ = false;
};

void FrameReader::Impl::state_as_the_container_does(const std::filesystem::path& file) {
    const AVStream& stream = demuxer_.stream();
    info_.path = file.string();
    info_.width = stream.codecpar->width;
    info_.height = stream.codecpar->height;
    info_.duration = {demuxer_.stated_duration().value_or(0), demuxer_.time_base()};
    info_.frames = std::max<std::int64_t>(0, stream.nb_frames);
    info_.frame_rate = demuxer_.stated_frame_rate();
    info_.video_codec = avcodec_get_name(stream.codecpar->codec_id);
    info_.container = demuxer_.container();
    if (demuxer_.video_streams() > 1) {
        warn(std::to_string(demuxer_.video_streams()) + " video streams; only stream " +
             std::to_string(stream.index) + " is read");
    }
}

ShownSize FrameReader::Impl::shown_size(const AVFrame& frame, const Limits& limits) {
    const ShownSize stored{frame.width, frame.height};
    FramePtr probe{av_frame_clone(&frame)};
    if (!probe) throw std::bad_alloc{};
    const AVRational shape = demuxer_.pixel_shape(probe.get());
    if (shape.num == 0 || shape.num == shape.den) return stored;  // Not stated, or square.
    const double ratio = shape.den != 0 ? av_q2d(shape) : 0.0;
    const std::string words = std::to_string(shape.num) + ":" + std::to_string(shape.den);
    if (!(ratio >= 1 / kMostPixelShape && ratio <= kMostPixelShape)) {
        warn("pixel shape " + words + " is absurd and was ignored");
        return stored;
    }
    const auto width = std::max(1L, std::lround(stored.width * ratio));
    if (static_cast<std::int64_t>(width) * stored.height > limits.max_pixels) {
        warn("pixel shape " + words + " was ignored: the picture would be over the limit max_pixels");
        return stored;
    }
    return {static_cast<int>(width), stored.height};
}

Turn FrameReader::Impl::find_turn(const AVFrame& frame) {
    const std::int32_t* matrix = media::display_matrix_of(demuxer_.stream());
    if (matrix == nullptr) matrix = display_matrix_of(frame);
    if (matrix == nullptr) return {};
    const TurnFound found = turn_of(std::span<const std::int32_t, 9>(matrix, 9));
    if (!found.exact) warn("the display matrix does not turn by a right angle; the nearest one was used");
    return found.turn;
}

void FrameReader::Impl::finish() {
    if (demuxer_.changed()) {
        throw Error(ErrorKind::busy, "reading: the file changed meanwhile; try again when it is complete");
    }
    if (clock_.pictures() == 0) {
        const int code = decoder_.first_error();
        const std::string why = code != 0 ? message_of(code) : demuxer_.read_error();
        throw Error(
            code != 0 && kind_of(code) == ErrorKind::unsupported ? ErrorKind::unsupported
                                                                 : ErrorKind::corrupt,
            "decoding " + info_.video_codec + ": not a single picture" + (why.empty() ? "" : ": " + why));
    }
    const Timestamp end = clock_.end();
    report_.end = end;
    report_.frames = clock_.pictures();
    report_.decoded_share = decoded_share(end);
    info_.duration = end;
    info_.frames = clock_.pictures();
    const double seconds = end.seconds();
    info_.frame_rate = seconds > 0 ? static_cast<double>(clock_.pictures()) / seconds : 0;
    info_.variable_frame_rate = clock_.variable();
    warn_of_decoding();
    warn_of_times();
}

double FrameReader::Impl::decoded_share(Timestamp end) const {
    const auto stated = demuxer_.stated_duration();
    if (!stated || *stated <= 0) return 1.0;
    // A stated end is often off by a picture or two, or by the delay of reordering.
    const std::int64_t missing = *stated - end.ticks;
    if (missing <= 2 * clock_.gap_after_last()) return 1.0;
    return std::clamp(static_cast<double>(end.ticks) / static_cast<double>(*stated), 0.0, 1.0);
}

void FrameReader::Impl::warn_of_decoding() {
    if (decoder_.errors() > 0) {
        warn(counted(decoder_.errors(), "picture", "pictures") + " could not be decoded and " +
             (decoder_.errors() == 1 ? "was" : "were") + " skipped: " + message_of(decoder_.first_error()));
    }
    if (decoder_.damaged() > 0) {
        warn(counted(decoder_.damaged(), "picture is", "pictures are") + " damaged in part");
    }
    if (upright_->resized() > 0) {
        warn(counted(upright_->resized(), "picture", "pictures") +
             " of another size or format than the first, brought to " + std::to_string(info_.width) + "x" +
             std::to_string(info_.height));
    }
    if (decoder_.gave_up()) warn("gave up after very many packets in a row without a picture");
    if (!demuxer_.read_error().empty()) warn("stopped early: " + demuxer_.read_error());
    if (report_.decoded_share < 1.0) {
        warn("the file ends early: " + percent(report_.decoded_share) +
             " of its stated duration was decoded");
    }
}

void FrameReader::Impl::warn_of_times() {
    if (clock_.missing() > 0) {
        warn(counted(clock_.missing(), "picture", "pictures") +
             " without a time; filled in by the frame rate");
    }
    if (clock_.backward() > 0) {
        warn(counted(clock_.backward(), "time", "times") + " not after the one before; moved on");
    }
}

namespace {

/// Runs one step of `file` and puts the file's name before what goes wrong.
template <typename Step>
auto named(const std::string& file, Step step) {
    try {
        return step();
    } catch (const Error& error) {
        // What fails before there is a file to read has its name already.
        if (std::string_view(error.what()).starts_with(file)) throw;
        throw error.within(file);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorKind::exhausted, file + ": memory ran out");
    }
}

}  // namespace

FrameReader::FrameReader(const std::filesystem::path& file, const ReadOptions& options)
    : impl_(named(file.string(), [&] { return std::make_unique<Impl>(file, options); })) {}
FrameReader::~FrameReader() = default;
FrameReader::FrameReader(FrameReader&&) noexcept = default;
FrameReader& FrameReader::operator=(FrameReader&&) noexcept = default;

const MediaInfo& FrameReader::info() const noexcept {
    return impl_->info();
}

const ReadReport& FrameReader::report() const noexcept {
    return impl_->report();
}

std::optional<Frame> FrameReader::next() {
    try {
        return named(impl_->info().path, [&] { return impl_->next(); });
    } catch (...) {
        impl_->stop();  // Nothing follows an error.
        throw;
    }
}

}  // namespace sourcereel::media
