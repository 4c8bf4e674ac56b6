#include "pipeline/file_state.h"

#include <system_error>
#include <utility>

#include "core/error.h"

namespace sourcereel::pipeline {

FileState::FileState(std::filesystem::path file) : file_(std::move(file)), before_(look(file_)) {}

FileState::Seen FileState::look(const std::filesystem::path& file) {
    std::error_code size_failed;
    std::error_code time_failed;
    const auto bytes = std::filesystem::file_size(file, size_failed);
    const auto written = std::filesystem::last_write_time(file, time_failed);
    return {size_failed ? 0 : bytes, time_failed ? std::filesystem::file_time_type{} : written};
}

void FileState::require_unchanged() const {
    if (look(file_) == before_) return;
    throw Error(ErrorKind::busy,
                file_.string() + ": changed while it was read; analyse it again when it is complete");
}

}  // namespace sourcereel::pipeline
