#include <algorithm>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {
namespace {

/// How far the source may stand behind its verb, tokens.
constexpr std::size_t kFurthestSource = 18;

/// What a verb claims of a source.
ClaimType type_of(const Scan& scan, std::size_t verb, const Source& source, bool with_platform) {
    const Token& token = scan.token(verb);
    if (token.words & kPost) return ClaimType::posted_by;
    if (token.words & kAir) return ClaimType::aired_by;
    if (token.words & kFilm) return ClaimType::filmed_by;
    if (token.words & kObtain) return ClaimType::obtained_by;
    if (token.words & kRelay) return ClaimType::via;
    const bool account = source.entity.kind == EntityKind::handle ||
                         (with_platform && source.entity.kind == EntityKind::literal);
    if (account) return ClaimType::posted_by;
    return ClaimType::released_by;
}

/// Where a quote begins: at the thing that the verb is said of where it is near, else at the verb.
std::size_t quote_begin(const Scan& scan, std::size_t verb) {
    const std::size_t begin = scan.sentence().begin;
    constexpr std::size_t kNear = 7;
    std::size_t at = verb;
    for (std::size_t i = verb; i-- > begin && verb - i <= kNear;) {
        if (scan.mentions.at(i) || scan.token(i).kind == TokenKind::quote) break;
        if (scan.has(i, kMedia | kStill)) {
            at = i > begin && scan.has(i - 1, kDeterminer) ? i - 1 : i;
            break;
        }
        if (scan.token(i).kind == TokenKind::sign && !scan.token(i).is("-")) break;
        if (scan.has(i, kAdverb | kAuxiliary)) at = i;
    }
    return at;
}

/// The still that the thing before the verb was taken from: "Screenshot from a video posted by".
bool is_still_of(const Scan& scan, std::size_t verb, std::size_t& begin) {
    const std::size_t first = scan.sentence().begin;
    constexpr std::size_t kNear = 16;
    for (std::size_t i = verb; i-- > first && verb - i <= kNear;) {
        if (scan.token(i).kind == TokenKind::sign && !scan.token(i).is("-") && !scan.token(i).is("("))
            return false;
        const bool still = scan.has(i, kStill) || scan.token(i).is("frame") || scan.token(i).is("frames") ||
                           (scan.has(i, kPhoto) && i + 1 < verb && scan.token(i + 1).is("taken"));
        if (!still) continue;
        for (std::size_t j = i + 1; j < verb && j < i + 7; ++j)
            if (scan.token(j).is("from") || scan.token(j).is("of")) {
                begin = i > first && scan.has(i - 1, kDeterminer) ? i - 1 : i;
                return true;
            }
        return false;
    }
    return false;
}

/// The source of the passive verb at `verb`, and where the search for it ended.
std::optional<Source> agent_of(const Scan& scan, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    const std::size_t limit = std::min(sentence.end, verb + kFurthestSource);
    const bool air = scan.has(verb, kAir);
    std::size_t unknown = 0;
    for (std::size_t i = verb + 1; i < limit; ++i) {
        const Token& token = scan.token(i);
        if (token.is("by")) {
            if (scan.is(i + 1, "both")) ++i;
            if (auto source = source_at(scan, i + 1)) return source;
            return std::nullopt;
        }
        if (scan.mentions.at(i)) {
            // "posted on RIA Novosti's Telegram channel".
            return std::nullopt;
        }
        if (token.is("on") || token.is("to") || token.is("in") || token.is("via") || token.is("across")) {
            std::size_t stop = i + 1;
            if (platform_at(scan, i + 1, stop)) {
                i = stop - 1;
                continue;
            }
            std::size_t name = i + 1;
            while (name < limit &&
                   (scan.has(name, kDeterminer | kAdverb) || scan.token(name).kind == TokenKind::quote ||
                    !country_word(scan, name).empty() || scan.has(name, kOutletWord)) &&
                   !scan.mentions.at(name))
                ++name;
            if (const Mention* mention = name < limit ? scan.mentions.at(name) : nullptr)
                if (mention->entity.kind != EntityKind::handle && (token.is("on") || token.is("to")) &&
                    (air || scan.has(verb, kRelease | kPost)))
                    return Source{mention->entity, i + 1, mention->end, false};
            if (token.is("on") && air && name < limit && scan.has(name - 1, kOutletWord)) {
                if (auto source = source_at(scan, i + 1, {false, false})) return source;
            }
            continue;
        }
        if (token.is("(")) {
            while (i < limit && !scan.token(i).is(")")) ++i;
            continue;
        }
        if (token.is(",")) {
            std::size_t close = i + 1;
            while (close < limit && !scan.token(close).is(",") && close - i < 9) ++close;
            const bool inserted = close + 1 < limit && scan.token(close).is(",") &&
                                  (scan.token(close + 1).is("by") || scan.token(close + 1).is("on"));
            if (!inserted) return std::nullopt;
            i = close;
            continue;
        }
        if (token.is("and") && i + 1 < limit && scan.has(i + 1, kPassive)) {
            ++i;
            continue;
        }
        if (token.kind != TokenKind::word) {
            if (token.is("-") || token.is(".") || token.is(":") || token.is("/")) continue;
            return std::nullopt;
        }
        if (token.words & (kAdverb | kTime | kHedge | kDeterminer) ||
            (token.folded[0] >= '0' && token.folded[0] <= '9'))
            continue;
        if (token.is("at") || token.is("for") || token.is("during") || token.is("under")) continue;
        if (token.words & (kLinker | kNegation | kAuxiliary) || token.is("with") || token.is("from") ||
            token.is("showing") || token.is("as") || token.is("said") || token.is("and") || token.is("but"))
            return std::nullopt;
        constexpr std::size_t kMostUnknown = 4;
        if (++unknown > kMostUnknown) return std::nullopt;
    }
    return std::nullopt;
}

/// The sources that are named beside one: "by Reuters and AP".
void add_others(Scan& scan, ClaimType type, const Source& source, const FoundClaim& model) {
    const bool hedged = model.claim.hedged;
    const bool negated = model.claim.negated;
    std::size_t at = source.end;
    for (int i = 0; i < 4 && at + 1 < scan.sentence().end; ++i) {
        const Token& token = scan.token(at);
        if (!token.is("and") && !token.is("or") && !token.is(",")) return;
        std::size_t next = at + 1;
        if (token.is(",") && (scan.token(next).is("and") || scan.token(next).is("or"))) ++next;
        if (scan.is(next, "by")) ++next;
        if (scan.is(next, "the")) ++next;
        const Mention* mention = next < scan.sentence().end ? scan.mentions.at(next) : nullptr;
        if (!mention || mention->begin != next) return;
        FoundClaim& other = scan.add(type, {mention->entity, next, mention->end, false}, next, mention->end);
        other.claim.hedged = hedged;
        other.claim.negated = negated;
        at = mention->end;
    }
}

bool fits_thing(const Scan& scan, std::size_t verb, const Source& source) {
    const Thing thing = thing_before(scan, verb);
    if (thing == Thing::other) return false;
    if (scan.has(verb, kFilm)) return thing == Thing::media;
    if (thing == Thing::media || thing == Thing::photo) return true;
    if (scan.sentence().role == BlockRole::caption) return true;
    return source.entity.kind == EntityKind::handle ||
           (scan.has(verb, kAir) && source.entity.kind != EntityKind::literal);
}

}  // namespace

