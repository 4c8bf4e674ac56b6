// catalogue/stills.h: pictures of shots as files beside the database. Private to catalogue.
//
// A file, once there under its name, is whole and never written to again. New pictures of a video get numbers
// that its rows do not use yet, so the old ones stay true until the new rows are committed.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "core/video.h"

namespace sourcereel::catalogue {

/// "<file>.stills".
std::filesystem::path stills_folder(const std::filesystem::path& catalogue_file);

/// Files written for a video whose rows are not committed yet. Unless keep() is called, they are removed
/// again.
class NewStills {
public:
    /// Writes `stills` as "<sha256>/<NNNN>.jpg" below `folder`, avoiding the names `in_use`.
    NewStills(const std::filesystem::path& folder, const std::string& sha256,
              const std::vector<ShotStill>& stills, const std::set<std::string>& in_use);
    ~NewStills();
    NewStills(const NewStills&) = delete;
    NewStills& operator=(const NewStills&) = delete;
    /// Relative to the folder, in the order of the stills.
    const std::vector<std::string>& files() const noexcept { return files_; }
    void keep() noexcept { kept_ = true; }

private:
    void remove_all() noexcept;
    std::filesystem::path folder_;
    std::vector<std::string> files_;
    bool kept_ = false;
};

/// Removes what lies in the video's folder and is not `in_use`. Call with the catalogue locked for writing.
void remove_unused_stills(const std::filesystem::path& folder, const std::string& sha256,
                          const std::set<std::string>& in_use) noexcept;

}  // namespace sourcereel::catalogue
