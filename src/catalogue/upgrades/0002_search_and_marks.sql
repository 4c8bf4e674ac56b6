-- Texts get ids that search reads instead of their rows; search folds more; people's marks get tables.

CREATE TABLE text_class (
    class_id INTEGER PRIMARY KEY CHECK (class_id BETWEEN 0 AND 4095),
    kind     TEXT NOT NULL,
    language TEXT NOT NULL,
    script   TEXT NOT NULL,
    UNIQUE (kind, language, script)
) STRICT;
INSERT INTO text_class (kind, language, script)
SELECT DISTINCT kind, language, script FROM text_track ORDER BY kind, language, script;

CREATE TABLE text_count (
    video_id INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    class_id INTEGER NOT NULL REFERENCES text_class,
    tracks   INTEGER NOT NULL CHECK (tracks > 0),
    PRIMARY KEY (video_id, class_id)
) STRICT, WITHOUT ROWID;
INSERT INTO text_count
SELECT video_id, class_id, count(*) FROM text_track JOIN text_class USING (kind, language, script)
GROUP BY video_id, class_id;

DROP TRIGGER text_index_insert;
DROP TRIGGER text_index_delete;
DROP TRIGGER text_index_update;
DROP TABLE text_index;
UPDATE text_track SET words = index_words(text), cjk = index_cjk(text);
CREATE TABLE renumbered (old_id INTEGER PRIMARY KEY, new_id INTEGER NOT NULL UNIQUE) STRICT;
INSERT INTO renumbered
SELECT track_id, track_key(video_id, track_index, words, class_id)
FROM text_track JOIN text_class USING (kind, language, script);
UPDATE text_track_path SET track_id = (SELECT new_id FROM renumbered WHERE old_id = track_id);
UPDATE reading SET track_id = (SELECT new_id FROM renumbered WHERE old_id = track_id);
UPDATE handle_mention SET track_id = (SELECT new_id FROM renumbered WHERE old_id = track_id);
UPDATE text_track SET track_id = (SELECT new_id FROM renumbered WHERE old_id = track_id);
DROP TABLE renumbered;
CREATE VIRTUAL TABLE text_index USING fts5 (
    words, cjk, handles,
    content = 'text_track', content_rowid = 'track_id', prefix = '2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
INSERT INTO text_index (text_index) VALUES ('rebuild');
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

CREATE TABLE outlet_mention (
    track_id INTEGER NOT NULL REFERENCES text_track ON DELETE CASCADE,
    outlet   TEXT    NOT NULL CHECK (outlet <> ''),
    PRIMARY KEY (track_id, outlet)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication (
    video_id     INTEGER PRIMARY KEY REFERENCES video ON DELETE CASCADE,
    published_on TEXT    CHECK (published_on IS NULL OR date(published_on, '+0 days') IS published_on),
    title        TEXT
) STRICT;

CREATE TABLE content_size (
    video_id INTEGER PRIMARY KEY REFERENCES video ON DELETE CASCADE,
    bytes    INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT;

CREATE TABLE tag (
    video_id   INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    tag_folded TEXT    NOT NULL CHECK (tag_folded <> ''),
    tag        TEXT    NOT NULL,
    made_at    TEXT    NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', made_at) IS made_at),
    PRIMARY KEY (video_id, tag_folded)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    note_id  INTEGER PRIMARY KEY AUTOINCREMENT,
    video_id INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    begin_us INTEGER CHECK (begin_us >= 0),
    end_us   INTEGER CHECK (end_us > begin_us),
    text     TEXT    NOT NULL CHECK (text <> ''),
    made_at  TEXT    NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', made_at) IS made_at),
    CHECK ((begin_us IS NULL) = (end_us IS NULL))
) STRICT;
CREATE INDEX note_by_video ON note (video_id, begin_us);

CREATE TABLE not_a_copy (
    video_id       INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    other_video_id INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    made_at        TEXT    NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', made_at) IS made_at),
    PRIMARY KEY (video_id, other_video_id),
    CHECK (video_id < other_video_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_a_copy_by_other ON not_a_copy (other_video_id);

CREATE TABLE saved_search (
    name    TEXT PRIMARY KEY CHECK (name <> ''),
    query   TEXT NOT NULL,
    made_at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', made_at) IS made_at)
) STRICT, WITHOUT ROWID;
