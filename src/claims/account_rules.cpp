#include <algorithm>

#include "claims/modality.h"
#include "claims/naming.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/stations.h"
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

void add_post(Scan& scan, Source source, std::size_t near, std::size_t begin) {
    if (const auto platform = platform_near(scan, near, source); platform && !source.entity.platform)
        source.entity.platform = std::string(platform->id);
    FoundClaim& made = scan.add(ClaimType::posted_by, source, begin, source.end);
    made.claim.hedged = is_hedged(scan, near);
    made.claim.negated = is_negated(scan, near);
}

/// "a tweet by the head keeper, @name", "a Facebook post from the page "Name"": `noun` is the post.
void read_post_by(Scan& scan, std::size_t noun) {
    const Sentence& sentence = scan.sentence();
    std::size_t by = noun + 1;
    std::size_t stop = 0;
    if (scan.is(by, "on") && platform_at(scan, by + 1, stop)) by = stop;
    if (scan.is(by, ",") && scan.is(by + 1, "by")) ++by;  // "The post, by @name on X,".
    if (by + 1 >= sentence.end || !(scan.is(by, "by") || scan.is(by, "from"))) return;
    const auto source = source_at(scan, by + 1);
    if (!source || source->entity.kind == EntityKind::outlet_class || is_known(scan, source->entity)) return;
    if (scan.token(noun).capital && source->entity.kind != EntityKind::handle) return;
    if (source->entity.kind != EntityKind::handle) {
        // Who posts a post that holds pictures; other posts are talk.
        const bool pictures = thing_behind(scan, noun) == Thing::media || scan.has(noun, kMedia);
        const bool account =
            scan.has(source->begin, kAccount) ||
            std::any_of(scan.text.tokens.begin() + static_cast<std::ptrdiff_t>(source->begin),
                        scan.text.tokens.begin() + static_cast<std::ptrdiff_t>(source->end),
                        [](const Token& each) { return (each.words & kAccount) != 0; });
        if (!pictures || !(account || source->entity.kind == EntityKind::outlet)) return;
    }
    add_post(scan, *source, noun, noun);
}

/// "the oldest copy is from the Telegram channel Name (@name)": `verb` is "is".
void read_is_from(Scan& scan, std::size_t verb) {
    if (!scan.is(verb + 1, "from") && !scan.is(verb + 1, "on") && !scan.is(verb + 1, "by")) return;
    if (is_one_of(scan.token(verb + 2), {"our", "my", "your"})) return;
    // "Its premiere was on Suspilne".
    if (scan.is(verb + 1, "on"))
        for (std::size_t i = verb; i-- > scan.sentence().begin && verb - i <= 4;)
            if (scan.is(i, "premiere") || scan.is(i, "debut") || scan.is(i, "airing") ||
                scan.is(i, "showing"))
                if (const auto outlet = source_at(scan, verb + 2, {false, false});
                    outlet && (outlet->entity.kind == EntityKind::outlet ||
                               outlet->entity.kind == EntityKind::outlet_class)) {
                    scan.add(ClaimType::aired_by, *outlet, i, outlet->end);
                    return;
                }
    const Thing thing = thing_before(scan, verb);
    bool post = thing == Thing::media;
    for (std::size_t i = verb; !post && i-- > scan.sentence().begin && verb - i <= 8;)
        post = is_one_of(scan.token(i), {"post", "upload", "appearance"});
    if (!post) return;
    std::size_t stop = verb + 2;
    std::optional<Source> source;
    if (platform_at(scan, verb + 2, stop)) source = owner_of_account(scan, stop);
    if (!source) source = source_at(scan, verb + 2);
    if (!source || scan.is(source->end - 1, "of") || is_known(scan, source->entity)) return;
    bool account = source->entity.kind == EntityKind::handle || stop > verb + 2;
    for (std::size_t i = verb + 2; !account && i < source->end; ++i)
        account = scan.has(i, kAccount) && !scan.token(i).capital &&
                  (platform_named(scan.token(i - 1).folded).has_value() || scan.is(i, "account"));
    if (!account || source->entity.kind == EntityKind::outlet_class) return;
    add_post(scan, *source, verb, verb);
}

