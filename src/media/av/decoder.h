// media/av/decoder.h, private to media: packets in, pictures out.
#pragma once

#include <cstdint>
#include <string>

#include "media/av/input.h"
#include "media/av/raii.h"

namespace sourcereel::media::av {

/// Gives the pictures of an Input's video stream in the order they are shown. Stops at the end of the file,
/// at the first place where the container cannot be read any further, or after 20,000 undecodable packets in
/// a row.
class PictureSource {
public:
    /// `input` must outlive this. `all_streams`: look at the packets of the other streams for their times.
    PictureSource(Input& input, const ReadOptions& options, bool all_streams);

    /// The next picture; nullptr at the end, from then on.
    FramePtr next();

    std::int64_t damaged() const noexcept {
        return damaged_;
    }  ///< Packets that could not be decoded, or only in part.
    int last_error() const noexcept { return last_error_; }  ///< The last such code, 0 where none.
    int stop_code() const noexcept {
        return stop_code_;
    }  ///< Why reading stopped before the end, 0 where it did not.
    /// Latest end of any packet of a stream other than the video's, in microseconds; 0 where not looked at.
    std::int64_t others_end() const noexcept { return others_end_; }

private:
    enum class Fed { packet, end };
    Fed read_video_packet();
    void send();
    void count_damage(int code);

    Input* input_;
    CodecPtr codec_;
    PacketPtr packet_;
    FramePtr spare_;
    bool draining_ = false;
    bool ended_ = false;
    int failures_in_a_row_ = 0;
    std::int64_t damaged_ = 0;
    int last_error_ = 0;
    int stop_code_ = 0;
    std::int64_t others_end_ = 0;
};

}  // namespace sourcereel::media::av
