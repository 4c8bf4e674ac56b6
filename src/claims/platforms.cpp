#include <algorithm>
#include <string_view>

#include "claims/phrases.h"

namespace sourcereel::claims {

namespace {

/// "the Citizen app": a platform whose name is an everyday word.
std::optional<PlatformName> app_at(const Scan& scan, std::size_t at) {
    static constexpr PlatformName kApps[] = {{"citizen", "Citizen"},
                                             {"signal", "Signal"},
                                             {"line", "Line"},
                                             {"kick", "Kick"},
                                             {"max", "Max"},
                                             {"band", "Band"},
                                             {"ring", "Ring"},
                                             {"neighbors", "Neighbors"},
                                             {"messenger", "Messenger"}};
    if (!scan.token(at).capital || !is_one_of(scan.token(at + 1), {"app", "application", "messenger"}))
        return std::nullopt;
    for (const PlatformName& app : kApps)
        if (scan.is(at, app.id)) return app;
    return std::nullopt;
}

}  // namespace

std::optional<PlatformName> platform_at(const Scan& scan, std::size_t at, std::size_t& stop) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kWordsBefore = 5;
    // "its English-language X account": whatever stands between the possessive and the platform describes it.
    const bool own = at < sentence.end && scan.has(at, kDeterminer);
    for (std::size_t i = at; i < sentence.end && i <= at + kWordsBefore; ++i) {
        const Token& token = scan.token(i);
        if (own && token.is("-") && !token.spaced) continue;
        if (token.kind != TokenKind::word) return std::nullopt;
        if (token.is("truth") && scan.is(i + 1, "social")) {
            stop = i + 2;
            return PlatformName{"truthsocial", "Truth Social"};
        }
        if (const auto app = app_at(scan, i)) {
            stop = i + 2;
            return app;
        }
        const auto platform = platform_named(token.folded);
        if (token.is("subreddit")) {
            stop = i + 1;
            return platform_named("reddit");
        }
        if (platform && token.capital) {
            stop = i + 1;
            if (stop < sentence.end && (scan.has(stop, kAccount) || scan.is(stop, "page"))) ++stop;
            return platform;
        }
        if (own && token.words == 0 && !scan.mentions.at(i)) continue;
        if (!(token.words & (kDeterminer | kAdverb | kAccount)) && !token.is("official") &&
            !token.is("site") && !token.is("platform") && !token.is("social") && !token.is("media") &&
            !token.is("network") && !token.is("app") && !token.is("the") && !token.is("chinese") &&
            !token.is("verified") && !token.is("video") && !token.is("'s") && !token.is("messaging"))
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<PlatformName> platform_near(const Scan& scan, std::size_t verb, const Source& source) {
    const Sentence& sentence = scan.sentence();
    std::size_t stop = 0;
    const auto is_where = [&](std::size_t i) {
        return scan.token(i).is("on") || scan.token(i).is("to") || scan.token(i).is("via") ||
               scan.token(i).is("in");
    };
    for (std::size_t i = std::min(verb, source.begin); i < source.end; ++i) {
        if (is_where(i) && i + 1 < sentence.end)
            if (const auto platform = platform_at(scan, i + 1, stop)) return platform;
        // "by the Telegram channel", "X user".
        if (i >= source.begin && scan.token(i).capital && i + 1 < source.end + 1)
            if (const auto platform = platform_named(scan.token(i).folded))
                if (i + 1 < sentence.end && (scan.has(i + 1, kAccount) || scan.mentions.at(i + 1)))
                    return platform;
    }
    // "the Telegram channel @name", "a Facebook page named Name": right before the source.
    for (std::size_t k = source.begin; k-- > sentence.begin && source.begin - k <= 5;) {
        // "Telegram channel Name (@name)", "a Telegram channel, Name,".
        const bool bracket =
            k + 1 == source.begin &&
            (scan.is(k, "(") || (scan.is(k, ",") && k > sentence.begin && scan.has(k - 1, kAccount)));
        if ((scan.token(k).kind == TokenKind::sign && !bracket) ||
            ((scan.token(k).words & (kPreposition | kSourceVerb)) && !scan.is(k, "with") &&
             !scan.is(k, "by")))
            break;
        if (const auto platform = platform_named(scan.token(k).folded); platform && scan.token(k).capital)
            return platform;
    }
    // "uploaded by the YouTuber Ann Lee".
    for (std::size_t k = source.begin > sentence.begin + 2 ? source.begin - 2 : sentence.begin;
         k < source.end; ++k)
        if (scan.is(k, "youtuber") || scan.is(k, "youtubers"))
            return platform_named("youtube");
        else if (scan.is(k, "tiktoker") || scan.is(k, "tiktokers"))
            return platform_named("tiktok");
        else if (scan.is(k, "instagrammer"))
            return platform_named("instagram");
        else if (scan.is(k, "redditor"))
            return platform_named("reddit");
    // "TikTok, where @name published it".
    if (source.begin >= sentence.begin + 3 && scan.is(source.begin - 1, "where") &&
        scan.is(source.begin - 2, ",") && scan.token(source.begin - 3).capital)
        if (const auto platform = platform_named(scan.token(source.begin - 3).folded)) return platform;
    // "comes from TikTok, where it was posted by @name".
    for (std::size_t k = std::min(verb, source.begin);
         k-- > sentence.begin + 2 && std::min(verb, source.begin) - k <= 6;)
        if (scan.is(k, "where") && scan.is(k - 1, ",") && scan.token(k - 2).capital)
            if (const auto platform = platform_named(scan.token(k - 2).folded)) return platform;
    // "screenshots of a tweet by @name".
    for (std::size_t k = std::min(verb, source.begin); k < source.begin; ++k)
        if (scan.is(k, "tweet") || scan.is(k, "tweets")) return platform_named("x");
    if (verb < sentence.end &&
        (scan.token(verb).folded.starts_with("tweet") || scan.token(verb).folded.starts_with("retweet")))
        return platform_named("x");
    // "@name on X shared it".
    if (source.end < verb && is_where(source.end))
        if (const auto platform = platform_at(scan, source.end + 1, stop)) return platform;
    // "@name, which has 300,000 followers on X, reposted it".
    if (source.end < verb && scan.is(source.end, ","))
        for (std::size_t i = source.end + 1; i + 1 < verb; ++i)
            if (scan.is(i, "on") &&
                is_one_of(scan.token(i - 1), {"followers", "subscribers", "fans", "follows"}))
                if (const auto platform = platform_at(scan, i + 1, stop)) return platform;
    // "Mash, a Telegram channel".
    if (scan.is(source.end, ",") && source.end + 3 < sentence.end && scan.has(source.end + 1, kDeterminer))
        if (const auto platform = platform_named(scan.token(source.end + 2).folded);
            platform && scan.has(source.end + 3, kAccount))
            return platform;
    constexpr std::size_t kBehind = 14;
    std::size_t i = std::max(source.end, verb);
    for (std::size_t steps = 0; i < sentence.end && steps < kBehind; ++i, ++steps) {
        if (is_where(i) && i + 1 < sentence.end)
            if (const auto platform = platform_at(scan, i + 1, stop)) return platform;
        const Token& token = scan.token(i);
        if (token.is(";") || (token.words & kLinker)) break;
        if (i > verb && (token.words & kSourceVerb) && (token.words & (kActive | kPassive)) &&
            !(token.words & kMedia))
            break;
        if (i > verb && token.is("and") && !(scan.has(i + 1, kDeterminer) && scan.has(i + 2, kMedia))) break;
    }
    // "posted a Facebook Live video".
    constexpr std::size_t kObject = 5;
    for (std::size_t k = verb + 1; source.end <= verb && k + 1 < sentence.end && k < verb + kObject; ++k) {
        if (scan.token(k).kind != TokenKind::word || scan.has(k, kPreposition)) break;
        if (!scan.token(k).capital || !(scan.has(k + 1, kMedia) || scan.is(k + 1, "live"))) continue;
        if (const auto platform = platform_named(scan.token(k).folded)) return platform;
    }
    // "a TikTok video that was posted by @name".
    constexpr std::size_t kNoun = 8;
    for (std::size_t k = std::min(verb + 1, source.begin), steps = 0; k-- > sentence.begin && steps < kNoun;
         ++steps) {
        if (scan.token(k).kind == TokenKind::sign && !scan.is(k, ",")) break;
        if (!scan.has(k, kMedia | kStill) || k == sentence.begin || !scan.token(k - 1).capital) continue;
        if (const auto platform = platform_named(scan.token(k - 1).folded)) return platform;
        break;
    }
    constexpr std::size_t kBefore = 12;
    for (std::size_t k = std::min(verb, source.begin), steps = 0; k-- > sentence.begin && steps < kBefore;
         ++steps) {
        if (scan.token(k).is(";")) break;
        if (is_where(k))
            if (const auto platform = platform_at(scan, k + 1, stop)) return platform;
    }
    return std::nullopt;
}

}  // namespace sourcereel::claims