/// "a video on the YouTube channel of B", "clips from the TikTok account @name": `noun` is the video.
void read_video_on_account(Scan& scan, std::size_t noun) {
    // "a copy on the website of B", "a version on B's website".
    if (scan.is(noun + 1, "on")) {
        for (std::size_t i = noun + 2; i < noun + 5; ++i)
            if (is_one_of(scan.token(i), {"website", "site", "homepage"}) && scan.is(i + 1, "of"))
                if (const auto owner = source_at(scan, i + 2, {true, false});
                    owner && owner->entity.kind != EntityKind::handle && !is_known(scan, owner->entity)) {
                    scan.add(ClaimType::released_by, *owner, noun, owner->end);
                    return;
                }
        for (std::size_t i = noun + 2; i < noun + 5; ++i)
            if (const Mention* mention = scan.mentions.at(i);
                mention && mention->entity.kind != EntityKind::handle && scan.is(mention->end, "'s") &&
                is_one_of(scan.token(mention->end + 1), {"website", "site", "homepage"}) &&
                !is_known(scan, mention->entity)) {
                scan.add(ClaimType::released_by, {mention->entity, i, mention->end, false}, noun,
                         mention->end + 2);
                return;
            }
    }
    if (scan.is(noun + 1, ",") && scan.is(noun + 2, "on"))
        ++noun;  // "The oldest copy, on the channel B, is".
    if (!scan.is(noun + 1, "on") && !scan.is(noun + 1, "from")) return;
    std::size_t stop = noun + 2;
    std::optional<Source> source = owner_before_platform(scan, noun + 1);
    if (!source && platform_at(scan, noun + 2, stop)) {
        source = owner_of_account(scan, stop);
        // "a video on YouTube by the channel "Name"".
        if (!source && scan.is(stop, "by") && scan.is(stop + 1, "the") && scan.has(stop + 2, kAccount))
            source = source_at(scan, stop + 1);
    }
    if (!source || source->entity.kind == EntityKind::outlet_class || is_known(scan, source->entity)) return;
    add_post(scan, *source, noun, noun);
}

/// "a Telegram channel called Name": a name that is said to be an account's.
bool calls_account(const Scan& scan, const Source& source) {
    if (source.entity.kind != EntityKind::literal || source.referring) return false;
    for (std::size_t i = source.begin; i < source.end; ++i)
        if (scan.has(i, kAccount) && !scan.token(i).capital) return true;
    return false;
}

/// "We traced the clip back to a TikTok account, @name".
void read_traced(Scan& scan, std::size_t verb) {
    if (thing_behind(scan, verb, 6) != Thing::media) return;
    constexpr std::size_t kFar = 12;
    for (std::size_t i = verb + 1; i + 1 < scan.sentence().end && i < verb + kFar; ++i) {
        if (!scan.is(i, "to")) continue;
        const auto source = source_at(scan, i + 1, {true, false});
        const bool account =
            source && (source->entity.kind == EntityKind::handle || calls_account(scan, *source));
        if (account && !is_known(scan, source->entity)) add_post(scan, *source, i, verb);
        return;
    }
}

