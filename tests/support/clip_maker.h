// support/clip_maker.h: encodes pictures whose truth is known with the `ffmpeg` program, and damages files.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "support/block_code.h"

namespace sourcereel::support {

/// What to encode; the defaults are what most tests want.
struct ClipPlan {
    int pictures = 24;
    int width = 128;
    int height = 96;
    int rate = 25;
    Matrix stored;                         ///< The pictures are stored so that this shows them upright.
    std::vector<std::string> input = {};   ///< Further arguments of ffmpeg before the raw pictures,
    std::vector<std::string> output = {};  ///< and before the output's name: codec, filters.
};

/// One list of arguments after the other.
inline std::vector<std::string> operator+(std::vector<std::string> a, const std::vector<std::string>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// Runs ffmpeg quietly. @throws std::runtime_error with what it wrote to stderr.
void run_ffmpeg(const std::vector<std::string>& arguments);

/// Whether this ffmpeg has the encoder.
bool has_encoder(const std::string& name);

/// Writes the coded pictures 0, 1, 2… of the plan to `file`, whose extension chooses the container.
void make_clip(const std::filesystem::path& file, const ClipPlan& plan);

std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, const std::string& bytes);

/// Keeps the first `share` (0..1) of the file.
void truncate_to(const std::filesystem::path& file, double share);

/// Replaces the display matrix of the first track of an mp4 or mov, in 16.16 units of `unit` a step.
void set_display_matrix(const std::filesystem::path& file, const std::vector<int>& nine_values);
/// The nine values for a matrix of ±1 and 0.
std::vector<int> matrix_values(const Matrix& matrix);

}  // namespace sourcereel::support
