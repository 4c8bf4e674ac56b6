-- The catalogue's tables, as a new file gets them. Older files arrive here by the scripts in upgrades/.
--
-- Times: every "…_pts" of a video counts ticks of that video's own time base (video.time_base_num /
-- time_base_den seconds a tick); 0 is the first shown picture. Ranges are half-open: "begin" is inside,
-- "end" is not. Frames are decoded pictures in display order, from 0. Boxes are pixels of the upright picture
-- with square pixels. "position" and "…_index" count from 0 in the order that the analysis gave.

PRAGMA application_id = 1397908802;  -- "SReB": how a catalogue is told from any other SQLite file.
PRAGMA user_version = 4;             -- Of this schema.

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

-- The combinations of kind, language and script that texts have here. Rows are added, never changed.
CREATE TABLE text_class (
    class_id INTEGER PRIMARY KEY CHECK (class_id BETWEEN 0 AND 4095),
    kind     TEXT NOT NULL,
    language TEXT NOT NULL,
    script   TEXT NOT NULL,
    UNIQUE (kind, language, script)
) STRICT;

-- How many texts of each class a video has, so that a search without words need not count them.
CREATE TABLE text_count (
    video_id INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    class_id INTEGER NOT NULL REFERENCES text_class,
    tracks   INTEGER NOT NULL CHECK (tracks > 0),
    PRIMARY KEY (video_id, class_id)
) STRICT, WITHOUT ROWID;

-- Words burned into the picture over the time they stand there.
-- track_id, from its highest bit: video_id (30 bits), track_index (18), a class of the length of words (3),
-- class_id of text_class (12). So its order is that of video and time, and what a search sorts and counts by
-- is told without reading the row: the difference between 10 and 200 ms where 200,000 texts hold a word.
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

-- Outlets that a text names, by the id of the registry that found them.
CREATE TABLE outlet_mention (
    track_id INTEGER NOT NULL REFERENCES text_track ON DELETE CASCADE,
    outlet   TEXT    NOT NULL CHECK (outlet <> ''),
    PRIMARY KEY (track_id, outlet)
) STRICT, WITHOUT ROWID;

