#include "catalogue/verdict_rows.h"

#include "catalogue/query.h"
#include "catalogue/video_rows.h"
#include "unicode/fold.h"

namespace sourcereel::catalogue {

std::size_t write_verdicts(const Connection& connection, const std::string& article_sha256,
                           const std::vector<JudgedClip>& clips, bool all_others_go, const std::string& now) {
    if (all_others_go) remove_verdicts(connection, article_sha256);
    std::size_t unknown = 0;
    for (const JudgedClip& clip : clips) {
        const auto id = find_video_id(connection, clip.sha256);
        if (!id) {
            ++unknown;
            continue;
        }
        connection.prepare("DELETE FROM verdict WHERE video_id = ?1 AND article_sha256 = ?2")
            .bind(*id, article_sha256)
            .run();
        for (const ClipVerdict& one : clip.verdicts)
            connection.prepare("INSERT INTO verdict VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                .bind(*id, article_sha256, std::int64_t{one.claim}, unicode::valid_utf8(one.article),
                      one.claim_type, unicode::valid_utf8(one.entity), unicode::valid_utf8(one.quote),
                      std::string(name_of(one.verdict)), now)
                .run();
    }
    return unknown;
}

bool remove_verdicts(const Connection& connection, const std::string& article_sha256) {
    const std::int64_t before = connection.changes_so_far();
    connection.prepare("DELETE FROM verdict WHERE article_sha256 = ?1").bind(article_sha256).run();
    return connection.changes_so_far() != before;
}

void remove_verdicts_of(const Connection& connection, std::int64_t video_id) {
    connection.prepare("DELETE FROM verdict WHERE video_id = ?1").bind(video_id).run();
}

std::vector<ClipVerdict> read_verdicts(const Connection& connection, std::int64_t video_id) {
    std::vector<ClipVerdict> all;
    Statement rows = connection.prepare(
        "SELECT article_sha256, article, claim_index, claim_type, entity, quote, verdict, judged_at FROM "
        "verdict"
        " WHERE video_id = ?1 ORDER BY judged_at DESC, article_sha256, claim_index");
    rows.bind(video_id);
    while (rows.step()) {
        ClipVerdict one;
        one.article_sha256 = rows.text(0);
        one.article = rows.text(1);
        one.claim = static_cast<int>(rows.integer(2));
        one.claim_type = rows.text(3);
        one.entity = rows.text(4);
        one.quote = rows.text(5);
        one.verdict = verdict_named(rows.text(6)).value_or(Verdict::inconclusive);
        one.judged_at = rows.text(7);
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace sourcereel::catalogue