void read_passive(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t verb = sentence.begin; verb < sentence.end; ++verb) {
        if (!scan.has(verb, kPassive) || scan.token(verb).capitals || scan.mentions.at(verb)) {
            if (!scan.has(verb, kPassive) || scan.mentions.at(verb)) continue;
        }
        // "made by", "taken by", "used by" are of all things.
        auto source = agent_of(scan, verb);
        if (!source || !fits_thing(scan, verb, *source)) continue;
        if (scan.token(verb).is("used") || scan.token(verb).is("run") || scan.token(verb).is("carried"))
            if (source->entity.kind == EntityKind::literal) continue;
        const auto platform = platform_near(scan, verb, *source);
        const bool account_like =
            scan.has(verb, kPost | kRelease) || source->entity.kind == EntityKind::handle;
        ClaimType type = type_of(scan, verb, *source, platform.has_value());
        if (type == ClaimType::aired_by && source->entity.kind == EntityKind::handle)
            type = ClaimType::posted_by;
        if (platform && account_like && !source->entity.platform)
            source->entity.platform = std::string(platform->id);
        if (type == ClaimType::posted_by && source->entity.kind == EntityKind::literal && !platform &&
            !is_hedged(scan, verb) && scan.words(source->begin, source->end) == source->entity.value &&
            !scan.has(source->end - 1, kBody) && !scan.token(source->end - 1).capital)
            continue;  // "shared by a woman in Leeds" names nobody.
        std::size_t begin = quote_begin(scan, verb);
        if (is_still_of(scan, verb, begin)) type = ClaimType::still_from;
        FoundClaim& made = scan.add(type, *source, begin, source->end);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = is_negated(scan, verb);
        const FoundClaim model = made;
        add_others(scan, type, *source, model);
    }
}

