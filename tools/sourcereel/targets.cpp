#include "sourcereel/targets.h"

#include <filesystem>

#include "core/error.h"

namespace sourcereel::cli {

void require_target(const std::string& target, media::IfExists if_exists) {
    try {
        media::require_writable(target, if_exists);
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
}

NamedFormat named_format(const CommandLine& line) {
    if (line.as) return {*line.as, "--as " + *line.as};
    if (!line.output) return {};
    const std::string extension = std::filesystem::path(*line.output).extension().string();
    // A name without extension names a format as little as a wrong one does.
    return {extension.empty() ? "none" : extension.substr(1), "-o " + *line.output};
}

std::string counted(std::size_t count, const char* one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

}  // namespace sourcereel::cli