/// "can be seen in a B report from 2016", "is taken from a report by B".
void read_seen_in(Scan& scan, std::size_t verb) {
    // "appeared in 2020 in a report by B", "first shown on 3 May in".
    std::size_t in = verb + 1;
    constexpr std::size_t kLongestTime = 6;
    for (std::size_t i = verb + 1; i < scan.sentence().end && i < verb + kLongestTime; ++i) {
        const bool number = scan.token(i).folded[0] >= '0' && scan.token(i).folded[0] <= '9';
        if (is_one_of(scan.token(i), {"in", "during"})) in = i;
        if (!number && !scan.has(i, kTime | kAdverb) && !is_one_of(scan.token(i), {"in", "on", "at"})) break;
    }
    const bool within =
        scan.is(in, "in") || scan.is(in, "during") || (scan.is(verb, "part") && scan.is(verb + 1, "of"));
    // "it reached RAI's evening news", "it made the news on NHK".
    const std::size_t name = scan.has(verb + 1, kDeterminer) ? verb + 2 : verb + 1;
    const bool reaches = is_one_of(scan.token(verb), {"reached", "made", "entered"}) &&
                         scan.mentions.at(name) && scan.is(scan.mentions.at(name)->end, "'s");
    if (!(within || reaches) || thing_before(scan, verb) != Thing::media) return;
    constexpr std::size_t kFar = 10;
    for (std::size_t i = reaches ? name : in + 1; i < scan.sentence().end && i < in + kFar; ++i) {
        if (scan.token(i).kind == TokenKind::sign && !scan.is(i, "-")) return;
        const Mention* mention = scan.mentions.at(i);
        if (!mention) {
            if (scan.has(i, kSourceVerb) && !scan.has(i, kMedia)) return;
            // "in a report on Nord TV".
            const std::size_t stop =
                is_one_of(scan.token(i), {"on", "by"}) ? name_end(scan, i + 1, i + 6) : i;
            const Source station{
                {EntityKind::literal, scan.words(i + 1, stop), std::nullopt}, i + 1, stop, false};
            if (is_one_of(scan.token(i), {"on", "by"}) && scan.has(i - 1, kMedia) && stop == i + 1)
                if (const auto described = source_at(scan, i + 1, {true, false});
                    described && described->entity.kind == EntityKind::literal &&
                    names_station(scan, *described)) {
                    FoundClaim& made = scan.add(ClaimType::aired_by, *described, verb, described->end);
                    made.claim.hedged = is_hedged(scan, verb);
                    made.claim.negated = is_negated(scan, verb);
                    return;
                }
            if (stop > i + 1 && scan.has(i - 1, kMedia) && names_station(scan, station)) {
                FoundClaim& made = scan.add(ClaimType::aired_by, station, verb, stop);
                made.claim.hedged = is_hedged(scan, verb);
                made.claim.negated = is_negated(scan, verb);
                return;
            }
            continue;
        }
        if (mention->entity.kind == EntityKind::handle || is_known(scan, mention->entity)) return;
        const auto is_programme = [&](std::size_t k) {
            return scan.has(k, kMedia) || scan.is(k, "news") || scan.is(k, "reports") ||
                   scan.is(k, "package") || scan.is(k, "screens");
        };
        bool programme = false;
        for (std::size_t k = verb + 2; k < mention->begin; ++k) programme = programme || is_programme(k);
        for (std::size_t k = mention->end; k < scan.sentence().end && k < mention->end + 4; ++k)
            programme = programme || is_programme(k);
        if (!programme) return;
        FoundClaim& made =
            scan.add(ClaimType::aired_by, {mention->entity, i, mention->end, false}, verb, mention->end);
        made.claim.hedged = is_hedged(scan, verb);
        made.claim.negated = is_negated(scan, verb);
        return;
    }
}

/// "tweeted it from @name", "wrote under the video on her TikTok profile @name".
void read_own_handle(Scan& scan, const Mention& mention) {
    const Sentence& sentence = scan.sentence();
    if (mention.begin < sentence.begin + 2 || is_known(scan, mention.entity)) return;
    std::size_t at = mention.begin;
    if (scan.is(at - 1, ",") || scan.is(at - 1, "(")) --at;
    // "on Snapchat, where he is @name".
    bool where = false;
    for (std::size_t i = at; i-- > sentence.begin + 1 && at - i <= 5 && !where;)
        if (scan.is(i, "where") && scan.is(i - 1, ",")) {
            where = !scan.has(mention.end, kSourceVerb);
            at = i - 1;
        }
    bool own = where;
    bool noun = where;
    std::size_t from = at;
    for (std::size_t i = at; i-- > sentence.begin && at - i <= 6;) {
        noun = noun || scan.has(i, kAccount);
        own = own || scan.is(i, "her") || scan.is(i, "his") || scan.is(i, "its") || scan.is(i, "their");
        const bool place = scan.is(i, "from") || scan.is(i, "as") || scan.is(i, "on") || scan.is(i, "via") ||
                           scan.is(i, "under");
        if (!place) continue;
        from = i;
        break;
    }
    if (from == at) return;
    const bool bare =
        from + 1 == mention.begin && (scan.is(from, "from") || scan.is(from, "as") || scan.is(from, "under"));
    if (!bare && !(own && noun)) return;
    std::size_t verb = from;
    bool media = false;
    for (std::size_t i = from; i-- > sentence.begin && from - i <= Scan::kReach;) {
        if (scan.token(i).is(";")) break;
        media = media || scan.has(i, kMedia) || scan.is(i, "it") || scan.is(i, "them");
        if (verb == from && scan.has(i, kPost | kRelease) && !scan.has(i, kMedia)) verb = i;
    }
    media = media || (verb < from && is_fragment_of(scan, verb));
    if (!media || (bare && verb == from)) return;
    // "Ann Lee tweeted it from @annlee": the account says more than the name.
    if (bare || where || from < mention.begin)
        std::erase_if(scan.found, [&](const FoundClaim& known) {
            return known.claim.type == ClaimType::posted_by && known.end <= std::max(from + 1, at) &&
                   known.end > verb && known.claim.entity.kind == EntityKind::literal;
        });
    Source source{mention.entity, mention.begin, mention.end, false};
    add_post(scan, source, verb, from);
}

