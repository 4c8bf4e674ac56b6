#include "sourcereel/input_list.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace sourcereel::cli {
namespace {

std::string read_all(std::istream& stream, const std::string& name) {
    std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (stream.bad()) throw UsageError(name + ": cannot read this list");
    return text;
}

std::string read_list(const std::string& file) {
    if (file == "-") return read_all(std::cin, "standard input");
    std::error_code ignored;
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file, ignored)) {
        throw UsageError("--from-file " + file + ": cannot read this list");
    }
    return read_all(stream, file);
}

}  // namespace

std::vector<std::filesystem::path> split_paths(std::string_view list, bool nul_separated) {
    std::vector<std::filesystem::path> paths;
    const char separator = nul_separated ? '\0' : '\n';
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        std::string_view path = list.substr(0, end);
        if (!nul_separated && path.ends_with('\r')) path.remove_suffix(1);
        if (!path.empty()) paths.emplace_back(path);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return paths;
}

std::vector<std::filesystem::path> named_inputs(const CommandLine& line) {
    if (line.paths.empty() && !line.from_file) {
        throw UsageError(
            "analyze: name a video, a folder, - or --from-file FILE; see sourcereel analyze --help");
    }
    std::vector<std::filesystem::path> inputs;
    const auto add_list = [&](const std::string& file) {
        const auto paths = split_paths(read_list(file), line.nul_separated);
        inputs.insert(inputs.end(), paths.begin(), paths.end());
    };
    for (const std::string& path : line.paths) {
        if (path == "-") {
            add_list(path);
        } else {
            inputs.emplace_back(path);
        }
    }
    if (line.from_file) add_list(*line.from_file);
    return inputs;
}

}  // namespace sourcereel::cli
