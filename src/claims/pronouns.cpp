#include "claims/pronouns.h"

#include <algorithm>

#include "claims/phrases.h"
#include "claims/things.h"
#include "claims/verb_forms.h"

namespace sourcereel::claims {
namespace {

constexpr std::size_t kFurthest = 20;

bool is_telling(const Token& token) {
    return token.is("said") || token.is("says") || token.is("denied") || token.is("confirmed") ||
           token.is("insisted") || token.is("admitted") || token.is("told") || token.is("denies") ||
           token.is("acknowledged");
}

/// The person or account named last before `at`: "Mara Quill", "@quill".
std::optional<Entity> last_person(const Scan& scan, std::size_t at, std::size_t earliest,
                                  std::size_t& found) {
    for (std::size_t i = at; i-- > earliest;) {
        if (const Mention* mention = scan.mentions.at(i)) {
            if (mention->entity.kind != EntityKind::handle) continue;
            found = i;
            return mention->entity;
        }
        const auto is_name = [&](std::size_t k) {
            const Token& token = scan.token(k);
            return token.kind == TokenKind::word && token.capital && token.latin && !token.is("'s") &&
                   !(token.words & (kTime | kDeterminer | kPreposition | kPronoun | kOutletWord)) &&
                   !scan.mentions.at(k) && !platform_named(token.folded) && country_word(scan, k).empty();
        };
        if (i == 0 || !is_name(i) || !is_name(i - 1) || !scan.token(i).spaced) continue;
        if (i + 1 < at && scan.token(i + 1).kind == TokenKind::quote && !scan.token(i + 1).opens) continue;
        std::size_t first = i - 1;
        while (first > earliest && is_name(first - 1) && scan.token(first).spaced) --first;
        while (first < i && scan.has(first, kTitle)) ++first;
        // "on Lake Baikal", "at Ostry Castle": a place.
        if (first > earliest && (scan.token(first - 1).is("on") || scan.token(first - 1).is("in") ||
                                 scan.token(first - 1).is("at") || scan.token(first - 1).is("near"))) {
            i = first;
            continue;
        }
        found = first;
        return Entity{EntityKind::literal, scan.words(first, i + 1), std::nullopt};
    }
    return std::nullopt;
}

/// The person described last before `at`: "given to us by a lorry driver".
std::optional<Entity> last_somebody(const Scan& scan, std::size_t at, std::size_t earliest) {
    for (std::size_t i = at; i-- > earliest + 1;) {
        if (!scan.token(i).is("a") && !scan.token(i).is("an")) continue;
        if (!scan.is(i - 1, "by") && !scan.token(i - 1).is("by") && !scan.token(i - 1).is("from")) continue;
        std::size_t end = i + 1;
        while (end < at && end < i + 4 && scan.token(end).kind == TokenKind::word &&
               !scan.token(end).capital &&
               !(scan.token(end).words & (kPreposition | kLinker | kAuxiliary | kVerb | kTime)))
            ++end;
        if (end == i + 1 || scan.has(end - 1, kMedia | kOtherThing | kOutletWord | kAccount)) continue;
        return Entity{EntityKind::literal, scan.words(i + 1, end), std::nullopt};
    }
    return std::nullopt;
}

/// Who says "I filmed it": the name behind the quotation, ""I filmed it," said Ann Lee".
std::optional<Entity> speaker_behind(const Scan& scan, std::size_t at) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kFar = 40;
    std::size_t close = at + 1;
    while (close < sentence.end && close < at + kFar && scan.token(close).kind != TokenKind::quote) ++close;
    if (close + 2 >= sentence.end || scan.token(close).kind != TokenKind::quote) return std::nullopt;
    std::size_t name = close + 1;
    // ""We never aired it," a CNN spokesman said".
    for (std::size_t i = name; i < sentence.end && i < name + 3; ++i)
        if (const Mention* mention = scan.mentions.at(i)) {
            const bool speaks = scan.has(mention->end, kBody | kTitle) && mention->end + 1 < sentence.end &&
                                is_telling(scan.token(mention->end + 1));
            return speaks ? std::optional<Entity>(mention->entity) : std::nullopt;
        }
    if (is_telling(scan.token(name)) || scan.is(name, "wrote") || scan.is(name, "explained"))
        ++name;
    else
        return std::nullopt;
    if (scan.mentions.at(name) && scan.mentions.at(name)->entity.kind == EntityKind::handle)
        return scan.mentions.at(name)->entity;
    while (name < sentence.end && (scan.has(name, kTitle) || scan.is(name, "the"))) ++name;
    std::size_t end = name;
    while (end < sentence.end && end < name + 4 && scan.token(end).kind == TokenKind::word &&
           scan.token(end).capital && !scan.mentions.at(end) && !scan.has(end, kTime))
        ++end;
    if (end < name + 2) return std::nullopt;
    return Entity{EntityKind::literal, scan.words(name, end), std::nullopt};
}

/// "A hobby pilot says he …": who tells, where the sentence begins with the description.
std::optional<Entity> teller_described(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    constexpr std::size_t kLongest = 5;
    if (!scan.is(begin, "a") && !scan.is(begin, "an") && !scan.is(begin, "one") && !scan.is(begin, "the"))
        return std::nullopt;
    if (verb < begin + 2 || verb > begin + kLongest) return std::nullopt;
    for (std::size_t i = begin + 1; i < verb; ++i)
        if (scan.token(i).kind != TokenKind::word || scan.token(i).capital ||
            scan.has(i, kPreposition | kLinker | kAuxiliary | kMedia | kOtherThing))
            return std::nullopt;
    return Entity{EntityKind::literal, scan.words(begin + 1, verb), std::nullopt};
}

/// Whether what the pronoun at `at` does is done by bodies and people, to pictures: "it released a video".
bool acts_on_pictures(const Scan& scan, std::size_t at) {
    constexpr std::size_t kFar = 6;
    for (std::size_t verb = at + 1; verb < scan.sentence().end && verb < at + kFar; ++verb) {
        if (scan.mentions.at(verb) || scan.token(verb).kind != TokenKind::word) return false;
        const bool acts = scan.has(verb, kRelease | kPost | kObtain | kFilm) ||
                          is_one_of(scan.token(verb), {"aired", "broadcast"});
        if (acts && scan.has(verb, kActive | kPassive) && !has_be_before(scan, verb)) {
            const Thing thing = thing_behind(scan, verb);
            return thing == Thing::media || thing == Thing::photo;
        }
        if (!scan.has(verb, kAuxiliary | kAdverb | kNegation)) return false;
    }
    return false;
}

/// The body that the sentence before speaks of, "it" of this one: who tells there, or is named first.
std::optional<Entity> actor_before(const Scan& scan, std::size_t at) {
    if (scan.sentence_index == 0 || scan.sentence().first || !acts_on_pictures(scan, at)) return std::nullopt;
    const Scan before{
        scan.article, scan.text, scan.mentions, scan.outlets, scan.sentence_index - 1, {}, {}, 0, {}, 0,
        {},           {}};
    const Sentence& sentence = before.sentence();
    const bool posts = scan.has(at + 1, kPost);
    const auto actor = [&](const std::optional<Source>& source) {
        return source && (source->entity.kind != EntityKind::handle || posts);
    };
    for (std::size_t i = sentence.begin + 1; i < sentence.end; ++i) {
        if (!is_telling(before.token(i)) &&
            !is_one_of(before.token(i), {"announced", "reported", "added", "claimed"}))
            continue;
        // "…, said the Lom Monitor, a research group."
        if (before.is(i - 1, ",") || before.token(i - 1).kind == TokenKind::quote)
            if (const auto teller = source_at(before, i + 1); actor(teller)) return teller->entity;
        if (const auto teller = subject_of(before, i);
            actor(teller) && teller->end <= i && !teller->referring)
            return teller->entity;
        break;
    }
    constexpr std::size_t kSubject = 6;
    for (std::size_t i = sentence.begin; i < sentence.end && i < sentence.begin + kSubject; ++i) {
        if (const Mention* mention = before.mentions.at(i)) {
            if (mention->entity.kind == EntityKind::handle && !posts) return std::nullopt;
            return mention->entity;
        }
        if (before.has(i, kAuxiliary | kVerb | kSourceVerb) && !before.has(i, kMedia)) {
            const auto subject = subject_of(before, i);
            if (actor(subject) && subject->end <= i) return subject->entity;
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// "In a video she posted on TikTok, the singer Ann Lee walks": the name behind the clause.
std::optional<Entity> name_to_come(const Scan& scan, std::size_t at) {
    const std::size_t begin = scan.sentence().begin;
    constexpr std::size_t kLongestIntroduction = 6;
    constexpr std::size_t kFar = 14;
    if (!scan.is(begin, "in") || at > begin + kLongestIntroduction) return std::nullopt;
    std::size_t comma = at + 1;
    while (comma < scan.sentence().end && comma < at + kFar && !scan.is(comma, ",")) ++comma;
    if (!scan.is(comma, ",")) return std::nullopt;
    const auto person = source_at(scan, comma + 1, {true, false});
    if (!person || person->referring || person->entity.kind == EntityKind::outlet_class) return std::nullopt;
    return person->entity;
}

}  // namespace

std::optional<Entity> pronoun_referent(const Scan& scan, std::size_t at) {
    const Token& pronoun = scan.token(at);
    if (pronoun.is("i") || pronoun.is("we")) return speaker_behind(scan, at);
    if (!(pronoun.is("it") || pronoun.is("they") || pronoun.is("she") || pronoun.is("he")))
        return std::nullopt;
    const std::size_t begin = scan.sentence().begin;
    // Only where the sentence has said whose words these are: "X said it had not …", "items it distributed".
    // "He had filmed it", as a sentence: about who was named before.
    // "An hour later she shared a photograph of it": too.
    const bool person = pronoun.is("she") || pronoun.is("he");
    bool opens = at <= begin + 5;
    for (std::size_t i = begin; i < at; ++i)
        opens = opens && scan.token(i).kind == TokenKind::word && !scan.is(i, "and") &&
                !scan.mentions.at(i) && !scan.has(i, kSourceVerb | kAuxiliary | kPronoun | kLinker);
    bool told = person && (at == begin || (opens && acts_on_pictures(scan, at)));
    // "It had not broadcast the clip": only an outlet does.
    if (at == begin && (pronoun.is("it") || pronoun.is("they")))
        for (std::size_t i = at + 1; i < scan.sentence().end && i < at + 5; ++i)
            told = told || scan.is(i, "aired") || scan.is(i, "broadcast") || scan.is(i, "televised") ||
                   scan.is(i, "rebroadcast");
    for (std::size_t i = at; i-- > begin && at - i < kFurthest;)
        told = told || scan.token(i).is("said") || scan.token(i).is("says") || scan.token(i).is("denied") ||
               scan.token(i).is("that") || scan.token(i).is("told") || scan.token(i).is("confirmed") ||
               scan.token(i).is("insisted") || scan.has(i, kMedia);
    if (!told) return person ? std::nullopt : actor_before(scan, at);
    if (const auto name = name_to_come(scan, at)) return name;
    // The subject of the verb that tells: "The producers confirmed that they …".
    for (std::size_t i = at; i-- > begin && at - i < kFurthest;)
        if (is_telling(scan.token(i)) && i > begin) {
            const auto teller = subject_of(scan, i);
            if (teller && teller->end <= i) return teller->entity;
            if (person)
                if (auto somebody = teller_described(scan, i)) return somebody;
            break;
        }
    if (!person) {
        // "B aired a clip, which it said it had obtained".
        for (std::size_t i = begin + 1; i < at; ++i) {
            if (!scan.has(i, kSourceVerb) || !scan.has(i, kActive) || scan.mentions.at(i) ||
                scan.has(i, kMedia) || has_be_before(scan, i) || scan.token(i).capital)
                continue;
            const auto actor = subject_of(scan, i);
            if (actor && actor->end <= i && !actor->referring && actor->entity.kind != EntityKind::handle)
                return actor->entity;
            break;
        }
        if (const auto actor = actor_before(scan, at)) return actor;
    }
    constexpr std::size_t kBack = 60;
    const std::size_t earliest = begin > kBack ? begin - kBack : 0;
    if (person) {
        std::size_t found = earliest;
        auto name = last_person(scan, at, earliest, found);
        // "He" right behind "given by a lorry driver" is the driver.
        if (name && found >= begin) return name;
        if (auto somebody = last_somebody(scan, at, std::max(found, earliest))) return somebody;
        if (name) return name;
    }
    const Mention* mention = scan.mentions.before(at);
    const Mention* first = scan.mentions.all().data();
    for (; mention && mention->begin >= earliest; mention = mention == first ? nullptr : mention - 1) {
        if (person == (mention->entity.kind == EntityKind::handle)) return mention->entity;
        if (mention == first) break;
    }
    return std::nullopt;
}

}  // namespace sourcereel::claims
