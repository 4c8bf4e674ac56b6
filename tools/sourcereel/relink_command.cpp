#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include "json/documents.h"
#include "media/content_hash.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/marking.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"

namespace sourcereel::cli {

namespace fs = std::filesystem;

catalogue::Catalogue open_catalogue_for_marks(const Settings& settings) {
    open_catalogue(settings);  // Says what is missing, where there is none or it is an older one.
    try {
        return catalogue::Catalogue::open(settings.db, catalogue::Access::read_write);
    } catch (const Error& error) {
        refuse(error, settings);
    }
}

namespace {

/// Regular files below `folder`, in the order of their names.
std::vector<fs::path> files_below(const fs::path& folder) {
    std::error_code code;
    if (!fs::is_directory(folder, code)) throw UsageError("db relink: " + folder.string() + " is no folder");
    std::vector<fs::path> files;
    const auto skip = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry{folder, skip, code}, end; !code && entry != end;
         entry.increment(code)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored) && !entry->is_symlink(ignored)) files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

int run_db_relink(const CommandLine& line, const Settings& settings) {
    catalogue::Catalogue catalogue = open_catalogue_for_marks(settings);
    const auto list = asking_catalogue([&] { return catalogue.missing_videos(); });
    std::map<std::string, std::string> missing;  // From content to where it was.
    std::set<std::int64_t> sizes;
    bool any_size = false;  // Of a catalogue taken over from an older program sizes may be unknown.
    for (const catalogue::MissingVideo& video : list) {
        missing.emplace(video.sha256, video.path);
        if (video.bytes) sizes.insert(*video.bytes);
        any_size = any_size || !video.bytes;
    }
    std::vector<std::vector<json::Fact>> rows;
    std::string text;
    std::size_t hashed = 0;
    for (const fs::path& file : files_below(line.target)) {
        if (missing.empty()) break;
        std::error_code unknown;
        const auto bytes = static_cast<std::int64_t>(fs::file_size(file, unknown));
        if (unknown || (!any_size && !sizes.contains(bytes))) continue;
        std::string sha256;
        try {
            sha256 = media::sha256_of_file(file);
        } catch (const Error& error) {
            say_warning(error.what(), settings.color);
            continue;
        }
        ++hashed;
        const auto found = missing.find(sha256);
        if (found == missing.end()) continue;
        asking_catalogue([&] { catalogue.note_path(sha256, file.string()); });
        rows.push_back({{"video", sha256}, {"from", found->second}, {"to", file.string()}});
        text += visible(found->second) + " -> " + visible(file.string()) + "\n";
        missing.erase(found);
    }
    write_answer(settings.format == Format::json
                     ? json::list_document("sourcereel.db-relink/1", "relinked", rows)
                     : text);
    if (!settings.quiet && settings.format == Format::table)
        say(std::to_string(rows.size()) + " found, " + std::to_string(missing.size()) + " still missing, " +
            std::to_string(hashed) + " files hashed");
    return missing.empty() ? kDone : kAnswerIsNo;
}

}  // namespace sourcereel::cli
