#include <algorithm>
#include <iterator>

#include "claims/naming.h"
#include "claims/phrases.h"
#include "claims/pronouns.h"
#include "claims/subject_bounds.h"
#include "claims/subject_owners.h"
#include "claims/verb_forms.h"

namespace sourcereel::claims {
namespace {

constexpr std::size_t kFurthest = 20;

/// The verb that shares its subject with the one at `verb`: "filmed the fall and put it on X"; `verb` itself
/// where none does.
std::size_t verb_before(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    std::size_t at = verb;
    while (at > begin && scan.has(at - 1, kAdverb | kAuxiliary | kTime) && !scan.token(at - 1).capital) --at;
    // "bought the rights, ran it eleven times and": a list of what one did.
    const bool listed = at == verb && at > begin + 3 && scan.is(at - 1, ",") &&
                        is_one_of(scan.token(verb + 1), {"it", "them"});
    if (at <= begin + 1 || (!listed && !is_one_of(scan.token(at - 1), {"and", "or", "then", "but"})))
        return verb;
    if (has_be_before(scan, verb)) return verb;
    --at;
    if (is_one_of(scan.token(at - 1), {"and", "or"})) --at;
    constexpr std::size_t kFar = 18;
    for (std::size_t i = at; i-- > begin && at - i <= kFar;) {
        const Token& token = scan.token(i);
        if (token.is(";") || token.kind == TokenKind::quote) return verb;
        if (token.kind != TokenKind::word || token.capital || scan.mentions.at(i)) continue;
        if (!(token.words & (kSourceVerb | kVerb | kGive)) || (token.words & (kMedia | kGerund))) continue;
        // A clause of its own: its subject is not the other's.
        // "a podcast recorded in April and published": participles.
        const bool named =
            is_name_word(scan.token(i - 1)) || scan.mentions.at(i - 1) || scan.has(i - 1, kPronoun);
        const bool reduced =
            (token.words & kPassive) && scan.has(i + 1, kPreposition) && !has_have_before(scan, i) && !named;
        if (reduced) return verb;
        const bool base = (token.words & kBase) && has_do_before(scan, i);
        const bool finite = !has_be_before(scan, i) && !(i + 1 < at && scan.is(i + 1, "by")) &&
                            (base || (token.words & (kActive | kVerb | kGive)));
        return finite && i > begin ? i : verb;
    }
    return verb;
}

}  // namespace

std::optional<Source> owner_of_crew(const Scan& scan, std::size_t end) {
    const std::size_t begin = scan.sentence().begin;
    if (!is_one_of(
            scan.token(end - 1),
            {"crew",        "crews",     "team",          "teams",          "reporter",     "reporters",
             "cameraman",   "cameramen", "correspondent", "correspondents", "photographer", "photographers",
             "journalists", "cameras",   "camera",        "helicopter",     "drone",        "drones",
             "aircraft",    "planes",    "archive",       "archives",       "staff"}))
        return std::nullopt;
    std::size_t own = end - 1;
    while (own > begin && end - own < 5 && !is_one_of(scan.token(own), {"its", "their"})) --own;
    if (!is_one_of(scan.token(own), {"its", "their"})) return std::nullopt;
    for (std::size_t i = own; i-- > begin + 1 && own - i < kFurthest;) {
        if (!is_one_of(scan.token(i), {"said", "says", "denied", "denies", "insisted", "confirmed",
                                       "admitted", "told", "claimed", "added"}))
            continue;
        const auto teller = subject_of(scan, i);
        if (!teller || teller->end > i || teller->referring) return std::nullopt;
        const std::size_t first = own >= begin + 2 && scan.is(own - 1, "of") ? own - 2 : own;
        return Source{teller->entity, first, end, false};
    }
    return std::nullopt;
}

std::optional<Source> subject_of(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    // "interrupts a film to broadcast the view": the name before.
    if (scan.has(verb, kAir | kRelease) && scan.has(verb, kBase) && scan.is(verb - 1, "to") &&
        !(verb >= sentence.begin + 3 &&
          (scan.is(verb - 2, "first") || scan.is(verb - 2, "only") || scan.is(verb - 2, "last")))) {
        const Mention* mention = scan.mentions.before(verb);
        // "Oman TV interrupted a concert to show it".
        const std::size_t name = name_end(scan, sentence.begin, sentence.begin + 4);
        const std::size_t named = std::max(name, sentence.begin + 1);
        const bool station = scan.has(named - 1, kOutletWord) && scan.token(named - 1).capital;
        constexpr std::size_t kNear = 6;
        if (station && named > sentence.begin + 1 && verb - named <= kNear && !scan.has(named, kNegation))
            if (!scan.is(named, "declined") && !scan.is(named, "refused") && !scan.is(named, "plans"))
                return Source{{EntityKind::literal, scan.words(sentence.begin, named), std::nullopt},
                              sentence.begin,
                              named,
                              false};
        if (!mention || mention->begin < sentence.begin || verb - mention->end > 8) return std::nullopt;
        // "She asked the BBC to show it".
        for (std::size_t i = mention->begin; i-- > sentence.begin && mention->begin - i <= 3;)
            if (scan.is(i, "asked") || scan.is(i, "urged") || scan.is(i, "told") || scan.is(i, "wants") ||
                scan.is(i, "wanted") || scan.is(i, "allowed") || scan.is(i, "on") || scan.is(i, "for") ||
                scan.is(i, "to") || scan.is(i, "allowing") || scan.is(i, "forced"))
                return std::nullopt;
        for (std::size_t i = mention->end; i + 1 < verb; ++i)
            if (scan.has(i, kNegation) || scan.is(i, "declined") || scan.is(i, "refused") ||
                scan.is(i, "plans") || scan.is(i, "asked") || scan.is(i, "wanted") || scan.is(i, ",") ||
                scan.is(i, "permission") || scan.is(i, "right") || scan.is(i, "rights") ||
                scan.is(i, "allowed") || scan.is(i, "permitted") || scan.is(i, "able") || scan.is(i, "free"))
                return std::nullopt;
        return Source{mention->entity, mention->begin, mention->end, false};
    }
    if (const std::size_t sharing = verb_before(scan, verb); sharing < verb) return subject_of(scan, sharing);
    std::size_t end = subject_end(scan, verb);
    if (end <= sentence.begin) return std::nullopt;
    // "the X account Clown World (@clownworld)".
    if (scan.is(end, "("))
        if (const Mention* mention = scan.mentions.at(end + 1);
            mention && mention->entity.kind == EntityKind::handle && mention->end < verb)
            return Source{mention->entity, end + 1, mention->end, false};
    // "The Herald in Glasgow published it": the paper.
    if (end >= sentence.begin + 4 && scan.is(end - 2, "in") && is_name_word(scan.token(end - 1)) &&
        is_name_word(scan.token(end - 3)) && scan.is(end - 4, "the") && !scan.mentions.at(end - 1) &&
        !scan.mentions.at(end - 3) && scan.has(verb, kRelease | kAir | kPost | kObtain) &&
        country_word(scan, end - 3).empty())
        end -= 2;
    // "Its American namesake on CBS".
    if (const Mention* mention = scan.mentions.at(end - 1);
        mention && mention->begin >= sentence.begin + 3 &&
        is_one_of(scan.token(mention->begin - 1), {"on", "at", "from"}) &&
        scan.is(mention->begin - 2, "namesake"))
        end = mention->begin - 1;
    // "NDTV, India Today and others broadcast it".
    if (end >= sentence.begin + 3 && is_one_of(scan.token(end - 1), {"others", "more"}) &&
        scan.is(end - 2, "and")) {
        end -= 2;
        if (scan.is(end - 1, ",")) --end;
    }
    // "Prosecutors in Lyon", "The police in New York".
    for (std::size_t place = end; place > sentence.begin + 2 && end - place < 3 &&
                                  is_name_word(scan.token(place - 1)) && !scan.mentions.at(place - 1);
         --place)
        if (is_one_of(scan.token(place - 2), {"in", "at"}) && scan.has(place - 3, kBody) &&
            !scan.has(place - 3, kOutletWord) && !scan.mentions.at(place - 3)) {
            end = place - 2;
            break;
        }
    // "The ministry of defence in Moscow".
    if (end >= sentence.begin + 4 && scan.is(end - 2, "in") && !country_word(scan, end - 1).empty()) end -= 2;
    // "ONT in Minsk", "NBC's morning show in New York".
    for (std::size_t i = end; i > sentence.begin + 2 && end - i < 3 && scan.token(i - 1).capital &&
                              scan.token(i - 1).kind == TokenKind::word && !scan.mentions.at(i - 1) &&
                              !is_date_word(scan.token(i - 1));
         --i)
        if (scan.is(i - 2, "in") &&
            (scan.mentions.at(i - 3) || is_programme(scan, i - 3) || takes_pictures(scan.token(i - 3)))) {
            end = i - 2;
            break;
        }
    // "Nine Network of Australia".
    if (end >= sentence.begin + 4 && scan.is(end - 2, "of") && !country_word(scan, end - 1).empty() &&
        scan.token(end - 3).capital && scan.has(end - 3, kOutletWord))
        end -= 2;
    // "A passenger, who gave his name only as Boris,".
    if (scan.is(end, ",") && !scan.token(end - 1).capital &&
        is_one_of(scan.token(end + 1), {"who", "identified", "known"}) &&
        scan.token(end - 1).kind == TokenKind::word)
        if (auto named = named_behind(scan, end - 1, end, end + 10, {}); named && named->end <= verb)
            return named;
    const Token last = scan.token(end - 1);
    if (last.kind == TokenKind::quote && !last.opens && end - 1 > sentence.begin) {
        std::size_t open = end - 1;
        while (open > sentence.begin && end - open < 10 && !(scan.token(open - 1).kind == TokenKind::quote))
            --open;
        // "JTBC's "Newsroom"": the owner's.
        if (open >= sentence.begin + 3 && scan.is(open - 2, "'s"))
            if (const Mention* owner = scan.mentions.at(open - 3);
                owner && owner->entity.kind != EntityKind::handle)
                return Source{owner->entity, owner->begin, end, false};
        if (const Mention* mention = scan.mentions.at(open); mention && open > sentence.begin)
            return Source{mention->entity, open - 1, end, false};
        // "A community named "Name"".
        // "A user who calls himself "Name"".
        std::size_t noun = open - 2;
        while (
            noun > sentence.begin && open - noun < 8 &&
            is_one_of(scan.token(noun),
                      {"named",      "called", "titled", "calls", "calling", "himself",  "herself", "itself",
                       "themselves", "who",    "which",  "that",  "known",   "as",       "going",   "goes",
                       "by",         "under",  "the",    "name",  "of",      "nickname", "handle"}))
            --noun;
        // ""Loud Harbour", a Facebook page,": what it is stands behind.
        std::size_t stop = 0;
        const bool behind = scan.is(end, ",") && scan.has(end + 1, kDeterminer) &&
                            platform_at(scan, end + 1, stop) && scan.has(stop - 1, kAccount);
        if (open > sentence.begin && behind && open < end - 1)
            return Source{
                {EntityKind::literal, scan.words(open, end - 1), std::nullopt}, open - 1, end, false};
        if (open > sentence.begin + 1 && scan.has(noun, kAccount | kOutletWord) && open < end - 1)
            return Source{
                {EntityKind::literal, scan.words(open, end - 1), std::nullopt}, open - 1, end, false};
        return std::nullopt;
    }
    if (const Mention* mention = scan.mentions.at(end - 1))
        return Source{mention->entity, mention->begin, end, false};
    // "the presidential guard's own page": the guard.
    if (last.words & kAccount) {
        std::size_t owner = end - 1;
        while (owner > sentence.begin && end - owner < 6 &&
               (scan.is(owner - 1, "own") || scan.is(owner - 1, "official") ||
                platform_named(scan.token(owner - 1).folded)))
            --owner;
        if (owner > sentence.begin + 1 && scan.is(owner - 1, "'s")) {
            if (const Mention* mention = scan.mentions.at(owner - 2))
                return Source{mention->entity, mention->begin, end, false};
            if (auto source = source_at(scan, phrase_begin(scan, owner - 1), {}, owner - 1)) {
                source->end = end;
                return source;
            }
        }
    }
    // "Ukraine's military intelligence, known as GUR": handled by the comma; "the channel's": by its owner.
    if (last.words & kPronoun) {
        if (auto entity = pronoun_referent(scan, end - 1)) return Source{*entity, end - 1, end, true};
        return std::nullopt;
    }
    if (auto owner = owner_of_crew(scan, end)) return owner;
    if (auto owner = owner_of_programme(scan, end, scan.has(verb, kAir))) return owner;
    const std::size_t begin = phrase_begin(scan, end);
    if (auto named = named_before_description(scan, begin, end)) return named;
    if (auto owner = owner_of_report(scan, begin, end); owner && scan.has(verb, kAir)) return owner;
    // "Reuters journalist Anna Sol".
    if (const Mention* mention = scan.mentions.at(begin);
        mention && mention->end < end && scan.has(mention->end, kTitle) && !scan.token(mention->end).capital)
        return source_at(scan, begin, {}, end);
    // "The BBC's Ida Falk".
    if (!scan.has(verb, kAir))
        for (std::size_t i = begin; i + 3 <= end; ++i)
            if (const Mention* mention = scan.mentions.at(i)) {
                const std::size_t name = mention->end + 1;
                const bool person =
                    scan.is(mention->end, "'s") && name_end(scan, name, end) == end && end >= name + 2;
                if (person)
                    return Source{
                        {EntityKind::literal, scan.words(name, end), std::nullopt}, begin, end, false};
                break;
            }
    // "France's AFP news agency".
    for (std::size_t i = begin; i < end; ++i)
        if (const Mention* mention = scan.mentions.at(i)) {
            bool described = mention->end <= end;
            for (std::size_t k = mention->end; k < end; ++k)
                described = described &&
                            (scan.has(k, kOutletWord) ||
                             is_one_of(scan.token(k),
                                       {"news", "arm", "wing", "office", "unit", "team", "desk", "department",
                                        "journalists", "reporters", "photographers", "crew", "crews",
                                        "cameras", "correspondents", "staff", "videographers", "video"}));
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
    const bool numbered_name = scan.token(begin).capital && begin + 1 < end && scan.token(begin + 1).capital;
    if (scan.has(begin, kNegation | kIndefinite) && !numbered_name) return std::nullopt;
    // "One user", "another account": nobody in particular.
    if ((scan.is(begin, "one") || scan.is(begin, "another")) && !last.capital && scan.has(end - 1, kAccount))
        return std::nullopt;
    // "Chinese users": nobody in particular.
    if (!last.capital && last.folded.ends_with("s") && scan.has(end - 1, kAccount | kIndefinite) &&
        !scan.has(begin, kDeterminer))
        return std::nullopt;
    const bool definite =
        scan.token(begin).is("the") || scan.token(begin).is("its") || scan.token(begin).is("his");
    const bool body = (last.words & (kBody | kOutletWord | kAccount)) != 0;
    const bool name = last.capital && end - 1 > sentence.begin && !is_date_word(last) &&
                      (!scan.has(end - 1, kMedia) || scan.token(end - 2).capital);
    const bool name_at_start = last.capital && begin == sentence.begin && end - begin <= 3 &&
                               !last.is("the") && !is_date_word(last) &&
                               !(last.words & (kMedia | kPreposition | kDeterminer | kPronoun | kAdverb));
    const bool camera = scan.has(verb, kFilm) && scan.has(begin, kDeterminer) && end - begin <= 4 &&
                        !(last.words & (kMedia | kOtherThing));
    // "TikTok user lomnews1 posted it": an account without its sign.
    if (!last.capital && last.words == 0 && scan.has(verb, kPost) && end >= begin + 2 &&
        is_one_of(scan.token(end - 2), {"user", "account", "handle", "username"}) &&
        last.end - last.begin > 3)
        return Source{{EntityKind::handle, scan.words(end - 1, end), std::nullopt}, end - 1, end, false};
    // "The bakery put the clip on its own Instagram page": whose account it is.
    const bool on_own_page = definite && !last.capital && scan.has(verb, kPost) && has_own_page(scan, verb) &&
                             !(last.words & (kMedia | kOtherThing));
    if (!camera && !name && !name_at_start && !on_own_page && !(definite && body) &&
        !(body && !(last.words & kOutletWord)))
        return std::nullopt;
    for (std::size_t i = begin; i < end; ++i)
        if (const Mention* mention = scan.mentions.at(i); mention && i == begin)
            return Source{mention->entity, begin, end, false};
    return source_at(scan, begin, {}, end);
}

}  // namespace sourcereel::claims
