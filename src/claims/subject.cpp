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
    bool behind_linker = false;
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
        // "@name on X shared it".
        if (token.capital && platform_named(token.folded) && at >= begin + 2 && scan.token(at - 2).is("on")) {
            at -= 2;
            continue;
        }
        // "It was B that aired it".
        if (token.is("that") && at >= begin + 2 && scan.mentions.at(at - 2)) {
            --at;
            continue;
        }
        if (token.is("itself") || token.is("themselves") || token.is("since") ||
            (token.words & (kAuxiliary | kAdverb | kHedge | kNegation) && !token.capital &&
             !token.is("no"))) {
            --at;
        } else if ((token.is("which") || token.is("who") || token.is("and")) && at - 1 > begin &&
                   (scan.token(at - 2).is(",") || !token.is("and"))) {
            behind_linker = behind_linker || !token.is("and");
            --at;
        } else if (token.is(",")) {
            // The comma closes an apposition, or stands right behind the subject.
            const Token& named = scan.token(at >= 2 ? at - 2 : 0);
            const std::size_t open = before_apposition(scan, at - 1);
            if (open != at - 1 &&
                (scan.is(open + 1, "citing") || scan.is(open + 1, "quoting") || scan.is(open + 1, "unlike") ||
                 scan.is(open + 1, "like") || scan.is(open + 1, "alongside"))) {
                at = open;
                break;
            }
            // "The governor, Oleg Kuvshin,": the name.
            std::size_t names = 0;
            for (std::size_t k = open + 1; k < at - 1; ++k)
                names += scan.token(k).capital && scan.token(k).kind == TokenKind::word &&
                                 !scan.mentions.at(k) && !scan.has(k, kTime)
                             ? 1
                             : 0;
            if (open > begin && names >= 2 && names == at - 2 - open && !scan.token(open - 1).capital)
                return at - 1;
            const bool apposition = open != at - 1 && open > begin &&
                                    (scan.mentions.at(open - 1) || scan.token(open - 1).capital);
            if (behind_linker && at - 1 > begin && named.kind == TokenKind::word &&
                (named.capital || (!apposition && (named.words & (kBody | kOutletWord)))))
                return at - 1;
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

bool is_telling(const Token& token) {
    return token.is("said") || token.is("says") || token.is("denied") || token.is("confirmed") ||
           token.is("insisted") || token.is("admitted") || token.is("told") || token.is("denies") ||
           token.is("acknowledged");
}

/// The person or account named last before `at`: "Mara Quill", "@quill".
std::optional<Entity> last_person(const Scan& scan, std::size_t at, std::size_t earliest) {
    for (std::size_t i = at; i-- > earliest;) {
        if (const Mention* mention = scan.mentions.at(i)) {
            if (mention->entity.kind == EntityKind::handle) return mention->entity;
            continue;
        }
        const auto is_name = [&](std::size_t k) {
            const Token& token = scan.token(k);
            return token.kind == TokenKind::word && token.capital && token.latin && !token.is("'s") &&
                   !(token.words & (kTime | kDeterminer | kPreposition | kPronoun | kOutletWord)) &&
                   !scan.mentions.at(k) && !platform_named(token.folded) && country_word(scan, k).empty();
        };
        if (i == 0 || !is_name(i) || !is_name(i - 1) || !scan.token(i).spaced) continue;
        std::size_t first = i - 1;
        while (first > earliest && is_name(first - 1) && scan.token(first).spaced) --first;
        while (first < i && scan.has(first, kTitle)) ++first;
        return Entity{EntityKind::literal, scan.words(first, i + 1), std::nullopt};
    }
    return std::nullopt;
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
    const bool person = pronoun.is("she") || pronoun.is("he");
    // The subject of the verb that tells: "The producers confirmed that they …".
    for (std::size_t i = at; i-- > begin && at - i < kFurthest;)
        if (is_telling(scan.token(i)) && i > begin) {
            const auto teller = subject_of(scan, i);
            if (teller && teller->end <= i) return teller->entity;
            break;
        }
    constexpr std::size_t kBack = 60;
    const std::size_t earliest = begin > kBack ? begin - kBack : 0;
    if (person) {
        if (auto name = last_person(scan, at, earliest)) return name;
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
    // "interrupts a film to broadcast the view": the name before.
    if (scan.has(verb, kAir | kRelease) && scan.has(verb, kBase) && scan.is(verb - 1, "to")) {
        const Mention* mention = scan.mentions.before(verb);
        if (!mention || mention->begin < sentence.begin || verb - mention->end > 6) return std::nullopt;
        for (std::size_t i = mention->end; i + 1 < verb; ++i)
            if (scan.has(i, kNegation) || scan.is(i, "declined") || scan.is(i, "refused") ||
                scan.is(i, "plans") || scan.is(i, "asked") || scan.is(i, "wanted") || scan.is(i, ","))
                return std::nullopt;
        return Source{mention->entity, mention->begin, mention->end, false};
    }
    std::size_t end = subject_end(scan, verb);
    if (end <= sentence.begin) return std::nullopt;
    // "The ministry of defence in Moscow".
    if (end >= sentence.begin + 4 && scan.is(end - 2, "in") && !country_word(scan, end - 1).empty()) end -= 2;
    const Token last = scan.token(end - 1);
    if (last.kind == TokenKind::quote && !last.opens && end - 1 > sentence.begin) {
        std::size_t open = end - 1;
        while (open > sentence.begin && end - open < 10 && !(scan.token(open - 1).kind == TokenKind::quote))
            --open;
        if (const Mention* mention = scan.mentions.at(open); mention && open > sentence.begin)
            return Source{mention->entity, open - 1, end, false};
        if (open > sentence.begin + 1 && scan.has(open - 2, kAccount | kOutletWord) && open < end - 1)
            return Source{
                {EntityKind::literal, scan.words(open, end - 1), std::nullopt}, open - 1, end, false};
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
    // "Reuters journalist Anna Sol".
    if (const Mention* mention = scan.mentions.at(begin);
        mention && mention->end < end && scan.has(mention->end, kTitle) && !scan.token(mention->end).capital)
        return source_at(scan, begin, {}, end);
    // "France's AFP news agency".
    for (std::size_t i = begin; i < end; ++i)
        if (const Mention* mention = scan.mentions.at(i)) {
            bool described = mention->end <= end;
            for (std::size_t k = mention->end; k < end; ++k)
                described = described && (scan.has(k, kOutletWord) || scan.is(k, "news"));
            if (described) return Source{mention->entity, begin, end, false};
            break;
        }
    // "B or any other broadcaster": B is named.
    for (std::size_t i = begin; i < std::min(end, begin + 2); ++i)
        if ((scan.token(i).is("any") || scan.token(i).is("other") || scan.token(i).is("others")) &&
            begin >= sentence.begin + 2)
            for (std::size_t k = begin; k-- > sentence.begin && begin - k <= 3;)
                if (const Mention* mention = scan.mentions.at(k))
                    return Source{mention->entity, mention->begin, end, false};
    if (begin >= end || last.kind != TokenKind::word) return std::nullopt;
    if (begin > sentence.begin && scan.token(begin - 1).is("no")) return std::nullopt;
    if (scan.has(begin, kNegation | kIndefinite)) return std::nullopt;
    const bool definite =
        scan.token(begin).is("the") || scan.token(begin).is("its") || scan.token(begin).is("his");
    const bool body = (last.words & (kBody | kOutletWord | kAccount)) != 0;
    const bool name = last.capital && end - 1 > sentence.begin && !scan.has(end - 1, kMedia | kTime);
    const bool name_at_start =
        last.capital && begin == sentence.begin && end - begin <= 3 && !last.is("the") &&
        !(last.words & (kMedia | kPreposition | kTime | kDeterminer | kPronoun | kAdverb));
    const bool camera = scan.has(verb, kFilm) && scan.has(begin, kDeterminer) && end - begin <= 4 &&
                        !(last.words & (kMedia | kOtherThing));
    if (!camera && !name && !name_at_start && !(definite && body) && !(body && !(last.words & kOutletWord)))
        return std::nullopt;
    for (std::size_t i = begin; i < end; ++i)
        if (const Mention* mention = scan.mentions.at(i); mention && i == begin)
            return Source{mention->entity, begin, end, false};
    return source_at(scan, begin, {}, end);
}

}  // namespace sourcereel::claims
