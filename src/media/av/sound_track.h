// media/av/sound_track.h, private to media: the sound of one clip, encoded as AAC.
#pragma once

#include <cstdint>

#include "media/av/output.h"
#include "media/av/raii.h"
#include "media/av/sound_source.h"

extern "C" {
#include <libavutil/audio_fifo.h>
#include <libswresample/swresample.h>
}

namespace sourcereel::media::av {

struct ConverterFree {
    void operator()(SwrContext* converter) const noexcept { swr_free(&converter); }
};
struct FifoFree {
    void operator()(AVAudioFifo* fifo) const noexcept { av_audio_fifo_free(fifo); }
};

/// Takes the samples of a source from one moment on and writes them to one output. Where the source is
/// silent, has a gap or begins later, there is silence, so that what follows stays in step.
class SoundTrack {
public:
    /// Adds a stream to `output`. `begin`: the moment that is 0 in the clip, in samples of the source.
    SoundTrack(SoundSource& source, Output& output, std::int64_t begin);

    /// Encodes what sounds before `position` (samples of the source).
    void write_until(std::int64_t position);
    /// The same up to the end of the clip, and all that the encoder still holds.
    void finish(std::int64_t end);

private:
    void convert(const std::uint8_t** samples, int count);
    void silence(std::int64_t count);
    void encode(bool all);
    void send(const AVFrame* frame);

    SoundSource* source_;
    Output* output_;
    CodecPtr codec_;
    AVStream* stream_ = nullptr;
    std::unique_ptr<SwrContext, ConverterFree> converter_;
    std::unique_ptr<AVAudioFifo, FifoFree> fifo_;
    PacketPtr packet_;
    std::int64_t position_;     ///< Of the source: what comes next.
    std::int64_t encoded_ = 0;  ///< Samples given to the encoder.
};

}  // namespace sourcereel::media::av
