#include "catalogue/file_use.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <system_error>

namespace sourcereel::catalogue {
namespace {

struct Files {
    std::mutex mutex;
    std::map<std::string, int> open;  ///< Connections by file.
};

Files& files() {
    static auto* const all = new Files;  // Never destroyed: connections may outlive main().
    return *all;
}

std::string key_of(const std::filesystem::path& file) {
    std::error_code code;
    const auto whole = std::filesystem::weakly_canonical(file, code);
    return code ? std::filesystem::absolute(file).lexically_normal().string() : whole.string();
}

}  // namespace

std::shared_ptr<const void> note_use(const std::filesystem::path& file) {
    const auto forget = [](const std::string* key) {
        const std::lock_guard lock(files().mutex);
        const auto found = files().open.find(*key);
        if (--found->second == 0) files().open.erase(found);
        delete key;
    };
    auto key = std::make_unique<std::string>(key_of(file));
    const std::lock_guard lock(files().mutex);
    ++files().open[*key];
    return {key.release(), forget};
}

void look_unless_in_use(const std::filesystem::path& file, const std::function<void()>& look) {
    const std::string key = key_of(file);
    const std::lock_guard lock(files().mutex);
    // One file may have several names: links. Asking for that opens nothing.
    const bool in_use = std::any_of(files().open.begin(), files().open.end(), [&](const auto& open) {
        std::error_code unknown;
        return open.first == key || std::filesystem::equivalent(open.first, key, unknown);
    });
    if (!in_use) look();
}

}  // namespace sourcereel::catalogue
