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

/// What an item names whose doing has nothing to do with pictures: "Additional reporting: B".
bool is_no_credit(const Token& token) {
    return is_one_of(token, {"reporting", "editing", "writing", "additional", "contact", "follow", "winner",
                             "editor", "author", "text", "words", "story", "map", "correction", "graphics",
                             "translation", "research"});
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

void read_list_item(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    if (!sentence.first || !is_one_of(scan.token(sentence.begin), {"-", "*", "+", "•"})) return;
    constexpr std::size_t kLongestLabel = 7;
    std::size_t colon = sentence.begin + 1;
    while (colon < sentence.end && colon <= sentence.begin + kLongestLabel && !scan.is(colon, ":")) {
        const Token& token = scan.token(colon);
        const bool of_label = (token.kind == TokenKind::word || token.is(",")) && !scan.mentions.at(colon) &&
                              !(token.words & (kAuxiliary | kVerb | kPhoto | kOtherThing | kAccount)) &&
                              !platform_named(token.folded) && !is_no_credit(token);
        if (!of_label) return;
        ++colon;
    }
    if (colon == sentence.begin + 1 || !scan.is(colon, ":")) return;
    const Mention* mention = scan.mentions.at(colon + 1);
    if (!mention || mention->entity.kind == EntityKind::outlet_class) return;
    const std::size_t behind = mention->end;
    if (behind < sentence.end && scan.token(behind).kind != TokenKind::sign && !scan.is(behind, "via"))
        return;
    read_credits_at(scan, ClaimType::credit, colon + 1, colon + 1);
}

void read_credited_item(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    if (!sentence.credits || !sentence.first || !scan.found.empty()) return;
    std::size_t at = sentence.begin;
    if (is_one_of(scan.token(at), {"-", "*", "+", "•"})) ++at;
    // "2. Bridge: B", "Bridge – B": behind the label.
    constexpr std::size_t kLongestLabel = 8;
    for (std::size_t i = at; i + 1 < sentence.end && i < at + kLongestLabel; ++i) {
        if (scan.mentions.at(i) || is_no_credit(scan.token(i))) break;
        const bool dash = is_one_of(scan.token(i), {"–", "—", "-"}) && scan.token(i).spaced;
        if (!scan.is(i, ":") && !dash) continue;
        at = i + 1;
        break;
    }
    // What tells something is no name.
    for (std::size_t i = at; i < sentence.end; ++i)
        if (is_no_credit(scan.token(i)) ||
            (!scan.token(i).capital && scan.has(i, kAuxiliary | kVerb | kPronoun)))
            return;
    if (scan.token(at).capital || scan.mentions.at(at) || scan.has(at, kDeterminer))
        read_credits_at(scan, ClaimType::credit, at, at);
}

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