/// "posted on Reddit, then on X by @name": the verb is left out. `by` stands behind the platform.
void read_elided_post(Scan& scan, std::size_t by) {
    const std::size_t begin = scan.sentence().begin;
    if (by < begin + 4 || !scan.token(by - 1).capital) return;
    const auto platform = platform_named(scan.token(by - 1).folded);
    if (!platform || !is_one_of(scan.token(by - 2), {"on", "to"})) return;
    if (!is_one_of(scan.token(by - 3), {"then", "later", "and", "also", ","})) return;
    bool posted = false;
    for (std::size_t i = by; i-- > begin && by - i <= Scan::kReach;)
        posted = posted || (scan.has(i, kPost) && scan.has(i, kPassive) && !scan.has(i, kMedia));
    if (!posted) return;
    auto source = source_at(scan, by + 1);
    if (!source || source->entity.kind == EntityKind::outlet_class || is_known(scan, source->entity)) return;
    source->entity.platform = std::string(platform->id);
    add_post(scan, *source, by, by - 2);
}

/// "In a TikTok that has had 600,000 likes, user @a shows": whose post it is stands behind the comma.
void read_in_a_post(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    if (!is_one_of(scan.token(sentence.begin + 1), {"a", "an", "another", "one"})) return;
    std::optional<PlatformName> platform;
    bool post = false;
    constexpr std::size_t kFar = 22;
    std::size_t comma = sentence.begin + 2;
    for (; comma < sentence.end && comma < sentence.begin + kFar; ++comma) {
        if (scan.is(comma, ",") && scan.token(comma + 1).spaced) break;
        if (scan.mentions.at(comma)) return;
        if (scan.token(comma).capital && platform_named(scan.token(comma).folded)) {
            platform = platform_named(scan.token(comma).folded);
            post = post || comma <= sentence.begin + 3;
        }
        post = post || (scan.has(comma, kMedia) && comma <= sentence.begin + 4);
    }
    if (!post || !platform || !scan.is(comma, ",")) return;
    std::size_t name = comma + 1;
    while (name < comma + 4 && (scan.has(name, kDeterminer | kAccount))) ++name;
    const Mention* mention = scan.mentions.at(name);
    if (!mention || mention->entity.kind != EntityKind::handle || is_known(scan, mention->entity)) return;
    Source source{mention->entity, name, mention->end, false};
    if (!source.entity.platform) source.entity.platform = std::string(platform->id);
    add_post(scan, source, sentence.begin + 1, sentence.begin);
}

