// text/text_reader.h: reads what is burned into the picture: samples, finds, tracks, fuses, reads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame.h"
#include "core/text_track.h"

namespace sourcereel::text {

/// How much is done to find and read text. What each costs and reaches stands in ARCHITECTURE.md.
enum class Effort {
    fast,  ///< Half the samples, looked at once, in smaller pictures; one reading is enough where it is sure.
    standard,  ///< Two engines read each line.
    thorough   ///< Text is also looked for in larger pictures, and no engine or picture is left out.
};

/// "fast", "default", "thorough".
std::string_view name_of(Effort effort) noexcept;

struct TextOptions {
    std::vector<std::string>
        languages;  ///< Tesseract codes to read with; empty: all of ours that are installed.
    Effort effort = Effort::standard;
    bool scene = false;            ///< Keep what is written on things in the scene, too.
    std::filesystem::path models;  ///< Folder of the neural models, see model_files.h; empty: do without.
};

/// In how many threads OpenCV computes, in the whole process, but in no more than there are cores; results
/// are the same for any number. To be called before anything computes; later calls are ignored. Without, the
/// first reader sets two: one beside that in which it is fed, while its own reads.
void compute_in_threads(int threads);

/// Reads one video. Feed it every frame in the order shown; it copies the luma of those it samples.
/// Keeps one window of samples (6 s), a second or more of all pictures in small, and three fused pictures of
/// each running line, however long the video. Handles are not looked for here, see attribution. Not
/// thread-safe: one per video; it owns its OCR engines and a thread in which they read, some 64 lines behind
/// at most.
class TextReader {
public:
    /// @throws Error not_found where language data asked for is missing, naming the Debian package that
    /// brings it.
    explicit TextReader(const TextOptions& options = {});
    ~TextReader();
    TextReader(TextReader&&) noexcept;
    TextReader& operator=(TextReader&&) noexcept;

    void push(const Frame& frame);
    /// Ends the video at `end` (exclusive, after `frames` pictures) and returns its tracks in the order of
    /// their begin.
    std::vector<TextTrack> finish(Timestamp end, std::int64_t frames);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// Canonical text of what the reader does with `options`, for the catalogue: changes whenever results could.
/// @throws Error not_found where no language data is installed; corrupt where the models are damaged.
std::string settings_of(const TextOptions& options);

}  // namespace sourcereel::text