-- Full text. Marks count as parts of words (vowel signs of Indic scripts, Arabic points); Latin diacritics are
-- folded away. The columns are read from text_track when needed, so the text lies in the file once. Beginnings
-- of two and three letters are indexed as such: a tenth of the file, and half the time of a search for them.
CREATE VIRTUAL TABLE text_index USING fts5 (
    words, cjk, handles,
    content = 'text_track', content_rowid = 'track_id', prefix = '2 3',
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

-- When and as what the video was published, as far as somebody said so. Outlives an analysis.
CREATE TABLE publication (
    video_id     INTEGER PRIMARY KEY REFERENCES video ON DELETE CASCADE,
    published_on TEXT    CHECK (published_on IS NULL OR date(published_on, '+0 days') IS published_on),
    title        TEXT
) STRICT;

-- Size of the file of this content: what has another size need not be hashed when a moved file is looked for.
CREATE TABLE content_size (
    video_id INTEGER PRIMARY KEY REFERENCES video ON DELETE CASCADE,
    bytes    INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT;

-- People's marks. They belong to the video, not to its analysis, and stay when that is replaced.

CREATE TABLE tag (
    video_id   INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    tag_folded TEXT    NOT NULL CHECK (tag_folded <> ''),
    tag        TEXT    NOT NULL,
    made_at    TEXT    NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', made_at) IS made_at),
    PRIMARY KEY (video_id, tag_folded)
) STRICT, WITHOUT ROWID;

-- On a part of a clip, in the microseconds of notes: a tagged shot is kept by its time.
CREATE TABLE range_tag (
    video_id   INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    begin_us   INTEGER NOT NULL CHECK (begin_us >= 0),
    end_us     INTEGER NOT NULL CHECK (end_us > begin_us),
    tag_folded TEXT    NOT NULL CHECK (tag_folded <> ''),
    tag        TEXT    NOT NULL,
    made_at    TEXT    NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', made_at) IS made_at),
    PRIMARY KEY (video_id, begin_us, end_us, tag_folded)
) STRICT, WITHOUT ROWID;

-- On a clip (no times) or a range. Microseconds of the video's clock, not ticks: another analysis may have
-- another time base and other shots.
CREATE TABLE note (
    note_id  INTEGER PRIMARY KEY AUTOINCREMENT,
    video_id INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    begin_us INTEGER CHECK (begin_us >= 0),
    end_us   INTEGER CHECK (end_us > begin_us),
    text     TEXT    NOT NULL CHECK (text <> ''),
    made_at  TEXT    NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', made_at) IS made_at),
    CHECK ((begin_us IS NULL) = (end_us IS NULL))
) STRICT;
-- Serves: the notes of a video in the order of its time.
CREATE INDEX note_by_video ON note (video_id, begin_us);

-- Two videos that somebody looked at and found to be no copies of each other.
CREATE TABLE not_a_copy (
    video_id       INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    other_video_id INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    made_at        TEXT    NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', made_at) IS made_at),
    PRIMARY KEY (video_id, other_video_id),
    CHECK (video_id < other_video_id)
) STRICT, WITHOUT ROWID;
-- Serves: the pairs of a video, whichever of the two it is.
CREATE INDEX not_a_copy_by_other ON not_a_copy (other_video_id);

-- Queries worth keeping.
CREATE TABLE saved_search (
    name    TEXT PRIMARY KEY CHECK (name <> ''),
    query   TEXT NOT NULL,
    made_at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', made_at) IS made_at)
) STRICT, WITHOUT ROWID;

-- What a downloader wrote down about a post, beside the video. Belongs to a content, not to an analysis: it
-- stays when the video is analysed again.
CREATE TABLE sidecar (
    sidecar_id INTEGER PRIMARY KEY,
    video_id   INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    path       TEXT    NOT NULL CHECK (path <> ''),  -- Absolute; bytes as the file system has them.
    sha256     TEXT    NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    tool       TEXT    NOT NULL,                     -- "yt-dlp".
    platform   TEXT    NOT NULL,                     -- "x"; empty: unknown.
    paired_by  TEXT    NOT NULL,                     -- Why it belongs to the video.
    doubtful   INTEGER NOT NULL CHECK (doubtful IN (0, 1)),
    UNIQUE (video_id, path)
) STRICT;

-- Its statements, each with the field of the file that it came from.
CREATE TABLE sidecar_value (
    sidecar_id INTEGER NOT NULL REFERENCES sidecar ON DELETE CASCADE,
    name       TEXT    NOT NULL,  -- "handle", "posted_at", …
    value      TEXT    NOT NULL CHECK (value <> ''),
    field      TEXT    NOT NULL,  -- "uploader_id".
    PRIMARY KEY (sidecar_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE sidecar_warning (
    sidecar_id INTEGER NOT NULL REFERENCES sidecar ON DELETE CASCADE,
    position   INTEGER NOT NULL CHECK (position >= 0),
    message    TEXT    NOT NULL,
    PRIMARY KEY (sidecar_id, position)
) STRICT, WITHOUT ROWID;

-- What one video alone shows for or against a claim of an article, as `verify` judged it last. It rests on the texts
-- and sidecars of the video, and is removed when these change.
CREATE TABLE verdict (
    video_id       INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    article_sha256 TEXT    NOT NULL CHECK (length(article_sha256) = 64 AND article_sha256 NOT GLOB '*[^0-9a-f]*'),
    claim_index    INTEGER NOT NULL CHECK (claim_index >= 0),
    article        TEXT    NOT NULL,  -- Its title or the name of its file.
    claim_type     TEXT    NOT NULL,  -- "posted_by", ...
    entity         TEXT    NOT NULL,  -- Whom the claim names.
    quote          TEXT    NOT NULL,
    verdict        TEXT    NOT NULL CHECK (verdict IN ('supported', 'partly_supported', 'contradicted', 'conflicting',
                                                       'not_found', 'inconclusive', 'out_of_scope')),
    judged_at      TEXT    NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', judged_at) IS judged_at),
    PRIMARY KEY (video_id, article_sha256, claim_index)
) STRICT, WITHOUT ROWID;
-- Serves: taking away all verdicts on an article.
CREATE INDEX verdict_by_article ON verdict (article_sha256);

-- What was done with which file, in order. Each row carries the hash of the one before, so that a row that was
-- changed, taken out or put in later shows; `db check` computes them again. Rows outlive what they speak of.
CREATE TABLE audit (
    audit_id INTEGER PRIMARY KEY CHECK (audit_id > 0),  -- 1, 2, 3, … without a gap.
    done_at  TEXT NOT NULL                              -- UTC, "2026-11-24T08:15:00Z".
                  CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', done_at) IS done_at),
    action   TEXT NOT NULL CHECK (action <> ''),        -- "added", "replaced", "sidecar", "verified".
    subject  TEXT NOT NULL                              -- SHA-256 of the video or article.
                  CHECK (length(subject) = 64 AND subject NOT GLOB '*[^0-9a-f]*'),
    detail   TEXT NOT NULL,
    previous TEXT NOT NULL CHECK (length(previous) = 64),  -- Hash of the row before; zeros in the first.
    hash     TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)  -- Of all of the row's other columns but its number.
) STRICT;
CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'rows of the audit table stay');
END;
CREATE TRIGGER audit_keeps_words BEFORE UPDATE ON audit BEGIN
    SELECT raise(ABORT, 'rows of the audit table stay as they are');
END;
