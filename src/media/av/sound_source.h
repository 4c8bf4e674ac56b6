// media/av/sound_source.h, private to media: decoded sound by its place on the clock of the pictures.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/time.h"
#include "media/av/input.h"
#include "media/av/raii.h"

namespace sourcereel::media::av {

/// The sound of one file, read from its begin to its end. Opens the file for itself, so that pictures and
/// sound are each read at their own pace. Holds one decoded block.
class SoundSource {
public:
    /// The track that players choose; nullptr where there is none or it cannot be decoded (said in `notes`).
    /// `picture_origin`: the moment of the pictures that is t = 0, in ticks of `picture_base`.
    static std::unique_ptr<SoundSource> open(const std::filesystem::path& source, const Limits& limits,
                                             std::int64_t picture_origin, AVRational picture_base,
                                             std::vector<std::string>& notes);

    /// What sounds over a second before `begin` is not decoded. Call before the first piece.
    void skip_to(const Timestamp& begin) noexcept;

    int rate() const noexcept { return codec_->sample_rate; }
    /// As it is decoded; every piece has this format.
    const AVCodecContext& format() const noexcept { return *codec_; }

    /// Samples [offset, offset + count) of `block`, the first of which sounds at `position` (samples from
    /// t = 0).
    struct Piece {
        const AVFrame* block = nullptr;
        int offset = 0;
        int count = 0;
        std::int64_t position = 0;
    };
    /// The first samples at or after `from` and before `to`; nothing where none are left before `to`. Valid
    /// until the next call. @pre `from` never goes back.
    std::optional<Piece> piece(std::int64_t from, std::int64_t to);

private:
    SoundSource(Input input, AVStream& stream, CodecPtr codec, std::int64_t origin);
    bool decode();
    void feed();
    void place(const AVFrame& block);

    Input input_;
    AVStream* stream_;
    CodecPtr codec_;
    std::int64_t origin_;  ///< t = 0 of the pictures, in samples.
    FramePtr block_;
    PacketPtr packet_;
    std::int64_t begin_ = 0;  ///< Of the block, in samples from t = 0.
    std::int64_t end_ = 0;
    std::int64_t skipped_ = INT64_MIN;  ///< Stamps before, in ticks of the stream, are passed over.
    bool any_ = false;
    bool draining_ = false;
    bool ended_ = false;
};

/// Whether blocks can follow each other through one converter.
bool same_format(const AVFrame& block, const AVCodecContext& codec) noexcept;

}  // namespace sourcereel::media::av
