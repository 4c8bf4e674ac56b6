#include "claims/credit_chain.h"
#include "claims/scan.h"

namespace sourcereel::claims {
namespace {

/// The next bar of the row at or behind `at`, or the sentence's end.
std::size_t next_bar(const Scan& scan, std::size_t at) {
    while (at < scan.sentence().end && !scan.is(at, "|")) ++at;
    return at;
}

/// The column that says whose the pictures are, counted from 1; 0 where no head says so.
std::size_t column_of_sources(const Scan& scan) {
    const Sentence& sentence = scan.sentence();
    std::size_t column = 0;
    for (std::size_t bar = sentence.begin; bar + 1 < sentence.end; bar = next_bar(scan, bar + 1)) {
        ++column;
        const std::size_t end = next_bar(scan, bar + 1);
        for (std::size_t i = bar + 1; i < end; ++i)
            if (is_one_of(scan.token(i), {"source", "sources", "credit", "credits", "quelle", "fuente",
                                          "источник", "provenance", "courtesy", "via"}))
                return column;
    }
    return 0;
}

/// "|---|:--|": what stands below the heads of a table.
bool is_rule(const Scan& scan, const Sentence& sentence) {
    for (std::size_t i = sentence.begin; i < sentence.end; ++i)
        if (!is_one_of(scan.token(i), {"|", "-", ":"})) return false;
    return true;
}

bool is_head(const Scan& scan) {
    const std::size_t next = scan.sentence_index + 1;
    return next < scan.text.sentences.size() && scan.text.sentences[next].first &&
           is_rule(scan, scan.text.sentences[next]);
}

}  // namespace

void read_table_row(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    if (!sentence.first) return;
    if (!scan.is(sentence.begin, "|")) {
        scan.source_column.reset();
        return;
    }
    const bool head = is_head(scan);
    if (head) scan.source_column = column_of_sources(scan);
    if (!scan.source_column || head || is_rule(scan, sentence)) return;
    std::size_t bar = sentence.begin;
    for (std::size_t column = 1; column < *scan.source_column && bar < sentence.end; ++column)
        bar = next_bar(scan, bar + 1);
    if (*scan.source_column > 0 && bar + 1 < sentence.end && !scan.is(bar + 1, "|"))
        read_credits_at(scan, ClaimType::credit, bar + 1, bar + 1);
}

}  // namespace sourcereel::claims
