// catalogue/video_rows.h: an analysed video as rows, and back. Private to catalogue. Transactions are the
// caller's.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalogue/sqlite.h"
#include "core/video.h"

namespace sourcereel::catalogue {

std::optional<std::int64_t> find_video_id(const Connection& connection, const std::string& sha256);

/// Whether the video's rows were made with these settings.
bool has_settings(const Connection& connection, std::int64_t video_id, const AnalysisSettings& settings);

/// The still files that the video's rows name.
std::set<std::string> still_files(const Connection& connection, std::int64_t video_id);

/// Writes all rows but the paths; those of `replaces` go, its id stays.
/// `still_names` are the files of video.stills. Returns the id.
std::int64_t write_video(const Connection& connection, const AnalysedVideo& video,
                         const std::vector<std::string>& still_names, const std::string& analysed_at,
                         std::optional<std::int64_t> replaces);

/// Makes `path` the last sighting of the video, and notes the size of the file that lies there.
void write_path(const Connection& connection, std::int64_t video_id, const std::string& path,
                const std::string& seen_at);

/// Reads text tracks one by one, its statements prepared once.
class TrackReader {
public:
    /// What a query must select first, of "text_track AS t JOIN video AS v", for read().
    static constexpr const char* kColumns =
        "t.track_id, v.time_base_num, v.time_base_den, t.begin_pts, t.end_pts, t.begin_frame, t.end_frame, "
        "t.box_x_px, t.box_y_px, t.box_width_px, t.box_height_px, t.text, t.kind, t.confidence, t.script, "
        "t.language, t.frames_seen, t.frames_examined";
    static constexpr int kColumnCount = 18;

    explicit TrackReader(const Connection& connection);
    TextTrack read(const Statement& row);

private:
    Statement path_, readings_, handles_;
};

/// Everything of a video but its stills and paths.
/// @pre the id exists.
AnalysedVideo read_video(const Connection& connection, std::int64_t video_id);

}  // namespace sourcereel::catalogue
