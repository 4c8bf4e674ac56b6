#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/things.h"
#include "claims/verb_forms.h"
#include "claims/verb_phrases.h"
#include "unicode/fold.h"

namespace sourcereel::claims {
namespace {

/// "uploaded it to", "posted the clip on": between a verb and its platform.
bool is_object_of_post(const Scan& scan, std::size_t i) {
    constexpr std::size_t kLongestObject = 3;
    if (scan.has(i, kPost | kPassive) && !scan.has(i, kMedia)) return false;
    if (!scan.is(i, "it") && !scan.is(i, "them") && !scan.has(i, kMedia | kDeterminer)) return false;
    for (std::size_t k = i; k-- > scan.sentence().begin && i - k <= kLongestObject;) {
        if (scan.has(k, kPost) && scan.has(k, kActive) && !scan.has(k, kMedia)) return true;
        if (!scan.has(k, kDeterminer | kAdverb)) return false;
    }
    return false;
}

/// "thousands of times", "more than 3,000 times", "by thousands of users": how often something was shared.
bool is_count(const Scan& scan, std::size_t i) {
    const Token& token = scan.token(i);
    if (token.kind == TokenKind::word && token.folded[0] >= '0' && token.folded[0] <= '9') return true;
    if (token.is(",")) return !scan.token(i + 1).spaced;
    return is_one_of(
        token,
        {"times",       "of",       "thousands", "hundreds", "millions", "dozens",   "tens",     "more",
         "than",        "over",     "nearly",    "almost",   "about",    "around",   "at",       "least",
         "million",     "thousand", "hundred",   "many",     "several",  "multiple", "numerous", "countless",
         "extensively", "two",      "three",     "four",     "five",     "six",      "seven",    "eight",
         "nine",        "ten",      "half",      "some",     "a"});
}

/// Behind the verb of a nameless doer that ends at `end`: "shared by several users" → behind "shared"; `end`
/// where there is none.
std::size_t behind_nameless(const Scan& scan, std::size_t end) {
    constexpr std::size_t kLongestDoer = 5;
    for (std::size_t i = end; i-- > scan.sentence().begin + 1 && end - i <= kLongestDoer;) {
        const Token& token = scan.token(i);
        if (token.is("by")) return i + 1 < end ? i : end;
        if (token.kind != TokenKind::word || token.capital || scan.mentions.at(i)) return end;
        if (token.words & (kPreposition | kLinker | kAuxiliary) && !token.is("than")) return end;
    }
    return end;
}

/// The verb before "on" at `where`, with adverbs, an object or a nameless doer between; `where` where there
/// is none. `early`: "first", "originally" stand there.
std::size_t verb_before(const Scan& scan, std::size_t where, bool& early) {
    constexpr std::size_t kFurthest = 5;
    const std::size_t begin = scan.sentence().begin;
    const std::size_t end = behind_nameless(scan, where);
    std::size_t verb = end;
    if (verb > begin && scan.is(verb - 1, "times")) {
        constexpr std::size_t kLongestCount = 8;
        while (verb > begin && end - verb < kLongestCount && is_count(scan, verb - 1)) --verb;
        return verb == begin ? where : verb - 1;
    }
    while (verb > begin && end - verb < kFurthest &&
           (scan.has(verb - 1, kAdverb | kTime) || scan.is(verb - 1, "on") ||
            is_object_of_post(scan, verb - 1))) {
        early = early || scan.is(verb - 1, "first") || scan.is(verb - 1, "originally");
        --verb;
    }
    return verb == begin ? where : verb - 1;
}

/// "has two million views on": how often it was seen stands before "on" at `where`.
bool counts_views(const Scan& scan, std::size_t where) {
    const std::size_t begin = scan.sentence().begin;
    if (where < begin + 4 || !is_one_of(scan.token(where - 1), {"views", "likes", "shares", "clicks"}))
        return false;
    constexpr std::size_t kFar = 8;
    for (std::size_t i = where - 1; i-- > begin + 1 && where - i <= kFar;)
        if (is_one_of(scan.token(i),
                      {"has", "had", "got", "gathered", "drew", "drawn", "collected", "reached", "passed",
                       "attracted", "garnered", "amassed", "gained", "earned", "racked"}))
            return thing_before(scan, i) == Thing::media && !subject_of(scan, i);
    return false;
}

/// Whether things come to be seen at a place by the verb that ends at `at`: "turned up", "did the rounds".
bool emerges(const Scan& scan, std::size_t at) {
    const Token& token = scan.token(at);
    if (is_one_of(token, {"appeared", "appears", "appearing", "resurfaced", "circulates", "spreading",
                          "spread", "spreads", "surfaces", "emerges", "viral", "trending", "trended",
                          "premiered", "surfaced", "emerged", "circulating", "circulated", "seen"}))
        return true;
    // "has been viewed two million times on".
    if (is_one_of(token, {"viewed", "watched", "played"}))
        return has_be_before(scan, at) && is_count(scan, at + 1);
    if (at == scan.sentence().begin) return false;
    const Token& before = scan.token(at - 1);
    if (token.is("up"))
        return is_one_of(before, {"went", "cropped", "ended", "was", "turned", "popped", "turns", "crops"});
    if (token.is("round") || token.is("around"))
        return is_one_of(before,
                         {"going", "gone", "went", "goes", "passed", "handed", "sent", "sending", "passing"});
    return token.is("rounds") && before.is("the");
}

/// A platform that stands for whoever posted there.
bool names_platform(const Entity& entity) {
    return entity.kind == EntityKind::literal && entity.platform.has_value() &&
           platform_named(unicode::nfkc_casefold(entity.value)).has_value();
}

/// The platform as the source, named by tokens [begin, end), where nobody is said to have posted.
Source platform_itself(const PlatformName& platform, std::size_t begin, std::size_t end) {
    return {{EntityKind::literal, std::string(platform.name), std::string(platform.id)}, begin, end, false};
}

/// "was filmed by Ann Lee and first published on her Instagram account": whoever the sentence named last.
std::optional<Source> owner_said_before(const Scan& scan, std::size_t at) {
    if (!is_one_of(scan.token(at), {"his", "her", "its", "their"})) return std::nullopt;
    // "The ministry's version was uploaded to its Telegram channel".
    const std::size_t begin = scan.sentence().begin;
    for (std::size_t i = begin + 1; i < begin + 6 && i < at; ++i)
        if (scan.is(i, "'s") && scan.has(i + 1, kMedia)) {
            if (const Mention* mention = scan.mentions.at(i - 1))
                return Source{mention->entity, at, at + 1, true};
            if (auto owner = source_at(scan, begin, {}, i); owner && owner->end == i)
                return Source{owner->entity, at, at + 1, true};
        }
    if (scan.found.empty()) return std::nullopt;
    const FoundClaim& last = scan.found.back();
    if (last.claim.entity.kind != EntityKind::literal || last.begin > at || names_platform(last.claim.entity))
        return std::nullopt;
    return Source{last.claim.entity, at, at + 1, true};
}

/// "On TikTok it has been viewed three million times", "On X, the clip was shared by thousands".
void read_platform_first(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    const std::size_t on =
        is_one_of(scan.token(sentence.begin), {"on", "in"}) ? sentence.begin : sentence.begin + 1;
    if (!is_one_of(scan.token(on), {"on", "in"}) || !scan.found.empty()) return;
    std::size_t stop = on + 1;
    const auto platform = platform_at(scan, on + 1, stop);
    // "On the Telegram channel B a third film appeared".
    if (platform && scan.has(stop - 1, kAccount))
        if (auto owner = owner_of_account(scan, stop);
            owner && owner->entity.kind != EntityKind::outlet_class) {
            constexpr std::size_t kClause = 12;
            for (std::size_t verb = owner->end; verb < sentence.end && verb < owner->end + kClause; ++verb) {
                if (scan.has(verb, kLinker)) return;
                if (is_one_of(scan.token(verb), {"is", "are", "was", "were"}) && scan.is(verb - 1, "there") &&
                    thing_behind(scan, verb, 5) == Thing::media) {
                    owner->entity.platform = std::string(platform->id);
                    scan.add(ClaimType::posted_by, *owner, on, verb + 1);
                    return;
                }
                const bool posted =
                    scan.has(verb, kPost | kRelease) && scan.has(verb, kPassive) && has_be_before(scan, verb);
                if (!(posted || is_one_of(scan.token(verb), {"appeared", "surfaced", "emerged", "appears"})))
                    continue;
                if (thing_before(scan, verb) != Thing::media || scan.is(verb + 1, "by")) return;
                owner->entity.platform = std::string(platform->id);
                FoundClaim& made = scan.add(ClaimType::posted_by, *owner, on, verb + 1);
                made.claim.hedged = is_hedged(scan, verb);
                made.claim.negated = is_negated(scan, verb);
                return;
            }
            return;
        }
    if (!scan.is(on, "on")) return;
    if (!platform || stop != on + 2) return;
    constexpr std::size_t kFar = 8;
    for (std::size_t verb = stop; verb < sentence.end && verb < stop + kFar; ++verb) {
        if (scan.mentions.at(verb) || scan.has(verb, kLinker)) return;
        const Token& token = scan.token(verb);
        const bool seen = is_one_of(token, {"viewed", "watched", "played"});
        const bool shared = (token.words & kPost) && (token.words & kPassive) && !(token.words & kMedia);
        if (!(seen || shared) || !has_be_before(scan, verb)) continue;
        if (thing_before(scan, verb) != Thing::media || scan.is(verb + 1, "by") ||
            (seen && !is_count(scan, verb + 1)))
            return;
        const Source source = platform_itself(*platform, on, stop);
        FoundClaim& made = scan.add(ClaimType::posted_by, source, on, verb + 1);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = is_negated(scan, verb);
        return;
    }
}

}  // namespace

void read_platform_alone(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    read_platform_first(scan);
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        const bool as = scan.is(i, "as");
        if (!scan.token(i).is("on") && !scan.token(i).is("to") && !scan.token(i).is("in") && !as) continue;
        std::size_t stop = i + 1;
        const auto platform = platform_at(scan, i + 1, stop);
        if (!platform) continue;
        // "Videos on Telegram show a roof".
        if (scan.is(i, "on") && i > sentence.begin && i <= sentence.begin + 4 && scan.has(i - 1, kMedia) &&
            !scan.has(i - 1, kPhoto) &&
            is_one_of(scan.token(stop), {"show", "shows", "showed", "appear", "appears", "appeared"}) &&
            scan.found.empty()) {
            scan.add(ClaimType::posted_by, platform_itself(*platform, i + 1, stop), i - 1, stop);
            continue;
        }
        // "published as an Instagram story".
        if (as && !is_one_of(scan.token(stop), {"story", "reel", "post", "video", "short", "clip", "live"}))
            continue;
        if (is_one_of(scan.token(i + 1), {"our", "my", "your"})) continue;  // Of whoever writes or reads.
        bool early = false;
        const std::size_t verb = verb_before(scan, i, early);
        if (counts_views(scan, i) && !owner_of_account(scan, stop) && scan.found.empty()) {
            scan.add(ClaimType::posted_by, platform_itself(*platform, i + 1, stop), i - 1, stop);
            continue;
        }
        if (verb == i) continue;
        for (std::size_t k = verb; k-- > sentence.begin && verb - k <= 3;)
            early = early || scan.token(k).is("first") || scan.token(k).is("originally");
        const Token& token = scan.token(verb);
        // "in an Instagram post by @a": theirs.
        if (is_one_of(scan.token(stop), {"post", "posts", "reel", "story", "video", "clip", "tweet"}) &&
            is_one_of(scan.token(stop + 1), {"by", "from"}))
            continue;
        // "in WhatsApp groups": nobody can look there.
        if (scan.is(i, "in") && is_one_of(scan.token(stop - 1), {"groups", "chats"})) continue;
        if (scan.is(i, "in") && is_one_of(scan.token(stop), {"groups", "chats"})) continue;
        const bool published = (token.words & kPassive) && (token.words & (kPost | kRelease));
        const bool emerged = emerges(scan, verb);
        // "was on Weibo within minutes"; not "was posted on".
        const bool still_there = is_one_of(token, {"is", "are"}) && i == verb + 2 &&
                                 is_one_of(scan.token(verb + 1), {"still", "also", "now"});
        const bool there =
            ((token.is("was") || token.is("were") || token.is("landed")) && verb + 1 == i) || still_there;
        const bool kept = (token.is("found") || token.is("available") || token.is("hosted")) &&
                          owner_of_account(scan, stop);
        if (!published && !emerged && !kept && !there) continue;
        // "First seen on the Facebook page Name": what the heading or the item speaks of.
        const bool headless = early && verb <= sentence.begin + 1 && (published || emerged);
        if (!headless && thing_before(scan, verb) != Thing::media &&
            thing_before(scan, verb) != Thing::photo && !(verb + 1 < i && is_object_of_post(scan, verb + 1)))
            continue;
        // A subject that is no video posts: "her office posted updates on X" has none before.
        if (published && !has_be_before(scan, verb) && subject_of(scan, verb).has_value()) continue;
        const bool told = std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
            return known.claim.entity.platform == std::string(platform->id) ||
                   (known.begin <= i && i < known.end + 3 && verb < known.end &&
                    !names_platform(known.claim.entity));
        });
        const auto said = owner_said_before(scan, i + 1);
        if (told && !said) continue;
        auto owner = owner_of_account(scan, stop);
        if (!owner) owner = said;
        // "in the subreddit r/trains".
        if (!owner && scan.is(stop, "r") && scan.is(stop + 1, "/") &&
            scan.token(stop + 2).kind == TokenKind::word)
            owner = Source{
                {EntityKind::literal, scan.words(stop, stop + 3), std::nullopt}, stop, stop + 3, false};
        // "turned up on Facebook, on the page Name".
        // "appeared on YouTube in 2016, on a channel called Name".
        std::size_t page = stop;
        constexpr std::size_t kLongestTime = 5;
        while (page < stop + kLongestTime && page < sentence.end &&
               (is_one_of(scan.token(page), {"in", "on"}) || scan.has(page, kTime | kAdverb) ||
                (!scan.token(page).folded.empty() && scan.token(page).folded[0] >= '0' &&
                 scan.token(page).folded[0] <= '9')))
            ++page;
        page = scan.is(page, ",") ? page + 1 : scan.is(stop, ",") ? stop + 1 : stop;
        if (!owner && page + 2 < sentence.end &&
            (scan.is(page, "on") || scan.is(page, "in") || scan.is(page, "from") || scan.is(page, "under")))
            for (std::size_t k = page + 1; k < sentence.end && k < page + 4; ++k)
                if (scan.has(k, kAccount)) {
                    owner = source_at(scan, page + 1);
                    break;
                }
        if (owner) {
            owner->entity.platform = std::string(platform->id);
            FoundClaim& post = scan.add(ClaimType::posted_by, *owner, quote_begin(scan, verb), owner->end);
            post.claim.hedged = is_hedged(scan, verb);
            post.claim.negated = is_negated(scan, verb);
            continue;
        }
        const Source source = platform_itself(*platform, i + 1, stop);
        FoundClaim& made = scan.add(early ? ClaimType::original : ClaimType::posted_by, source,
                                    quote_begin(scan, verb), stop);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = is_negated(scan, verb);
        // "was shared on X, Facebook and TikTok".
        const FoundClaim model = made;
        for (std::size_t at = stop; at + 1 < sentence.end; ++at) {
            if (!scan.is(at, ",") && !scan.is(at, "and")) break;
            if (scan.is(at, ",") && scan.is(at + 1, "and")) ++at;
            if (scan.is(at + 1, "on")) ++at;
            const Token& next = scan.token(at + 1);
            const auto other = next.capital ? platform_named(next.folded) : std::nullopt;
            if (!other || scan.has(at + 2, kAuxiliary | kVerb | kSourceVerb) || scan.is(at + 2, "by")) break;
            const Source also = platform_itself(*other, at + 1, at + 2);
            FoundClaim& beside = scan.add(model.claim.type, also, at + 1, at + 2);
            beside.claim.hedged = model.claim.hedged;
            beside.claim.negated = model.claim.negated;
            ++at;
        }
    }
}

}  // namespace sourcereel::claims
