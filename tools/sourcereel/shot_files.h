// sourcereel/shot_files.h: what `shots` writes to files: pictures, contact sheets, parts of the video.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/video.h"
#include "imaging/contact_sheet.h"
#include "media/clip_writer.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// "shot-0003_00h01m02.480s": sorts as the video runs. Rounded down to the millisecond. Pure.
std::string shot_file_stem(std::size_t shot, const Timestamp& time);

/// The folder, made where there is none. @throws Error naming it.
void make_folder(const std::filesystem::path& folder);

/// First, middle and last picture of each shot as JPEG of full size. Decodes the video once more, so that
/// they are these very pictures, and keeps none of them in memory. Returns how many files.
std::size_t write_stills(const AnalysedVideo& video, const std::filesystem::path& folder,
                         media::IfExists if_exists, const Settings& settings, const std::stop_token& stop);

/// The picture in the middle of each shot, scaled down: decodes the video once more, up to the last of them.
std::vector<ShotStill> middle_stills(const AnalysedVideo& video, const Settings& settings,
                                     const std::stop_token& stop);

/// One still a shot with its time. `video` has its stills.
void write_sheet(const AnalysedVideo& video, const std::filesystem::path& file, media::IfExists if_exists);
/// @throws UsageError where the extension names no picture format that is written.
void require_sheet_format(const std::filesystem::path& file);
/// @pre require_sheet_format() took it.
imaging::PictureFormat sheet_format(const std::filesystem::path& file);

/// Each shot as a file of its own.
std::vector<media::WrittenClip> write_shots(const AnalysedVideo& video, const std::filesystem::path& folder,
                                            media::ClipMode mode, media::IfExists if_exists,
                                            const Settings& settings, const std::stop_token& stop);

}  // namespace sourcereel::cli
