#include "media/frame_reader.h"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

#include "core/error.h"
#include "media/av/decoder.h"
#include "media/av/errors.h"
#include "media/av/input.h"
#include "media/av/planes.h"
#include "media/frame_clock.h"
#include "media/regular_file.h"

namespace sourcereel::media {
namespace {

constexpr double kMostPixelStretch = 8.0;  ///< Pixels longer than this times their other side are an error.

constexpr std::int64_t kPicturesBetweenLooks = 250;  ///< At whether somebody writes to the file.

std::int64_t duration_of(const AVFrame& picture) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(57, 30, 100)
    return picture.duration;
#else
    return picture.pkt_duration;
#endif
}

std::optional<std::int64_t> stamp_of(const AVFrame* picture) {
    if (picture == nullptr || picture->best_effort_timestamp == AV_NOPTS_VALUE) return std::nullopt;
    return picture->best_effort_timestamp;
}

std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string percent(double share) {
    if (share < 0.01) return "less than 1 %";
    return std::to_string(std::lround(share * 100)) + " %";
}

}  // namespace

class FrameReader::Impl {
public:
    Impl(const std::filesystem::path& file, const ReadOptions& options)
        : name_{file.string()}, options_{options}, input_{open(file)}, before_{av_state()} {
        try {
            begin();
        } catch (const Error& error) {
            throw explained(error);
        }
    }

    std::optional<Frame> next() {
        if (first_) return std::exchange(first_, std::nullopt);
        if (done_) return std::nullopt;
        try {
            return decode();
        } catch (const Error& error) {
            done_ = true;
            throw explained(error);
        }
    }

    const MediaInfo& info() const noexcept { return info_; }
    const ReadReport& report() const noexcept { return report_; }

private:
    av::Input open(const std::filesystem::path& file) {
        try {
            return av::open_input(file, options_.limits, report_.warnings);
        } catch (const Error& error) {
            const std::string text = error.what();
            if (text.starts_with(name_ + ": ")) throw;
            throw error.within(name_);
        }
    }

    /// A file that is being written looks damaged; what is wrong with it is that it is not complete.
    Error explained(const Error& error) const {
        if (error.kind() == ErrorKind::corrupt && !(av_state() == before_)) return changed().within(name_);
        return error.within(name_);
    }

    static Error changed() {
        return {ErrorKind::busy, "changed while it was read; try again when it is complete"};
    }

    FileState av_state() const noexcept { return state_of(input_.file.get()); }
    Timestamp at(std::int64_t ticks) const noexcept { return {ticks, base_}; }

    void begin() {
        const AVStream& video = *input_.video;
        base_ = {video.time_base.num, video.time_base.den};
        const AVRational rate = av_guess_frame_rate(input_.format.get(), input_.video, nullptr);
        const bool rated = rate.num > 0 && rate.den > 0;
        const std::int64_t step = rated ? av_rescale_q(1, av_inv_q(rate), video.time_base) : 0;
        clock_ = FrameClock{base_, step};
        stated_ = av::stated_duration(*input_.format, video);
        source_.emplace(input_, options_, stated_.of_whole_file && input_.format->nb_streams > 1);

        info_.path = name_;
        info_.video_codec = avcodec_get_name(video.codecpar->codec_id);
        info_.container = input_.format->iformat->name;
        info_.duration = at(stated_.ticks);
        info_.frames = video.nb_frames;
        info_.frame_rate = rated ? av_q2d(rate) : 0.0;
        first_ = decode();
    }

    /// The next picture of the decoder, which is kept one ahead: a stamp is judged by the one that follows.
    av::FramePtr take_picture() {
        if (!looked_ahead_) ahead_ = source_->next();
        looked_ahead_ = true;
        if (failure_ahead_) std::rethrow_exception(std::exchange(failure_ahead_, nullptr));
        av::FramePtr picture = std::move(ahead_);
        if (!picture) return nullptr;
        try {
            ahead_ = source_->next();
        } catch (const Error&) {
            failure_ahead_ = std::current_exception();  // The picture before it is still good.
        }
        return picture;
    }

