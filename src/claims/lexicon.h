// claims/lexicon.h: what the grammar knows of words. Private to claims.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sourcereel::claims {

/// Classes of words; a word may have several.
enum WordClass : std::uint64_t {
    kMedia = std::uint64_t{1} << 0,  ///< video, clip, footage, pictures, segment, version …
    kStill = std::uint64_t{1} << 1,  ///< screenshot, still, frame, screengrab.
    kOtherThing =
        std::uint64_t{1} << 2,         ///< What is published too and shows nothing: statement, tweet, letter.
    kPost = std::uint64_t{1} << 3,     ///< posted, shared, uploaded …
    kAir = std::uint64_t{1} << 4,      ///< aired, broadcast, shown …
    kRelease = std::uint64_t{1} << 5,  ///< released, distributed, published …
    kFilm = std::uint64_t{1} << 6,     ///< filmed, shot, recorded …
    kObtain = std::uint64_t{1} << 7,   ///< obtained, acquired …
    kRelay = std::uint64_t{1} << 8,    ///< relayed, rebroadcast …
    kAuxiliary = std::uint64_t{1} << 9,    ///< has, was, did, can …
    kAdverb = std::uint64_t{1} << 10,      ///< later, also, first, live … (and every word in -ly).
    kHedge = std::uint64_t{1} << 11,       ///< reportedly, allegedly, purportedly …
    kNegation = std::uint64_t{1} << 12,    ///< not, never, no, denied …
    kAccount = std::uint64_t{1} << 13,     ///< account, user, page, channel, profile.
    kOutletWord = std::uint64_t{1} << 14,  ///< channel, broadcaster, agency, network …
    kBody = std::uint64_t{1} << 15,        ///< ministry, police, army, company … what may release pictures.
    kPreposition = std::uint64_t{1} << 16,  ///< Ends a noun phrase.
    kTime = std::uint64_t{1} << 17,         ///< Monday, May, today, yesterday …
    kDeterminer = std::uint64_t{1} << 18,   ///< the, a, its …
    kPronoun = std::uint64_t{1} << 19,      ///< it, they, she …
    kVerb = std::uint64_t{1} << 20,         ///< Any other verb that ends a noun phrase: said, shows …
    kScreenNoun = std::uint64_t{1} << 21,   ///< caption, banner, watermark, logo, strap …
    kRead = std::uint64_t{1} << 22,         ///< read, reads, saying …
    kBear = std::uint64_t{1} << 23,         ///< bears, carries, with …
    kIndefinite = std::uint64_t{1} << 24,   ///< several, many, users, people …
    kPassive = std::uint64_t{1} << 25,      ///< A participle: "posted by".
    kActive = std::uint64_t{1} << 26,       ///< A finite form: "aired", "airs".
    kBase = std::uint64_t{1} << 27,         ///< A base form, finite only behind an auxiliary: "did not air".
    kPhoto = std::uint64_t{1} << 28,        ///< Still photographs by nature: photo, image, picture.
    kGive = std::uint64_t{1} << 29,         ///< gave, passed, sent, sold … (to somebody).
    kStateRun = std::uint64_t{1} << 30,     ///< state, state-run, state-owned.
    kLinker = std::uint64_t{1} << 31,       ///< who, which, that, when: a clause begins.
    kGerund = std::uint64_t{1} << 32,       ///< "denied airing", "sharing the clip".
    kTitle = std::uint64_t{1} << 33,        ///< President, Dr: before a name, no part of it.
    kShun = std::uint64_t{1} << 34          ///< "ignored the clip": with kAir, what a programme did not show.
};

/// Verbs that tell a source.
constexpr std::uint64_t kSourceVerb = kPost | kAir | kRelease | kFilm | kObtain | kRelay;

/// The classes of a folded word; 0 for an unknown one.
std::uint64_t classes_of(std::string_view folded);

/// A platform by its name in an article.
struct PlatformName {
    std::string_view id;    ///< "x", "telegram".
    std::string_view name;  ///< "X", "Telegram".
};
/// The platform that a folded word names; nothing where it names none.
std::optional<PlatformName> platform_named(std::string_view folded);

}  // namespace sourcereel::claims
