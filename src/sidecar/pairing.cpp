#include <algorithm>
#include <optional>
#include <system_error>

#include "core/error.h"
#include "sidecar/fields.h"
#include "sidecar/read_file.h"
#include "sidecar/sidecar_file.h"

namespace sourcereel::sidecar {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNames = 4096;
constexpr std::size_t kMostLookedInto = 64;
constexpr std::string_view kInfo = ".info.json";

/// "abc" of "A title [abc]"; empty where it does not end so.
std::string id_in_name(const std::string& stem) {
    if (stem.empty() || stem.back() != ']') return {};
    const auto open = stem.rfind('[');
    if (open == std::string::npos || open + 2 >= stem.size()) return {};
    return stem.substr(open + 1, stem.size() - open - 2);
}

/// "clip" of "clip.info.json" and "clip.json".
std::string stem_of(const std::string& name) {
    if (name.ends_with(kInfo)) return name.substr(0, name.size() - kInfo.size());
    return fs::path(name).stem().string();
}

std::vector<std::string> json_names(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code code;
    std::size_t seen = 0;
    for (fs::directory_iterator entry{folder, code}, end; !code && entry != end && seen < kMostNames;
         entry.increment(code), ++seen) {
        const std::string name = entry->path().filename().string();
        if (entry->path().extension() == ".json" && !name.starts_with('.')) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// What a file is when it is tried: a sidecar, none of ours, or one that cannot be read.
std::optional<Sidecar> try_file(const fs::path& file, const std::string& video_name, const char* paired_by,
                                std::vector<std::string>* warnings) {
    try {
        Sidecar sidecar = read_sidecar(file, video_name);
        sidecar.paired_by = paired_by;
        return sidecar;
    } catch (const Error& error) {
        if (warnings != nullptr && error.kind() != ErrorKind::unsupported &&
            error.kind() != ErrorKind::not_found)
            warnings->emplace_back(std::string("sidecar passed over: ") + error.what());
        return std::nullopt;
    }
}

/// Whether a document says that it belongs to this video.
bool names_video(const Sidecar& sidecar, const std::string& bytes, const std::string& video_name,
                 const std::string& id) {
    if (sidecar.tool == "auto-archiver") {
        const auto names = archived_names(parse_known_fields(bytes, "sidecar"));
        return std::find(names.begin(), names.end(), video_name) != names.end();
    }
    return sidecar.post_id && !id.empty() && sidecar.post_id->value == id;
}

}  // namespace

SidecarsFound sidecars_beside(const fs::path& video) {
    SidecarsFound found;
    const fs::path folder = video.parent_path();  // Empty: where the program runs.
    const std::string name = video.filename().string();
    const std::string stem = video.stem().string();
    const auto take = [&](const std::string& file, const char* paired_by) {
        if (auto sidecar = try_file(folder / file, name, paired_by, &found.warnings))
            found.sidecars.push_back(std::move(*sidecar));
    };
    std::error_code ignored;
    for (const std::string& file : {stem + ".info.json", name + ".info.json", name + ".json", stem + ".json"})
        if (fs::exists(folder / file, ignored)) take(file, "name");
    if (!found.sidecars.empty()) return found;

    const std::vector<std::string> names = json_names(folder.empty() ? fs::path(".") : folder);
    const std::string id = id_in_name(stem);
    if (!id.empty())
        for (const std::string& file : names)
            if (id_in_name(stem_of(file)) == id) take(file, "id in the name");
    if (!found.sidecars.empty()) return found;

    const std::string inner_id = id.empty() ? stem : id;
    std::size_t looked_into = 0;
    for (const std::string& file : names) {
        if (++looked_into > kMostLookedInto) break;
        auto sidecar = try_file(folder / file, name, "id inside", nullptr);
        try {
            if (sidecar && names_video(*sidecar, read_small_file(folder / file), name, inner_id))
                found.sidecars.push_back(std::move(*sidecar));
        } catch (const Error&) {
            continue;  // Gone since.
        }
    }
    return found;
}

}  // namespace sourcereel::sidecar