    std::optional<Frame> decode() {
        av::FramePtr picture = take_picture();
        if (!picture) {
            done_ = true;
            require_unchanged();
            if (clock_.pictures() == 0) throw nothing_decoded();
            conclude();
            return std::nullopt;
        }
        if (clock_.pictures() % kPicturesBetweenLooks == 0) require_unchanged();
        require_allowed_size(*picture);
        if (!shaper_) shape_by(*picture);
        note_change(*picture);
        const auto stamp = stamp_of(picture.get());
        if (!first_stamp_) first_stamp_ = stamp.value_or(0);
        const std::int64_t duration = duration_of(*picture);
        const std::int64_t index = clock_.pictures();
        Frame frame = shaper_->shape(std::move(picture));
        frame.index = index;
        frame.pts = at(clock_.place(stamp, duration, stamp_of(ahead_.get())));
        report_.frames = clock_.pictures();
        report_.end = at(clock_.end());
        return frame;
    }

    /// Whoever writes to the file is not done: neither what was read nor what it says is true.
    void require_unchanged() const {
        if (!(av_state() == before_)) throw changed();
    }

    /// A stream may state one size and hold another, or change it on the way.
    void require_allowed_size(const AVFrame& picture) const {
        if (std::int64_t{picture.width} * picture.height > options_.limits.max_pixels)
            throw av::too_large(picture.width, picture.height, options_.limits.max_pixels);
    }

    Error nothing_decoded() const {
        const int code = source_->last_error() != 0 ? source_->last_error() : source_->stop_code();
        const ErrorKind kind =
            av::kind_of(code) == ErrorKind::unsupported ? ErrorKind::unsupported : ErrorKind::corrupt;
        std::string text = "decoding " + info_.video_codec + ": the file ends without a single picture";
        if (code != 0) text += " (" + av::text_of(code) + ")";
        return {kind, text};
    }

    /// The first picture decides the size of all.
    void shape_by(const AVFrame& picture) {
        const av::Turn turn = read_turn(picture);
        const int width = square_width(picture);
        if (std::int64_t{width} * picture.height > options_.limits.max_pixels)
            throw av::too_large(width, picture.height, options_.limits.max_pixels, " with square pixels");
        shaper_.emplace(width, picture.height, turn, options_.chroma);
        info_.width = shaper_->width();
        info_.height = shaper_->height();
        info_.rotation = turn.degrees();
        coded_width_ = picture.width;
        coded_height_ = picture.height;
        coded_format_ = picture.format;
    }

    av::Turn read_turn(const AVFrame& picture) {
        constexpr std::size_t kMatrixBytes = 9 * sizeof(std::int32_t);
        const std::uint8_t* data =
            av::stream_side_data(*input_.video, AV_PKT_DATA_DISPLAYMATRIX, kMatrixBytes);
        if (data == nullptr) {
            const AVFrameSideData* side = av_frame_get_side_data(&picture, AV_FRAME_DATA_DISPLAYMATRIX);
            if (side != nullptr && side->size >= kMatrixBytes) data = side->data;
        }
        if (data == nullptr) return {};
        const auto reading = av::read_matrix(reinterpret_cast<const std::int32_t*>(data));
        if (!reading) {
            report_.warnings.emplace_back("display matrix makes no sense and is ignored");
            return {};
        }
        if (!reading->exact)
            report_.warnings.emplace_back(
                "display matrix is not a multiple of 90 degrees and is rounded to one");
        return reading->turn;
    }

    int square_width(const AVFrame& picture) {
        const AVRational ratio =
            av_guess_sample_aspect_ratio(input_.format.get(), input_.video, const_cast<AVFrame*>(&picture));
        if (ratio.num == 0 || ratio.den == 0) return picture.width;  // Not stated, as in most files.
        const double stretch = av_q2d(ratio);
        if (!(stretch >= 1.0 / kMostPixelStretch && stretch <= kMostPixelStretch)) {
            report_.warnings.push_back("pixel shape " + std::to_string(ratio.num) + ":" +
                                       std::to_string(ratio.den) + " makes no sense and is ignored");
            return picture.width;
        }
        return std::max(1, static_cast<int>(std::lround(picture.width * stretch)));
    }

