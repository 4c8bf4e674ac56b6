// sourcereel/score_file.h: what each picture says about where shots begin, as CSV: to look at, and to decide
// again without decoding.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "core/time.h"
#include "media/new_file.h"
#include "shots/frame_score.h"

namespace sourcereel::cli {

/// Writes a row a frame as they come, and one for the end of the video. Keeps some kilobytes.
class ScoreWriter {
public:
    ScoreWriter(const std::filesystem::path& file, media::IfExists if_exists);
    void push(const shots::FrameScore& score);
    /// `end`: of the last picture. The file appears now.
    void finish(const Timestamp& end);

private:
    void flush();

    media::NewFile file_;
    std::string pending_;
    std::int64_t frames_ = 0;
};

/// Calls back for each frame and returns the end of the video.
/// @throws Error not_found, unsupported (no such table, of another version), corrupt, each with its line.
Timestamp read_scores(const std::filesystem::path& file,
                      const std::function<void(const shots::FrameScore&)>& on_score);

}  // namespace sourcereel::cli
