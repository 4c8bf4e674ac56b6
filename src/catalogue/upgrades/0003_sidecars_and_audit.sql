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
