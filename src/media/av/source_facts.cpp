#include "media/av/source_facts.h"

#include <cstring>
#include <string>
#include <vector>

#include "core/error.h"
#include "media/av/decoder.h"
#include "media/av/turn.h"

namespace sourcereel::media::av {

std::optional<MatrixBytes> matrix_of(const AVStream& stream, const AVFrame* picture) {
    const std::uint8_t* data = stream_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, kMatrixBytes);
    if (data == nullptr && picture != nullptr) {
        const AVFrameSideData* side = av_frame_get_side_data(picture, AV_FRAME_DATA_DISPLAYMATRIX);
        if (side != nullptr && side->size >= kMatrixBytes) data = side->data;
    }
    if (data == nullptr) return std::nullopt;
    MatrixBytes matrix{};
    std::memcpy(matrix.data(), data, matrix.size());
    return matrix;
}

bool turns(const MatrixBytes& matrix) {
    std::array<std::int32_t, 9> values{};
    std::memcpy(values.data(), matrix.data(), matrix.size());
    const auto reading = read_matrix(values.data());
    return reading && !reading->turn.identity();
}

void keep_turn(Output& output, AVStream& stream, const std::optional<MatrixBytes>& matrix) {
    if (!matrix) return;
    if (output.container().edit_lists)
        set_display_matrix(stream, matrix->data());
    else if (turns(*matrix))
        throw Error{ErrorKind::unsupported,
                    output.target().string() + ": the picture is turned when shown, and " +
                        output.container().extension + " cannot say so; use .mp4 or .mov"};
}

std::int64_t first_stamp(const std::filesystem::path& source, const ReadOptions& options) {
    std::vector<std::string> warnings;
    Input input = open_input(source, options.limits, warnings);
    PictureSource pictures{input, options, false};
    const FramePtr first = pictures.next();
    if (!first) throw Error{ErrorKind::corrupt, "decoding: the file ends without a single picture"};
    return first->best_effort_timestamp == AV_NOPTS_VALUE ? 0 : first->best_effort_timestamp;
}

}  // namespace sourcereel::media::av
