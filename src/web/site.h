// web/site.h: the catalogue as pages and JSON: a function from request to answer.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "core/picture_hash.h"
#include "core/picture_times.h"
#include "web/message.h"
#include "web/safety.h"

namespace sourcereel::web {

struct SiteOptions {
    std::filesystem::path catalogue;
    std::string version;  ///< Of the program.
    Admission admission;
    std::filesystem::path previews;  ///< Folder for files made for browsers; empty: none are made.
    /// Writes a file at `target` that every browser plays. Throws Error; called in a thread of its own.
    std::function<void(const std::filesystem::path& source, const std::filesystem::path& target,
                       const std::function<void(double share)>& progress)>
        make_preview;
    /// When the pictures of a file are shown: all, or only where players have t = 0. Throws Error. Empty:
    /// this build cannot tell.
    std::function<PictureTimes(const std::filesystem::path& file, bool all)> picture_times;
    /// What a JPEG looks like; nothing where it shows nothing. Throws Error; called from several threads.
    /// Empty: this build cannot look.
    std::function<std::optional<PictureHash>(std::string_view jpeg)> picture_hash;
    std::filesystem::path looks;  ///< Folder that keeps what stills look like; empty: looked at each time.
    /// The document of `verify` for an article's text. Throws Error. Empty: this build cannot.
    std::function<std::string(const std::string& article, const std::string& name)> verify;
};

/// Answers from the catalogue, which others may write meanwhile. Safe to call from several threads; each call
/// has a catalogue connection to itself. Keeps no more of them than calls ever ran at once.
class Site {
public:
    /// @throws Error as Catalogue::open.
    explicit Site(SiteOptions options, const std::stop_token& stop = {});
    ~Site();
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    /// Never throws Error: what went wrong is the answer.
    Response answer(const Request& request);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sourcereel::web
