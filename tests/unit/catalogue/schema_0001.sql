-- The catalogue's tables, as a new file gets them. Older files arrive here by the scripts in upgrades/.
--
-- Times: every "…_pts" of a video counts ticks of that video's own time base (video.time_base_num /
-- time_base_den seconds a tick); 0 is the first shown picture. Ranges are half-open: "begin" is inside,
-- "end" is not. Frames are decoded pictures in display order, from 0. Boxes are pixels of the upright picture
-- with square pixels. "position" and "…_index" count from 0 in the order that the analysis gave.

PRAGMA application_id = 1397908802;  -- "SReB": how a catalogue is told from any other SQLite file.
PRAGMA user_version = 1;             -- Of this schema.

-- One analysed file content. What is the same content has the same SHA-256, whatever it is called.
CREATE TABLE video (
    video_id            INTEGER PRIMARY KEY,
    sha256              TEXT    NOT NULL UNIQUE
                                CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    width_px            INTEGER NOT NULL CHECK (width_px > 0),
    height_px           INTEGER NOT NULL CHECK (height_px > 0),
    time_base_num       INTEGER NOT NULL CHECK (time_base_num > 0),
    time_base_den       INTEGER NOT NULL CHECK (time_base_den > 0),
    duration_pts        INTEGER NOT NULL CHECK (duration_pts >= 0),
    frames              INTEGER NOT NULL CHECK (frames >= 0),
    frame_rate_hz       REAL    NOT NULL CHECK (frame_rate_hz >= 0),  -- Average; 0: unknown.
    variable_frame_rate INTEGER NOT NULL CHECK (variable_frame_rate IN (0, 1)),
    video_codec         TEXT    NOT NULL,                             -- FFmpeg's short names.
    container           TEXT    NOT NULL,
    rotation_deg        INTEGER NOT NULL CHECK (rotation_deg IN (0, 90, 180, 270)),  -- Applied, clockwise.
    decoded_share       REAL    NOT NULL CHECK (decoded_share BETWEEN 0 AND 1),
    -- How the rows below were made. Equal in all three: analysing again would give the same.
    tool                TEXT    NOT NULL,
    options             TEXT    NOT NULL,
    versions            TEXT    NOT NULL,
    analysed_at         TEXT    NOT NULL  -- UTC, "2026-11-24T08:15:00Z".
                                CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', analysed_at) IS analysed_at)
) STRICT;

-- Where a file of this content was seen. A file seen again gets a new, higher sighting_id: the highest is the
-- last. One path may stand beside several videos when its content changed; the last sighting is the valid one.
CREATE TABLE video_path (
    sighting_id INTEGER PRIMARY KEY AUTOINCREMENT,
    video_id    INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    path        TEXT    NOT NULL CHECK (path <> ''),  -- Absolute; bytes as the file system has them.
    seen_at     TEXT    NOT NULL                      -- UTC, as analysed_at.
                        CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', seen_at) IS seen_at),
    UNIQUE (video_id, path)
) STRICT;
-- Serves: find a video by the path that the user types.
CREATE INDEX video_path_by_path ON video_path (path);

-- What was repaired or is missing, sentences for people.
CREATE TABLE video_warning (
    video_id INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    message  TEXT    NOT NULL,
    PRIMARY KEY (video_id, position)
) STRICT, WITHOUT ROWID;

-- Shots touch and together cover the video; that takes more than one row to see, so `db check` looks at it.
CREATE TABLE shot (
    video_id               INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    shot_index             INTEGER NOT NULL CHECK (shot_index >= 0),
    begin_pts              INTEGER NOT NULL CHECK (begin_pts >= 0),
    end_pts                INTEGER NOT NULL,
    begin_frame            INTEGER NOT NULL CHECK (begin_frame >= 0),
    end_frame              INTEGER NOT NULL,
    -- How the shot begins.
    transition_kind        TEXT    NOT NULL
                                   CHECK (transition_kind IN ('start', 'cut', 'dissolve', 'fade', 'wipe')),
    transition_begin_frame INTEGER NOT NULL CHECK (transition_begin_frame >= 0),
    transition_end_frame   INTEGER NOT NULL,
    transition_score       REAL    NOT NULL CHECK (transition_score BETWEEN 0 AND 1),
    PRIMARY KEY (video_id, shot_index),
    CHECK (begin_pts < end_pts),
    CHECK (begin_frame < end_frame),
    CHECK (transition_begin_frame <= transition_end_frame)
) STRICT, WITHOUT ROWID;

