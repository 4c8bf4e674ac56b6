// Accounts that keep a video or take it away: "the page B still has the clip", "@a deleted it". Whoever does
// so had posted it.
#include <algorithm>
#include <optional>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/things.h"
#include "claims/verb_forms.h"
#include "claims/verb_phrases.h"

namespace sourcereel::claims {
namespace {

bool is_known(const Scan& scan, const Entity& entity) {
    return std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
        return known.claim.entity.kind == entity.kind && known.claim.entity.value == entity.value;
    });
}

/// Whether the source is an account, and not only somebody.
bool is_account(const Scan& scan, const Source& source) {
    if (source.entity.kind == EntityKind::handle) return true;
    if (source.entity.kind == EntityKind::outlet_class || source.referring) return false;
    bool noun = false;
    bool platform = source.entity.platform.has_value();
    const std::size_t begin = std::max(source.begin, scan.sentence().begin + 3) - 3;
    for (std::size_t i = begin; i < source.end; ++i) {
        noun = noun || (scan.has(i, kAccount) && !scan.token(i).capital);
        platform = platform || (scan.token(i).capital && platform_named(scan.token(i).folded));
    }
    return noun && platform;
}

void add_post(Scan& scan, Source source, std::size_t near, std::size_t begin, std::size_t end) {
    if (is_known(scan, source.entity)) return;
    if (const auto platform = platform_near(scan, near, source); platform && !source.entity.platform)
        source.entity.platform = std::string(platform->id);
    FoundClaim& made = scan.add(ClaimType::posted_by, source, begin, end);
    made.claim.hedged = is_hedged(scan, near);
}

bool takes_away(const Token& token) {
    return is_one_of(token, {"deleted", "removed", "pulled", "withdrew", "withdrawn", "erased", "pinned",
                             "captioned", "subtitled", "hid", "unlisted", "wiped", "scrubbed"});
}

/// "@a deleted the clip", "The page B on VK still has it": the account is the subject of the verb at `verb`.
bool read_keeper(Scan& scan, std::size_t verb) {
    const Token& token = scan.token(verb);
    const bool keeps =
        is_one_of(token, {"keeps", "kept", "holds", "hosts", "hosted", "has", "had", "attached", "contains",
                          "contained", "includes", "included", "offers", "features", "featured"});
    const bool down = token.is("took") && thing_behind(scan, verb, 4) == Thing::media &&
                      (scan.is(verb + 1, "down") || scan.is(verb + 2, "down") || scan.is(verb + 3, "down"));
    // "@a gathered two million views with it".
    bool views = false;
    for (std::size_t i = verb + 1; i + 1 < scan.sentence().end && i < verb + 8; ++i)
        views = views || (is_one_of(scan.token(i), {"views", "likes", "clicks", "shares"}) &&
                          is_one_of(scan.token(i + 1), {"with", "for"}) &&
                          (scan.is(i + 2, "it") || thing_behind(scan, i + 1, 3) == Thing::media));
    views = views && is_one_of(token, {"gathered", "got", "drew", "collected", "earned", "racked", "had",
                                       "won", "gained", "made"});
    if (views) {
        const auto source = subject_of(scan, verb);
        if (!source || source->end > verb || !is_account(scan, *source)) return false;
        add_post(scan, *source, verb, source->begin, verb + 1);
        return true;
    }
    // "The ministry took its film down": its own.
    if ((down || takes_away(token)) && !has_be_before(scan, verb) &&
        is_one_of(scan.token(verb + 1), {"its", "their"}) && thing_behind(scan, verb, 5) == Thing::media) {
        const auto owner = subject_of(scan, verb);
        if (owner && owner->end <= verb && owner->entity.kind != EntityKind::handle && !owner->referring &&
            !is_known(scan, owner->entity)) {
            FoundClaim& made = scan.add(ClaimType::released_by, *owner, owner->begin, verb + 2);
            made.claim.hedged = is_hedged(scan, verb);
            return true;
        }
    }
    if (!(keeps || down || takes_away(token)) || has_be_before(scan, verb)) return false;
    if (scan.is(verb + 1, "been") || scan.has(verb + 1, kPassive) || scan.is(verb + 1, "by")) return false;
    if (thing_behind(scan, verb, 5) != Thing::media) return false;
    const auto source = subject_of(scan, verb);
    if (!source || source->end > verb) return false;
    // "The restaurant had it on its Facebook page".
    bool own_page = false;
    std::size_t stop = 0;
    for (std::size_t i = verb + 1; i + 1 < scan.sentence().end && i < verb + 7; ++i)
        own_page =
            own_page || (scan.is(i, "on") && is_one_of(scan.token(i + 1), {"its", "their", "his", "her"}) &&
                         platform_at(scan, i + 1, stop).has_value());
    if (!is_account(scan, *source) && !(own_page && source->entity.kind != EntityKind::outlet_class))
        return false;
    add_post(scan, *source, verb, source->begin, verb + 1);
    return true;
}