/// "A Reddit user posted the clip", "a user on TikTok shared it", "residents posted views on Weibo": where
/// nobody is named the platform is. `noun` is the user.
void read_nameless_user(Scan& scan, std::size_t noun) {
    const Sentence& sentence = scan.sentence();
    const bool user = is_one_of(scan.token(noun), {"user", "users", "poster", "account", "accounts"});
    if (!user && !(scan.has(noun, kIndefinite) && scan.token(noun).folded.ends_with("s"))) return;
    std::size_t behind = noun + 1;
    std::optional<PlatformName> platform;
    if (scan.is(behind, "on"))
        platform = platform_at(scan, behind + 1, behind);
    else if (noun > sentence.begin && scan.token(noun - 1).capital)
        platform = platform_named(scan.token(noun - 1).folded);
    const bool elsewhere = !platform;
    if (noun > sentence.begin + 1 &&
        is_one_of(scan.token(noun - 2), {"the", "by", "his", "her", "its", "their"}))
        return;
    while (behind < sentence.end && scan.has(behind, kAdverb | kAuxiliary) && !scan.has(behind, kNegation))
        ++behind;
    if (!scan.has(behind, kPost) || !scan.has(behind, kActive) || scan.has(behind, kMedia)) return;
    if (thing_behind(scan, behind, 6) != Thing::media) return;
    // "Residents posted views from the other bank on Weibo".
    constexpr std::size_t kFar = 10;
    std::size_t stop = 0;
    for (std::size_t i = behind + 1; elsewhere && !platform && i < sentence.end && i < behind + kFar; ++i) {
        if (scan.token(i).kind != TokenKind::word || scan.has(i, kLinker | kAuxiliary)) return;
        if (scan.is(i, "on") || scan.is(i, "to")) platform = platform_at(scan, i + 1, stop);
    }
    if (!platform || (elsewhere && owner_of_account(scan, stop))) return;
    const Entity entity{EntityKind::literal, std::string(platform->name), std::string(platform->id)};
    if (std::any_of(scan.found.begin(), scan.found.end(),
                    [&](const FoundClaim& known) { return known.begin <= behind && known.end > noun; }))
        return;
    FoundClaim& made = scan.add(ClaimType::posted_by, {entity, noun, noun + 1, false},
                                noun > sentence.begin ? noun - 1 : noun, std::min(sentence.end, behind + 1));
    made.claim.hedged = is_hedged(scan, behind);
    made.claim.negated = is_negated(scan, behind);
}

}  // namespace

void read_accounts_of_posts(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        if (const Mention* mention = scan.mentions.at(i)) {
            if (mention->begin == i && mention->entity.kind == EntityKind::handle)
                read_own_handle(scan, *mention);
            continue;
        }
        const bool named_post = scan.token(i).capital && platform_named(scan.token(i).folded) &&
                                i > sentence.begin && (scan.is(i - 1, "a") || scan.is(i - 1, "the"));
        if (named_post || scan.is(i, "post") || scan.is(i, "tweet") || scan.is(i, "upload") ||
            scan.is(i, "story") || scan.is(i, "thread") || scan.is(i, "reel"))
            read_post_by(scan, i);
        if (i == sentence.begin && scan.is(i, "in")) read_in_a_post(scan);
        if (scan.is(i, "by")) read_elided_post(scan, i);
        if (scan.has(i, kAccount | kIndefinite)) read_nameless_user(scan, i);
        // "a search finds it on the YouTube channel B".
        const bool found = is_one_of(scan.token(i), {"it", "them"}) &&
                           is_one_of(scan.token(i - 1), {"find", "finds", "found", "put", "has", "had",
                                                         "keeps", "saw", "seen", "places"});
        if (scan.has(i, kMedia) || found) read_video_on_account(scan, i);
        if (scan.is(i, "traced") || scan.is(i, "tracked")) read_traced(scan, i);
        if (scan.is(i, "seen") || scan.is(i, "appears") || scan.is(i, "appeared") || scan.is(i, "featured") ||
            scan.is(i, "included") || scan.is(i, "part") || scan.is(i, "used") || scan.is(i, "shown") ||
            scan.is(i, "ran") || scan.is(i, "aired") || scan.is(i, "run") || scan.is(i, "reached") ||
            scan.is(i, "made"))
            read_seen_in(scan, i);
        if (scan.is(i, "is") || scan.is(i, "was") || scan.is(i, "comes") || scan.is(i, "came"))
            read_is_from(scan, i);
    }
}

}  // namespace sourcereel::claims
