#include "catalogue/video_rows.h"

#include <filesystem>
#include <map>
#include <system_error>

#include "catalogue/text_class.h"
#include "catalogue/text_index.h"
#include "catalogue/time_base.h"
#include "catalogue/track_key.h"
#include "unicode/fold.h"

namespace sourcereel::catalogue {
namespace {

using unicode::valid_utf8;

std::int64_t write_video_row(const Connection& connection, const AnalysedVideo& video, const TimeBase& base,
                             const std::string& analysed_at) {
    const MediaInfo& media = video.media;
    // The row of a known video is updated in place, so that its id, its paths and all that refers to it stay.
    Statement insert = connection.prepare(
        "INSERT INTO video (sha256, width_px, height_px, time_base_num, time_base_den, duration_pts, frames,"
        " frame_rate_hz, variable_frame_rate, video_codec, container, rotation_deg, decoded_share, tool, "
        "options,"
        " versions, analysed_at) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) "
        "ON CONFLICT (sha256) DO UPDATE SET width_px = ?2, height_px = ?3, time_base_num = ?4,"
        " time_base_den = ?5, duration_pts = ?6, frames = ?7, frame_rate_hz = ?8, variable_frame_rate = ?9,"
        " video_codec = ?10, container = ?11, rotation_deg = ?12, decoded_share = ?13, tool = ?14, options = "
        "?15,"
        " versions = ?16, analysed_at = ?17 RETURNING video_id");
    return insert
        .bind(media.sha256, media.width, media.height, base.num, base.den, ticks_in(base, media.duration),
              media.frames, media.frame_rate, media.variable_frame_rate, valid_utf8(media.video_codec),
              valid_utf8(media.container), media.rotation, video.decoded_share,
              valid_utf8(video.settings.tool), valid_utf8(video.settings.options),
              valid_utf8(video.settings.versions), analysed_at)
        .number();
}

void write_shots(const Connection& connection, std::int64_t id, const AnalysedVideo& video,
                 const TimeBase& base, const std::vector<std::string>& still_names) {
    Statement shot_row =
        connection.prepare("INSERT INTO shot VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    for (std::size_t i = 0; i < video.shots.size(); ++i) {
        const Shot& shot = video.shots[i];
        shot_row
            .bind(id, i, ticks_in(base, shot.range.begin), ticks_in(base, shot.range.end), shot.begin_frame,
                  shot.end_frame, name_of(shot.transition.kind), shot.transition.begin_frame,
                  shot.transition.end_frame, shot.transition.score)
            .run();
    }
    Statement still_row = connection.prepare("INSERT INTO still VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    for (std::size_t i = 0; i < video.stills.size(); ++i) {
        const ShotStill& still = video.stills[i];
        still_row
            .bind(id, still.shot, ticks_in(base, still.time), still.width, still.height, still_names.at(i))
            .run();
    }
}

void write_tracks(const Connection& connection, std::int64_t id, const AnalysedVideo& video,
                  const TimeBase& base) {
    Statement track_row = connection.prepare(
        "INSERT INTO text_track (track_id, video_id, track_index, kind, begin_pts, end_pts, begin_frame, "
        "end_frame,"
        " box_x_px, box_y_px, box_width_px, box_height_px, text, confidence, script, language, frames_seen,"
        " frames_examined, words, cjk, handles) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
        "?13,"
        " ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)");
    Statement path_row = connection.prepare("INSERT INTO text_track_path VALUES (?1, ?2, ?3, ?4, ?5)");
    Statement reading_row = connection.prepare("INSERT INTO reading VALUES (?1, ?2, ?3, ?4, ?5)");
    Statement handle_row =
        connection.prepare("INSERT INTO handle_mention VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    Statement outlet_row = connection.prepare("INSERT OR IGNORE INTO outlet_mention VALUES (?1, ?2)");
    TextClassIds classes{connection};
    std::map<std::int64_t, std::int64_t> counts;
    for (std::size_t i = 0; i < video.tracks.size(); ++i) {
        const TextTrack& track = video.tracks[i];
        const std::string text = valid_utf8(track.text);
        const std::string words = index_words(text);
        const std::string language = valid_utf8(track.language);
        const std::string script = valid_utf8(track.script);
        const std::int64_t text_class = classes.id_of(track.kind, language, script);
        const std::int64_t track_id =
            track_key(id, static_cast<std::int64_t>(i), length_class(words), text_class);
        ++counts[text_class];
        track_row
            .bind(track_id, id, i, name_of(track.kind), ticks_in(base, track.range.begin),
                  ticks_in(base, track.range.end), track.begin_frame, track.end_frame, track.box.x,
                  track.box.y, track.box.width, track.box.height, text, track.confidence, script, language,
                  track.frames_seen, track.frames_examined, words, index_cjk(text),
                  index_handles(track.handles))
            .run();
        for (std::size_t n = 0; n < track.path.size(); ++n)
            path_row.bind(track_id, n, ticks_in(base, track.path[n].time), track.path[n].x, track.path[n].y)
                .run();
        for (std::size_t n = 0; n < track.readings.size(); ++n) {
            const Reading& reading = track.readings[n];
            reading_row
                .bind(track_id, n, valid_utf8(reading.engine), valid_utf8(reading.text), reading.confidence)
                .run();
        }
        for (std::size_t n = 0; n < track.handles.size(); ++n) {
            const HandleMention& mention = track.handles[n];
            const auto platform =
                mention.platform ? std::optional{valid_utf8(*mention.platform)} : std::nullopt;
            handle_row
                .bind(track_id, n, valid_utf8(mention.raw), valid_utf8(mention.handle),
                      fold_handle(mention.handle), platform, valid_utf8(mention.match))
                .run();
        }
        if (i < video.outlets.size())
            for (const std::string& outlet : video.outlets[i])
                outlet_row.bind(track_id, valid_utf8(outlet)).run();
    }
    Statement count_row = connection.prepare("INSERT INTO text_count VALUES (?1, ?2, ?3)");
    for (const auto& [text_class, tracks] : counts) count_row.bind(id, text_class, tracks).run();
}

void read_outlets(const Connection& connection, std::int64_t video_id, AnalysedVideo& video) {
    Statement rows = connection.prepare(
        "SELECT track_index, outlet FROM outlet_mention JOIN text_track USING (track_id)"
        " WHERE track_id >= ?1 AND track_id < ?2 ORDER BY track_index, outlet");
    rows.bind(first_key(video_id), first_key(video_id + 1));
    while (rows.step()) {
        video.outlets.resize(video.tracks.size());
        video.outlets.at(static_cast<std::size_t>(rows.integer(0))).push_back(rows.text(1));
    }
}

TimeBase base_at(const Statement& row, int column) {
    return {static_cast<std::int32_t>(row.integer(column)),
            static_cast<std::int32_t>(row.integer(column + 1))};
}

int small(const Statement& row, int column) {
    return static_cast<int>(row.integer(column));
}

}  // namespace

std::optional<std::int64_t> find_video_id(const Connection& connection, const std::string& sha256) {
    Statement statement = connection.prepare("SELECT video_id FROM video WHERE sha256 = ?1");
    if (!statement.bind(sha256).step()) return std::nullopt;
    return statement.integer(0);
}

bool has_settings(const Connection& connection, std::int64_t video_id, const AnalysisSettings& settings) {
    return connection
               .prepare(
                   "SELECT count(*) FROM video WHERE video_id = ?1 AND tool = ?2 AND options = ?3"
                   " AND versions = ?4")
               .bind(video_id, valid_utf8(settings.tool), valid_utf8(settings.options),
                     valid_utf8(settings.versions))
               .number() == 1;
}

std::set<std::string> still_files(const Connection& connection, std::int64_t video_id) {
    std::set<std::string> files;
    Statement statement = connection.prepare("SELECT file FROM still WHERE video_id = ?1");
    statement.bind(video_id);
    while (statement.step()) files.insert(statement.text(0));
    return files;
}

std::int64_t write_video(const Connection& connection, const AnalysedVideo& video,
                         const std::vector<std::string>& still_names, const std::string& analysed_at,
                         std::optional<std::int64_t> replaces) {
    if (replaces) {
        // Stills go with their shots; readings, paths, handles and index entries with their tracks.
        for (const char* sql :
             {"DELETE FROM shot WHERE video_id = ?1", "DELETE FROM text_track WHERE video_id = ?1",
              "DELETE FROM text_count WHERE video_id = ?1", "DELETE FROM verdict WHERE video_id = ?1",
              "DELETE FROM video_warning WHERE video_id = ?1"})
            connection.prepare(sql).bind(*replaces).run();
    }
    const TimeBase base = common_time_base(video);
    const std::int64_t id = write_video_row(connection, video, base, analysed_at);
    write_shots(connection, id, video, base, still_names);
    write_tracks(connection, id, video, base);
    Statement warning_row = connection.prepare("INSERT INTO video_warning VALUES (?1, ?2, ?3)");
    for (std::size_t i = 0; i < video.warnings.size(); ++i)
        warning_row.bind(id, i, valid_utf8(video.warnings[i])).run();
    return id;
}

void write_path(const Connection& connection, std::int64_t video_id, const std::string& path,
                const std::string& seen_at) {
    connection.prepare("DELETE FROM video_path WHERE video_id = ?1 AND path = ?2").bind(video_id, path).run();
    connection.prepare("INSERT INTO video_path (video_id, path, seen_at) VALUES (?1, ?2, ?3)")
        .bind(video_id, path, seen_at)
        .run();
    std::error_code unknown;
    const auto bytes = std::filesystem::file_size(path, unknown);
    if (!unknown)
        connection.prepare("INSERT OR REPLACE INTO content_size VALUES (?1, ?2)")
            .bind(video_id, static_cast<std::int64_t>(bytes))
            .run();
}

TrackReader::TrackReader(const Connection& connection)
    : path_(connection.prepare(
          "SELECT time_pts, x_px, y_px FROM text_track_path WHERE track_id = ?1 ORDER BY position")),
      readings_(connection.prepare(
          "SELECT engine, text, confidence FROM reading WHERE track_id = ?1 ORDER BY position")),
      handles_(connection.prepare(
          "SELECT raw, handle, platform, match FROM handle_mention WHERE track_id = ?1 ORDER BY position")) {}

TextTrack TrackReader::read(const Statement& row) {
    const std::int64_t id = row.integer(0);
    const TimeBase base = base_at(row, 1);
    TextTrack track;
    track.range = {{row.integer(3), base}, {row.integer(4), base}};
    track.begin_frame = row.integer(5);
    track.end_frame = row.integer(6);
    track.box = {small(row, 7), small(row, 8), small(row, 9), small(row, 10)};
    track.text = row.text(11);
    track.kind = text_kind_from(row.text(12)).value_or(TextKind::scene);  // The schema lets no other name in.
    track.confidence = row.real(13);
    track.script = row.text(14);
    track.language = row.text(15);
    track.frames_seen = small(row, 16);
    track.frames_examined = small(row, 17);
    path_.bind(id);
    while (path_.step()) track.path.push_back({{path_.integer(0), base}, small(path_, 1), small(path_, 2)});
    readings_.bind(id);
    while (readings_.step())
        track.readings.push_back({readings_.text(0), readings_.text(1), readings_.real(2)});
    handles_.bind(id);
    while (handles_.step()) {
        const auto platform = handles_.is_null(2) ? std::nullopt : std::optional{handles_.text(2)};
        track.handles.push_back({handles_.text(0), handles_.text(1), platform, handles_.text(3)});
    }
    return track;
}

AnalysedVideo read_video(const Connection& connection, std::int64_t video_id) {
    AnalysedVideo video;
    Statement row = connection.prepare(
        "SELECT time_base_num, time_base_den, sha256, width_px, height_px, duration_pts, frames, "
        "frame_rate_hz,"
        " variable_frame_rate, video_codec, container, rotation_deg, decoded_share, tool, options, versions "
        "FROM video WHERE video_id = ?1");
    row.bind(video_id).step();
    const TimeBase base = base_at(row, 0);
    MediaInfo& media = video.media;
    media.sha256 = row.text(2);
    media.width = small(row, 3);
    media.height = small(row, 4);
    media.duration = {row.integer(5), base};
    media.frames = row.integer(6);
    media.frame_rate = row.real(7);
    media.variable_frame_rate = row.integer(8) != 0;
    media.video_codec = row.text(9);
    media.container = row.text(10);
    media.rotation = small(row, 11);
    video.decoded_share = row.real(12);
    video.settings = {row.text(13), row.text(14), row.text(15)};

    Statement shots = connection.prepare(
        "SELECT begin_pts, end_pts, begin_frame, end_frame, transition_kind, transition_begin_frame,"
        " transition_end_frame, transition_score FROM shot WHERE video_id = ?1 ORDER BY shot_index");
    shots.bind(video_id);
    while (shots.step())
        video.shots.push_back({{{shots.integer(0), base}, {shots.integer(1), base}},
                               shots.integer(2),
                               shots.integer(3),
                               {transition_kind_from(shots.text(4)).value_or(TransitionKind::start),
                                shots.integer(5), shots.integer(6), shots.real(7)}});

    Statement tracks = connection.prepare(std::string("SELECT ") + TrackReader::kColumns +
                                          " FROM text_track AS t JOIN video AS v USING (video_id)"
                                          " WHERE t.video_id = ?1 ORDER BY t.track_index");
    TrackReader reader{connection};
    tracks.bind(video_id);
    while (tracks.step()) video.tracks.push_back(reader.read(tracks));
    read_outlets(connection, video_id, video);

    Statement warnings =
        connection.prepare("SELECT message FROM video_warning WHERE video_id = ?1 ORDER BY position");
    warnings.bind(video_id);
    while (warnings.step()) video.warnings.push_back(warnings.text(0));
    return video;
}

}  // namespace sourcereel::catalogue
