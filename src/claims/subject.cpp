#include <algorithm>

#include "claims/phrases.h"

namespace sourcereel::claims {
namespace {

constexpr std::size_t kFurthest = 20;

/// From behind a comma to behind what the apposition before it explains: "NTV, the Turkish channel," → behind
/// "NTV".
std::size_t before_apposition(const Scan& scan, std::size_t comma) {
    const std::size_t begin = scan.sentence().begin;
    for (std::size_t i = comma; i-- > begin && comma - i < 16;)
        if (scan.token(i).is(",")) return i;
    return comma;
}

/// Where the subject ends: back over what stands between it and its verb.
std::size_t subject_end(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    std::size_t at = verb;
    bool behind_time = false;
    while (at > begin && verb - at < kFurthest) {
        const Token& token = scan.token(at - 1);
        if (scan.mentions.at(at - 1)) break;
        const bool time = (token.words & kTime) ||
                          (!token.folded.empty() && token.folded[0] >= '0' && token.folded[0] <= '9');
        if (time || (behind_time && (token.words & kPreposition))) {
            behind_time = time || behind_time;
            if (!time) behind_time = false;
            --at;
            continue;
        }
        behind_time = false;
        if (token.is("itself") || token.is("themselves") || token.is("since") ||
            (token.words & (kAuxiliary | kAdverb | kHedge | kNegation) && !token.capital &&
             !token.is("no"))) {
            --at;
        } else if ((token.is("which") || token.is("who") || token.is("and")) && at - 1 > begin &&
                   (scan.token(at - 2).is(",") || !token.is("and"))) {
            --at;
        } else if (token.is(",")) {
            // The comma closes an apposition, or stands right behind the subject.
            const std::size_t open = before_apposition(scan, at - 1);
            const std::size_t stop = scan.mentions.at(at >= 2 ? at - 2 : 0) && at - 1 > begin ? at - 1 : open;
            if (stop == at - 1 && !(at - 1 > begin && scan.mentions.at(at - 2))) return at;
            at = stop;
            break;
        } else if (token.is(")")) {
            std::size_t open = at - 1;
            while (open > begin && !scan.token(open).is("(") && at - open < 12) --open;
            if (!scan.token(open).is("(")) break;
            at = open;
        } else {
            break;
        }
    }
    return at;
}

/// What "it", "they", "she" stands for: the last source of this sentence or the one before.
std::optional<Entity> pronoun_referent(const Scan& scan, std::size_t at) {
    const Token& pronoun = scan.token(at);
    if (!(pronoun.is("it") || pronoun.is("they") || pronoun.is("she") || pronoun.is("he")))
        return std::nullopt;
    const std::size_t begin = scan.sentence().begin;
    // Only where the sentence has said whose words these are: "X said it had not …", "items it distributed".
    bool told = false;
    for (std::size_t i = at; i-- > begin && at - i < kFurthest;)
        told = told || scan.token(i).is("said") || scan.token(i).is("says") || scan.token(i).is("denied") ||
               scan.token(i).is("that") || scan.token(i).is("told") || scan.token(i).is("confirmed") ||
               scan.token(i).is("insisted") || scan.has(i, kMedia);
    if (!told) return std::nullopt;
    const std::size_t earliest = begin > 60 ? begin - 60 : 0;
    const bool person = pronoun.is("she") || pronoun.is("he");
    // The subject of the sentence, where it is described only: "The Swiss broadcaster said it …".
    if (!person && scan.token(begin).is("the")) {
        std::size_t head = begin + 1;
        std::string_view country;
        if (head < at) country = country_word(scan, head);
        if (!country.empty()) ++head;
        if (head < at && scan.has(head, kOutletWord | kBody))
            return referent(scan, begin, scan.token(head).folded, country);
    }
    const Mention* mention = scan.mentions.before(at);
    const Mention* first = scan.mentions.all().data();
    for (; mention && mention->begin >= earliest; mention = mention == first ? nullptr : mention - 1) {
        if (person == (mention->entity.kind == EntityKind::handle)) return mention->entity;
        if (mention == first) break;
    }
    return std::nullopt;
}

/// Where the noun phrase that ends at `end` begins.
std::size_t phrase_begin(const Scan& scan, std::size_t end) {
    const std::size_t sentence_begin = scan.sentence().begin;
    std::size_t at = end;
    while (at > sentence_begin && end - at < 7) {
        const Token& token = scan.token(at - 1);
        if (token.kind != TokenKind::word && !(token.is("-") && !token.spaced)) break;
        if (token.words & (kDeterminer)) return at - 1;
        if ((token.words & (kPreposition | kLinker | kAuxiliary | kVerb | kNegation | kPronoun)) &&
            !token.capital && !token.is("of"))
            break;
        --at;
    }
    return at;
}

}  // namespace

std::optional<Source> subject_of(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    std::size_t end = subject_end(scan, verb);
    if (end <= sentence.begin) return std::nullopt;
    const Token& last = scan.token(end - 1);
    if (last.kind == TokenKind::quote && !last.opens && end - 1 > sentence.begin) {
        std::size_t open = end - 1;
        while (open > sentence.begin && end - open < 10 && !(scan.token(open - 1).kind == TokenKind::quote))
            --open;
        if (const Mention* mention = scan.mentions.at(open); mention && open > sentence.begin)
            return Source{mention->entity, open - 1, end, false};
        return std::nullopt;
    }
    if (const Mention* mention = scan.mentions.at(end - 1))
        return Source{mention->entity, mention->begin, end, false};
    // "Ukraine's military intelligence, known as GUR": handled by the comma; "the channel's": by its owner.
    if (last.words & kPronoun) {
        if (auto entity = pronoun_referent(scan, end - 1)) return Source{*entity, end - 1, end, true};
        return std::nullopt;
    }
    const std::size_t begin = phrase_begin(scan, end);
    if (begin >= end || last.kind != TokenKind::word) return std::nullopt;
    if (begin > sentence.begin && scan.token(begin - 1).is("no")) return std::nullopt;
    if (scan.has(begin, kNegation | kIndefinite)) return std::nullopt;
    const bool definite =
        scan.token(begin).is("the") || scan.token(begin).is("its") || scan.token(begin).is("his");
    const bool body = (last.words & (kBody | kOutletWord)) != 0;
    const bool name = last.capital && end - 1 > sentence.begin && !scan.has(end - 1, kMedia | kTime);
    const bool name_at_start =
        last.capital && begin == sentence.begin && end - begin <= 3 && !last.is("the") &&
        !(last.words & (kMedia | kPreposition | kTime | kDeterminer | kPronoun | kAdverb));
    if (!name && !name_at_start && !(definite && body) && !(body && !(last.words & kOutletWord)))
        return std::nullopt;
    for (std::size_t i = begin; i < end; ++i)
        if (const Mention* mention = scan.mentions.at(i); mention && i == begin)
            return Source{mention->entity, begin, end, false};
    return source_at(scan, begin);
}

}  // namespace sourcereel::claims
