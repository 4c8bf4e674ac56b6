// media/av/decoder.h: packets of the video stream in, pictures in display order out. Private to media.
#pragma once

#include <cstdint>
#include <string>

#include "media/av/demuxer.h"
#include "media/av/raii.h"
#include "media/frame_reader.h"

namespace sourcereel::media {

/// Decodes with frame threads, to the last picture. Damaged packets are counted and passed over.
class Decoder {
public:
    /// @throws Error unsupported (no decoder), corrupt, exhausted; messages begin with the step.
    Decoder(const AVStream& stream, const ReadOptions& options);

    /// The next picture; null at the end of the stream.
    /// @throws Error as Demuxer::read, and exhausted where memory runs out.
    FramePtr next(Demuxer& demuxer);

    std::int64_t errors() const noexcept { return errors_; }   ///< Packets that could not be decoded.
    int first_error() const noexcept { return first_error_; }  ///< libav's code of the first; 0: none.
    std::int64_t damaged() const noexcept {
        return damaged_;
    }  ///< Pictures given that are known to be damaged.
    /// Stopped early, because very many packets in a row gave no picture.
    bool gave_up() const noexcept { return gave_up_; }

private:
    bool feed(Demuxer& demuxer);
    void count_error(int code);

    CodecContextPtr context_;
    PacketPtr packet_;
    bool drained_ = false;
    bool gave_up_ = false;
    int barren_packets_ = 0;
    std::int64_t errors_ = 0;
    std::int64_t damaged_ = 0;
    int first_error_ = 0;
};

}  // namespace sourcereel::media
