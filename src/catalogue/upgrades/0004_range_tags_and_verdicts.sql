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