/// "deleted from X by @a", "captioned by @a".
bool read_taken_away_by(Scan& scan, std::size_t verb) {
    if (!takes_away(scan.token(verb)) || thing_before(scan, verb) != Thing::media) return false;
    std::size_t by = verb + 1;
    std::size_t stop = 0;
    if (is_one_of(scan.token(by), {"from", "on"}) && platform_at(scan, by + 1, stop)) by = stop;
    while (scan.has(by, kAdverb)) ++by;
    if (!scan.is(by, "by")) return false;
    const auto source = source_at(scan, by + 1, {true, false});
    if (!source || !is_account(scan, *source)) return false;
    add_post(scan, *source, verb, verb, source->end);
    return true;
}

/// "pinned to the profile of @a", "sits on the VK page of B", "can be found in @a's feed": where the video at
/// hand is. `at` is the preposition.
void read_kept_at(Scan& scan, std::size_t at) {
    const std::size_t begin = scan.sentence().begin;
    if (at <= begin) return;
    std::size_t verb = at;
    while (verb > begin && at - verb < 3 &&
           (scan.has(verb - 1, kAdverb | kTime) || scan.is(verb - 1, "there")))
        --verb;
    if (verb == begin) return;
    const Token& token = scan.token(verb - 1);
    const bool also = is_one_of(token, {"is", "are"}) && verb < at;
    if (!also &&
        !is_one_of(token, {"sits",     "sat",     "lives",     "lived",  "survives", "survived", "remains",
                           "remained", "stands",  "stood",     "stays",  "stayed",   "exists",   "pinned",
                           "kept",     "stored",  "archived",  "up",     "seen",     "found",    "watched",
                           "viewed",   "visible", "available", "hosted", "played"}))
        return;
    if (thing_before(scan, verb - 1) != Thing::media) return;
    std::size_t stop = at + 1;
    std::optional<Source> source = owner_before_platform(scan, at);
    std::optional<PlatformName> platform;
    if (!source && (platform = platform_at(scan, at + 1, stop))) {
        source = owner_of_account(scan, stop);
        // "at Rutube, under the name "B"".
        if (!source && scan.is(stop, ",") &&
            (is_one_of(scan.token(stop + 1), {"under", "on"}) || scan.has(stop + 1, kDeterminer)))
            for (std::size_t k = stop + 2; k < stop + 5 && !source; ++k)
                if (scan.has(k, kAccount) || scan.is(k, "name"))
                    source = source_at(scan, k + (scan.is(k, "name") ? 1 : 0));
        // "on TikTok at @a".
        if (!source && is_one_of(scan.token(stop), {"at", "as", "under"}) && scan.mentions.at(stop + 1))
            source = source_at(scan, stop + 1);
    }
    // "to the profile of @a", "in the feed of @a", "on @a".
    if (!source)
        for (std::size_t k = at + 1; k < at + 5 && !source; ++k) {
            const Mention* mention = scan.mentions.at(k);
            if (!mention || mention->entity.kind != EntityKind::handle) continue;
            const bool noun = (scan.is(k - 1, "of") && scan.has(k - 2, kAccount)) ||
                              scan.has(k - 1, kAccount) ||
                              (scan.is(mention->end, "'s") && scan.has(mention->end + 1, kAccount));
            if (!noun) break;
            source = Source{mention->entity, at, mention->end, false};
        }
    if (!source || source->entity.kind == EntityKind::outlet_class) return;
    if (platform && !source->entity.platform) source->entity.platform = std::string(platform->id);
    add_post(scan, *source, at, verb - 1, source->end);
}

}  // namespace

void read_keeping(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        if (scan.mentions.at(i) || scan.token(i).kind != TokenKind::word) continue;
        if (read_keeper(scan, i) || read_taken_away_by(scan, i)) continue;
        if (is_one_of(scan.token(i), {"on", "to", "in", "at", "under"})) read_kept_at(scan, i);
    }
}

}  // namespace sourcereel::claims