-- One picture of a shot. The JPEG is a file in the folder "<name of this file>.stills".
CREATE TABLE still (
    video_id   INTEGER NOT NULL,
    shot_index INTEGER NOT NULL,
    time_pts   INTEGER NOT NULL,
    width_px   INTEGER NOT NULL CHECK (width_px > 0),
    height_px  INTEGER NOT NULL CHECK (height_px > 0),
    file       TEXT    NOT NULL UNIQUE CHECK (file GLOB '*/*.jpg'),  -- "<sha256>/<number>.jpg".
    PRIMARY KEY (video_id, shot_index),
    FOREIGN KEY (video_id, shot_index) REFERENCES shot ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Words burned into the picture over the time they stand there.
CREATE TABLE text_track (
    track_id        INTEGER PRIMARY KEY,
    video_id        INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    track_index     INTEGER NOT NULL CHECK (track_index >= 0),
    kind            TEXT    NOT NULL CHECK (kind IN ('watermark', 'bug', 'caption', 'lower_third', 'ticker',
                                                     'credit', 'title', 'scene')),
    begin_pts       INTEGER NOT NULL CHECK (begin_pts >= 0),
    end_pts         INTEGER NOT NULL,
    begin_frame     INTEGER NOT NULL CHECK (begin_frame >= 0),
    end_frame       INTEGER NOT NULL,
    box_x_px        INTEGER NOT NULL,
    box_y_px        INTEGER NOT NULL,
    box_width_px    INTEGER NOT NULL CHECK (box_width_px >= 0),
    box_height_px   INTEGER NOT NULL CHECK (box_height_px >= 0),
    text            TEXT    NOT NULL,  -- The agreed reading, lines separated by a line feed.
    confidence      REAL    NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    script          TEXT    NOT NULL,  -- ICU's long name: "Latin".
    language        TEXT    NOT NULL,  -- Tesseract's code: "eng".
    frames_seen     INTEGER NOT NULL CHECK (frames_seen >= 0),
    frames_examined INTEGER NOT NULL,
    -- What text_index holds, made from text and handle_mention by the program (`db check` makes it again and
    -- compares).
    words           TEXT    NOT NULL,  -- The text, NFKC and case folded, scripts without spaces set apart.
    cjk             TEXT    NOT NULL,  -- Pairs of Hangul, Han and kana, then the last letters of their words.
    handles         TEXT    NOT NULL,  -- Account names, folded, one a line.
    UNIQUE (video_id, track_index),
    CHECK (begin_pts < end_pts),
    CHECK (begin_frame < end_frame),
    CHECK (frames_seen <= frames_examined)
) STRICT;
-- Serves: search with kind: and no words, in the order of its answers.
CREATE INDEX text_track_by_kind ON text_track (kind, video_id, begin_pts, track_index);
-- Serves: search with lang: and no words, in the order of its answers.
CREATE INDEX text_track_by_language ON text_track (language, video_id, begin_pts, track_index);

-- Where a moving mark's top left corner is at moments of its range. None for a text that stays.
CREATE TABLE text_track_path (
    track_id INTEGER NOT NULL REFERENCES text_track ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    time_pts INTEGER NOT NULL,
    x_px     INTEGER NOT NULL,
    y_px     INTEGER NOT NULL,
    PRIMARY KEY (track_id, position)
) STRICT, WITHOUT ROWID;

-- What each engine read, verbatim, best first.
CREATE TABLE reading (
    track_id   INTEGER NOT NULL REFERENCES text_track ON DELETE CASCADE,
    position   INTEGER NOT NULL CHECK (position >= 0),
    engine     TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    confidence REAL    NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    PRIMARY KEY (track_id, position)
) STRICT, WITHOUT ROWID;

-- Account names and addresses found in a text.
CREATE TABLE handle_mention (
    track_id      INTEGER NOT NULL REFERENCES text_track ON DELETE CASCADE,
    position      INTEGER NOT NULL CHECK (position >= 0),
    raw           TEXT    NOT NULL,  -- As it stands in the text: "t.me/Name".
    handle        TEXT    NOT NULL,  -- "Name".
    handle_folded TEXT    NOT NULL,  -- "name".
    platform      TEXT,              -- NULL: the text does not tell.
    match         TEXT    NOT NULL,
    PRIMARY KEY (track_id, position)
) STRICT, WITHOUT ROWID;
-- Serves: search with handle: (and platform:).
CREATE INDEX handle_mention_by_handle ON handle_mention (handle_folded, platform, track_id);
-- Serves: search with platform: alone.
CREATE INDEX handle_mention_by_platform ON handle_mention (platform, track_id) WHERE platform IS NOT NULL;

-- Full text. Marks count as parts of words (vowel signs of Indic scripts, Arabic points); Latin diacritics are
-- folded away. The columns are read from text_track when needed, so the text lies in the file once.
CREATE VIRTUAL TABLE text_index USING fts5 (
    words, cjk, handles,
    content = 'text_track', content_rowid = 'track_id',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
-- Such an index must be told the old words to forget them. Triggers do so in the same transaction whoever
-- writes, also where a deleted video takes its tracks along.
CREATE TRIGGER text_index_insert AFTER INSERT ON text_track BEGIN
    INSERT INTO text_index (rowid, words, cjk, handles) VALUES (new.track_id, new.words, new.cjk, new.handles);
END;
CREATE TRIGGER text_index_delete AFTER DELETE ON text_track BEGIN
    INSERT INTO text_index (text_index, rowid, words, cjk, handles)
    VALUES ('delete', old.track_id, old.words, old.cjk, old.handles);
END;
CREATE TRIGGER text_index_update AFTER UPDATE OF track_id, words, cjk, handles ON text_track BEGIN
    INSERT INTO text_index (text_index, rowid, words, cjk, handles)
    VALUES ('delete', old.track_id, old.words, old.cjk, old.handles);
    INSERT INTO text_index (rowid, words, cjk, handles) VALUES (new.track_id, new.words, new.cjk, new.handles);
END;
