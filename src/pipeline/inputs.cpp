#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <system_error>

#include "pipeline/batch.h"

namespace sourcereel::pipeline {
namespace {

namespace fs = std::filesystem;

/// What a folder is searched for; a file named by the user is tried whatever its name.
constexpr std::array<std::string_view, 31> kExtensions{
    "3g2",  "3gp",  "apng", "asf", "avi",  "divx", "dv",  "f4v",  "flv",  "gif", "h264",
    "hevc", "m2ts", "m2v",  "m4v", "mkv",  "mov",  "mp4", "mpe",  "mpeg", "mpg", "mts",
    "mxf",  "nut",  "ogv",  "rm",  "rmvb", "ts",   "vob", "webm", "wmv"};

bool is_media_name(const fs::path& file) {
    std::string extension = file.extension().string();
    if (extension.empty()) return false;
    extension.erase(0, 1);
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

bool is_hidden(const fs::path& path) {
    return path.filename().native().starts_with('.');
}

/// False when the folder itself cannot be listed. Folders below that cannot be entered are passed over.
bool list_folder(const fs::path& folder, std::vector<fs::path>& found) {
    std::error_code failed;
    fs::recursive_directory_iterator walk(folder, failed);
    if (failed) return false;
    for (; walk != fs::recursive_directory_iterator(); walk.increment(failed)) {
        if (failed) return false;
        std::error_code ignored;
        const bool folder_below = walk->is_directory(ignored);
        if (is_hidden(walk->path())) {
            if (folder_below) walk.disable_recursion_pending();
            continue;
        }
        if (folder_below) {
            std::error_code closed;
            const fs::directory_iterator probe(walk->path(), closed);
            if (closed) walk.disable_recursion_pending();
        } else if (is_media_name(walk->path())) {
            found.push_back(walk->path());
        }
    }
    return true;
}

}  // namespace

std::vector<fs::path> expand_inputs(const std::vector<fs::path>& paths) {
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        std::error_code ignored;
        if (!fs::is_directory(path, ignored)) {
            files.push_back(path);
            continue;
        }
        std::vector<fs::path> found;
        if (list_folder(path, found)) {
            std::sort(found.begin(), found.end());
            files.insert(files.end(), found.begin(), found.end());
        } else {
            files.push_back(path);  // So that its failure is reported.
        }
    }
    return files;
}

}  // namespace sourcereel::pipeline
