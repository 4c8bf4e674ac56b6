#include "media/av/exact_clips.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/error.h"
#include "media/av/decoder.h"
#include "media/av/picture_track.h"
#include "media/av/seek_point.h"
#include "media/av/sound_track.h"
#include "media/av/source_facts.h"
#include "media/frame_clock.h"

namespace sourcereel::media::av {
namespace {

std::int64_t duration_of(const AVFrame& picture) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(57, 30, 100)
    return picture.duration;
#else
    return picture.pkt_duration;
#endif
}

/// The same pixels once more.
FramePtr make_reference(const AVFrame& picture) {
    FramePtr copy{av_frame_clone(&picture)};
    if (!copy) throw std::bad_alloc{};
    return copy;
}

/// A decoded picture with its place on the clock.
struct Shown {
    FramePtr picture;
    std::int64_t time = 0;
};

/// The pictures of a file with times as FrameReader gives them.
class ClockedPictures {
public:
    /// From `point` on where there is one; see begins_at().
    ClockedPictures(const std::filesystem::path& source, const ReadOptions& options, std::int64_t first_stamp,
                    const std::optional<SeekPoint>& point)
        : input_{open_input(source, options.limits, warnings_)},
          rate_{av_guess_frame_rate(input_.format.get(), input_.video, nullptr)},
          clock_{time_base_of(*input_.video), nominal_step()} {
        if (point) {
            sought_ = av_seek_frame(input_.format.get(), input_.video->index, point->decode_stamp,
                                    AVSEEK_FLAG_BACKWARD) >= 0;
            clock_.place(first_stamp, 0);  // Time still counts from the first picture of the file.
        }
        pictures_.emplace(input_, options, false);
    }

    /// Goes on to the picture with this stamp, or the next; false where decoding began after it.
    bool begins_at(std::int64_t stamp) {
        if (!sought_) return false;
        bool before = false;
        while (FramePtr picture = pictures_->next()) {
            const std::int64_t found = picture->best_effort_timestamp;
            if (found == AV_NOPTS_VALUE) return false;
            if (found < stamp) continue;
            before = found == stamp;
            kept_ = std::move(picture);
            break;
        }
        return before;
    }

    std::optional<Shown> next() {
        FramePtr picture = kept_ ? std::move(kept_) : pictures_->next();
        if (!picture) return std::nullopt;
        std::optional<std::int64_t> stamp;
        if (picture->best_effort_timestamp != AV_NOPTS_VALUE) stamp = picture->best_effort_timestamp;
        const std::int64_t duration = duration_of(*picture);
        const std::int64_t time = clock_.place(stamp, duration);
        return Shown{std::move(picture), time};
    }

    /// End of the picture given last, as far as is known before the next.
    std::int64_t end() const noexcept { return clock_.end(); }
    const AVStream& video() const noexcept { return *input_.video; }
    TimeBase base() const noexcept { return time_base_of(*input_.video); }

    PictureFacts facts(const AVFrame& first) {
        PictureFacts facts;
        facts.base = input_.video->time_base;
        if (rate_.num > 0 && rate_.den > 0) facts.rate = rate_;
        facts.pixel_shape =
            av_guess_sample_aspect_ratio(input_.format.get(), input_.video, const_cast<AVFrame*>(&first));
        return facts;
    }

private:
    std::int64_t nominal_step() const {
        const bool rated = rate_.num > 0 && rate_.den > 0;
        return rated ? av_rescale_q(1, av_inv_q(rate_), input_.video->time_base) : 0;
    }

    std::vector<std::string> warnings_;
    Input input_;
    AVRational rate_;
    FrameClock clock_;
    std::optional<PictureSource> pictures_;
    FramePtr kept_;
    bool sought_ = false;
};

/// The pictures from the beginning, or from a keyframe well before `wanted` where that gives the same.
std::unique_ptr<ClockedPictures> open_pictures(const std::filesystem::path& source,
                                               const ReadOptions& options, std::int64_t first_stamp,
                                               const Timestamp& wanted) {
    if (const auto point = find_seek_point(source, options.limits, first_stamp, wanted)) {
        auto pictures = std::make_unique<ClockedPictures>(source, options, first_stamp, point);
        if (pictures->begins_at(point->stamp)) return pictures;
    }
    return std::make_unique<ClockedPictures>(source, options, first_stamp, std::nullopt);
}

/// One part being written: pictures are held back by one, since how long a picture stands is known when the
/// next one comes.
class OpenPart {
public:
    OpenPart(const ClipPart& part, const ClipOptions& options, const Shown& first, ClockedPictures& source,
             SoundSource* sound)
        : part_{&part},
          output_{part.target, options.if_exists},
          base_{source.base()},
          begin_{first.time},
          pictures_{output_, *first.picture, source.facts(*first.picture),
                    options.encoder.empty() ? default_encoder() : options.encoder} {
        keep_turn(output_, pictures_.stream(), matrix_of(source.video(), first.picture.get()));
        if (sound != nullptr) {
            sound_rate_ = sound->rate();
            sound_.emplace(*sound, output_, samples(begin_));
        }
        output_.begin();
    }