    void note_change(const AVFrame& picture) {
        if (picture.width != coded_width_ || picture.height != coded_height_)
            ++size_changes_;
        else if (picture.format != coded_format_)
            ++format_changes_;
        coded_width_ = picture.width;
        coded_height_ = picture.height;
        coded_format_ = picture.format;
    }

    void conclude() {
        report_.frames = clock_.pictures();
        report_.end = at(clock_.end());
        info_.frames = report_.frames;
        info_.duration = report_.end;
        const double seconds = report_.end.seconds();
        info_.frame_rate = seconds > 0 ? static_cast<double>(report_.frames) / seconds : 0.0;
        info_.variable_frame_rate = clock_.variable();
        report_.decoded_share = share();
        warn();
    }

    /// Sound often ends later than the pictures; a file whose other streams reach the stated end is whole.
    double share() const {
        if (stated_.ticks <= 0) return 1.0;
        const double stated = at(stated_.ticks).seconds();
        double reached = report_.end.seconds();
        // Such containers count from their own zero, where the pictures need not begin.
        const double start = at(first_stamp_.value_or(0)).seconds();
        if (stated_.from_zero && start > 0 && start < stated) reached += start;
        const double pictures_reached = reached;
        if (stated_.of_whole_file)
            reached = std::max(reached, static_cast<double>(source_->others_end()) / AV_TIME_BASE);
        const double step = 1.5 / std::max(1.0, info_.frame_rate);
        if (reached >= stated - std::max(0.1, step)) return 1.0;
        return std::clamp(pictures_reached / stated, 0.0, 1.0);
    }

    void warn() {
        const auto say = [this](std::string text) { report_.warnings.push_back(std::move(text)); };
        if (source_->damaged() > 0)
            say(counted(source_->damaged(), "packet", "packets") + " could not be decoded");
        if (source_->stop_code() != 0)
            say("reading stopped before the end of the file: " + av::text_of(source_->stop_code()));
        if (report_.decoded_share < 1.0)
            say("the file ends early: " + percent(report_.decoded_share) +
                " of its stated duration could be decoded");
        if (clock_.missing() > 0)
            say(counted(clock_.missing(), "picture", "pictures") + " without a timestamp; predicted");
        if (clock_.moved() > 0)
            say(counted(clock_.moved(), "timestamp", "timestamps") +
                " before the previous one or far beyond it; moved");
        if (size_changes_ > 0)
            say("the picture size changes " + counted(size_changes_, "time", "times") +
                "; all pictures are scaled to the first size");
        if (format_changes_ > 0) say("the pixel format changes " + counted(format_changes_, "time", "times"));
    }

    std::string name_;
    ReadOptions options_;
    ReadReport report_;
    MediaInfo info_;
    av::Input input_;
    FileState before_;
    TimeBase base_;
    FrameClock clock_{{}, 0};
    av::StatedDuration stated_;
    std::optional<av::PictureSource> source_;
    std::optional<av::PictureShaper> shaper_;
    bool looked_ahead_ = false;
    av::FramePtr ahead_;
    std::exception_ptr failure_ahead_;  ///< Of looking ahead, for when its turn comes.
    std::optional<Frame> first_;        ///< Decoded when opening, so that sizes are known from the start.
    int coded_width_ = 0;
    int coded_height_ = 0;
    int coded_format_ = -1;
    std::int64_t size_changes_ = 0;
    std::int64_t format_changes_ = 0;
    std::optional<std::int64_t> first_stamp_;
    bool done_ = false;
};

FrameReader::FrameReader(const std::filesystem::path& file, const ReadOptions& options)
    : impl_{std::make_unique<Impl>(file, options)} {}
FrameReader::~FrameReader() = default;
FrameReader::FrameReader(FrameReader&&) noexcept = default;
FrameReader& FrameReader::operator=(FrameReader&&) noexcept = default;

const MediaInfo& FrameReader::info() const noexcept {
    return impl_->info();
}
std::optional<Frame> FrameReader::next() {
    return impl_->next();
}
const ReadReport& FrameReader::report() const noexcept {
    return impl_->report();
}

}  // namespace sourcereel::media