void read_active(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t verb = sentence.begin + 1; verb < sentence.end; ++verb) {
        const Token& token = scan.token(verb);
        if (!(token.words & kSourceVerb) || scan.mentions.at(verb) || token.capital) continue;
        const bool finite = (token.words & kActive) || ((token.words & kBase) && has_do_before(scan, verb)) ||
                            ((token.words & kPassive) && scan.has(verb - 1, kAuxiliary));
        if (!finite || has_be_before(scan, verb)) continue;
        if (verb + 1 < sentence.end && scan.token(verb + 1).is("by")) continue;
        auto source = subject_of(scan, verb);
        if (!source || source->end > verb) continue;
        const bool outlet =
            source->entity.kind == EntityKind::outlet || source->entity.kind == EntityKind::outlet_class;
        const Thing thing = thing_behind(scan, verb);
        const bool negated = is_negated(scan, verb);
        if (token.is("mentioned") && !negated) continue;
        if (token.words & kAir) {
            const bool shows = token.is("showed") || token.is("shows") || token.is("aired") ||
                               token.is("airs") || token.is("broadcast") || token.is("broadcasts") ||
                               token.is("televised") || token.is("mentioned");
            if (source->entity.kind == EntityKind::handle && !(thing == Thing::media)) continue;
            if (!outlet && (token.is("showed") || token.is("shows") || token.is("used") || token.is("ran")))
                continue;
            if (thing != Thing::media && thing != Thing::photo && !(shows && outlet)) continue;
            if (shows && verb + 1 < sentence.end && scan.token(verb + 1).is("that") &&
                thing == Thing::nothing)
                continue;
        } else if (thing != Thing::media && thing != Thing::photo) {
            continue;
        }
        if (token.words & kObtain && source->entity.kind == EntityKind::literal && source->referring)
            continue;
        auto platform = platform_near(scan, verb, *source);
        if (platform && (token.words & (kPost | kRelease)) && !source->entity.platform)
            source->entity.platform = std::string(platform->id);
        ClaimType type = type_of(scan, verb, *source, platform.has_value());
        if (type == ClaimType::aired_by && source->entity.kind == EntityKind::handle)
            type = ClaimType::posted_by;
        std::size_t end = std::min(sentence.end, verb + 2);
        for (std::size_t i = verb + 1; i < sentence.end && i < verb + 8; ++i) {
            if (scan.has(i, kMedia | kStill)) end = i + 1;
            if (scan.has(i, kMedia | kStill) || scan.token(i).is(",") || scan.token(i).is(".")) break;
        }
        FoundClaim& made = scan.add(type, *source, source->begin, end);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = negated;
        // "Reuters and AP released".
        const bool hedged = made.claim.hedged;
        if (source->begin >= sentence.begin + 2 &&
            (scan.token(source->begin - 1).is("and") || scan.token(source->begin - 1).is("or")))
            if (const Mention* other = scan.mentions.at(source->begin - 2)) {
                FoundClaim& second =
                    scan.add(type, {other->entity, other->begin, other->end, false}, other->begin, end);
                second.claim.hedged = hedged;
                second.claim.negated = negated;
            }
    }
}

void read_platform_alone(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        if (!scan.token(i).is("on") && !scan.token(i).is("to")) continue;
        std::size_t stop = i + 1;
        const auto platform = platform_at(scan, i + 1, stop);
        if (!platform) continue;
        // The verb before it, with adverbs between.
        std::size_t verb = i;
        bool early = false;
        while (verb > sentence.begin && i - verb < 5 &&
               (scan.has(verb - 1, kAdverb | kTime) || scan.is(verb - 1, "on"))) {
            early = early || scan.token(verb - 1).is("first") || scan.token(verb - 1).is("originally");
            --verb;
        }
        if (verb == sentence.begin) continue;
        --verb;
        const Token& token = scan.token(verb);
        const bool published = (token.words & kPassive) && (token.words & (kPost | kRelease));
        const bool emerged =
            token.is("appeared") || token.is("surfaced") || token.is("emerged") || token.is("circulating") ||
            token.is("circulated") || (token.is("round") && scan.is(verb - 1, "going")) ||
            (token.is("around") && scan.is(verb - 1, "going")) ||
            (token.is("up") && (scan.is(verb - 1, "turned") || scan.is(verb - 1, "popped"))) ||
            (token.is("rounds") && scan.is(verb - 1, "the"));
        if (!published && !emerged) continue;
        if (thing_before(scan, verb) != Thing::media && thing_before(scan, verb) != Thing::photo) continue;
        for (std::size_t k = verb; k-- > sentence.begin && verb - k <= 3;)
            early = early || scan.token(k).is("first") || scan.token(k).is("originally");
        // A subject that is no video posts: "her office posted updates on X" has none before.
        if (published && !has_be_before(scan, verb) && subject_of(scan, verb).has_value()) continue;
        const bool told = std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
            return known.claim.entity.platform == std::string(platform->id) ||
                   (known.begin <= i && i < known.end + 3);
        });
        if (told) continue;
        Source source{{EntityKind::literal, std::string(platform->name), std::string(platform->id)},
                      i + 1,
                      stop,
                      false};
        FoundClaim& made = scan.add(early ? ClaimType::original : ClaimType::posted_by, source,
                                    quote_begin(scan, verb), stop);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = is_negated(scan, verb);
    }
}

}  // namespace sourcereel::claims