    void push(Shown shown) {
        if (held_) write_held(shown.time);
        held_ = std::move(shown);
    }

    /// `end`: when the picture held last gives way to the next.
    WrittenClip finish(std::int64_t end, std::vector<std::string> notes) {
        // The last picture stands no longer than was asked for; what a written time is rounded by is no wish.
        const std::int64_t asked =
            av_rescale_q(part_->range.end.ticks, rational(part_->range.end.base), rational(base_));
        if (asked > held_->time && end - asked > av_rescale_q(1, {1, 1000}, rational(base_))) end = asked;
        write_held(end);
        if (sound_) sound_->finish(samples(end));
        pictures_.finish();
        output_.finish();
        WrittenClip report;
        report.target = part_->target;
        report.range = {{begin_, base_}, {end, base_}};
        report.pictures = count_;
        report.video_codec = pictures_.codec();
        if (sound_) report.sound_codec = "aac";
        report.notes = std::move(notes);
        return report;
    }

private:
    std::int64_t samples(std::int64_t time) const {
        return av_rescale_q(time, rational(base_), {1, sound_rate_});
    }

    void write_held(std::int64_t end) {
        const std::int64_t time = held_->time;
        if (sound_) sound_->write_until(samples(time));
        pictures_.write(std::move(held_->picture), time - begin_, std::max<std::int64_t>(1, end - time));
        held_.reset();
        ++count_;
    }

    const ClipPart* part_;
    Output output_;
    TimeBase base_;
    std::int64_t begin_;
    PictureTrack pictures_;
    int sound_rate_ = 1;
    std::optional<SoundTrack> sound_;
    std::optional<Shown> held_;
    std::int64_t count_ = 0;
};

Error no_picture(const ClipPart& part, double end_s) {
    return {ErrorKind::not_found, part.target.string() +
                                      ": no picture within the range asked for; the video ends at " +
                                      std::to_string(end_s) + " s"};
}

}  // namespace

std::vector<WrittenClip> exact_clips(const std::filesystem::path& source, const std::vector<ClipPart>& parts,
                                     const ClipOptions& options, std::int64_t first_stamp,
                                     const OnClipProgress& on_progress) {
    ReadOptions read;
    read.threads = options.threads;
    read.limits = options.limits;
    if (parts.empty()) return {};
    const auto from = open_pictures(source, read, first_stamp, parts.front().range.begin);
    ClockedPictures& pictures = *from;
    std::vector<std::string> notes;
    const auto sound =
        SoundSource::open(source, options.limits, first_stamp, pictures.video().time_base, notes);

    if (sound) sound->skip_to(parts.front().range.begin);
    std::vector<WrittenClip> written;
    std::unique_ptr<OpenPart> open;
    std::size_t at = 0;
    const auto close = [&](std::int64_t end) {
        written.push_back(open->finish(end, notes));
        open.reset();
        ++at;
    };
    const auto begin_part = [&](Shown first) {
        open = std::make_unique<OpenPart>(parts[at], options, first, pictures, sound.get());
        open->push(std::move(first));
    };
    std::optional<Shown> before;  // The picture that stands when a part begins between two.
    while (at < parts.size()) {
        auto shown = pictures.next();
        if (!shown) break;
        const Timestamp time{shown->time, pictures.base()};
        if (on_progress) on_progress(time);
        while (at < parts.size() && parts[at].range.end <= time) {
            // None begins within: the part shows the one that stands there.
            if (!open && before) begin_part({make_reference(*before->picture), before->time});
            if (!open) throw no_picture(parts[at], time.seconds());
            close(shown->time);
        }
        if (open) {
            open->push(std::move(*shown));
        } else if (at < parts.size() && parts[at].range.begin <= time) {
            begin_part(std::move(*shown));
        } else {
            before = std::move(shown);
        }
    }
    const Timestamp end{pictures.end(), pictures.base()};
    if (!open && before && at < parts.size() && parts[at].range.begin < end) begin_part(std::move(*before));
    if (open) close(end.ticks);
    if (at < parts.size()) throw no_picture(parts[at], end.seconds());
    return written;
}

}  // namespace sourcereel::media::av
