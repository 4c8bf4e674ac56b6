// pipeline/file_state.h: whether a file was written to while we read it. Private to pipeline.
#pragma once

#include <cstdint>
#include <filesystem>

namespace sourcereel::pipeline {

/// What changes when somebody writes to a file. Taken before reading and compared after.
class FileState {
public:
    /// Never throws: a file that cannot be looked at has an empty state, and reading it will say why.
    explicit FileState(std::filesystem::path file);
    /// @throws Error busy when the file is not as it was: hash and pictures might be of different files.
    void require_unchanged() const;

private:
    struct Seen {
        std::uintmax_t bytes = 0;
        std::filesystem::file_time_type written;
        friend bool operator==(const Seen&, const Seen&) = default;
    };
    static Seen look(const std::filesystem::path& file);

    std::filesystem::path file_;
    Seen before_;
};

}  // namespace sourcereel::pipeline
