// Who filmed, said without a verb of filming: "behind the camera was B", "B, whose video has gone round".
#include <algorithm>
#include <optional>

#include "claims/modality.h"
#include "claims/naming.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/things.h"

namespace sourcereel::claims {
namespace {

bool is_camera(const Token& token) {
    return is_one_of(token, {"camera", "phone", "smartphone", "drone", "cellphone", "camcorder"});
}

bool is_be(const Token& token) {
    return is_one_of(token, {"was", "is", "were", "are"});
}

bool is_video(const Token& token) {
    return is_one_of(token, {"video", "videos", "footage", "film", "clip", "clips", "recording", "pictures"});
}

/// The person named from `at` on: two words and more, or somebody described.
std::optional<Source> person_from(const Scan& scan, std::size_t at, bool described) {
    auto source = source_at(scan, at, {true, described});
    if (!source || source->referring || source->entity.kind != EntityKind::literal) return std::nullopt;
    return source;
}

void add_filmed(Scan& scan, const Source& source, std::size_t near, std::size_t begin, std::size_t end) {
    FoundClaim& made = scan.add(ClaimType::filmed_by, source, begin, end);
    made.claim.hedged = is_hedged(scan, near);
    made.claim.negated = is_negated(scan, near) || scan.is(near + 1, "not");
}

/// "Behind the camera was B", "The man holding the phone was B", "The camera was held by B": `noun` is the
/// camera.
void read_holder(Scan& scan, std::size_t noun) {
    const std::size_t begin = scan.sentence().begin;
    if (noun < begin + 1 || !scan.has(noun - 1, kDeterminer)) return;
    const std::size_t be = noun + 1;
    if (!is_be(scan.token(be))) return;
    const bool behind = noun >= begin + 2 &&
                        is_one_of(scan.token(noun - 2), {"behind", "holding", "with", "at", "operating"});
    std::size_t name = be + 1;
    if (scan.is(name, "not")) ++name;
    if (behind) {
        if (const auto person = person_from(scan, name, true))
            add_filmed(scan, *person, be, noun - 2, person->end);
        return;
    }
    if (!is_one_of(scan.token(name), {"held", "operated", "worked", "flown", "piloted", "manned"}) ||
        !scan.is(name + 1, "by"))
        return;
    if (const auto person = person_from(scan, name + 2, true))
        add_filmed(scan, *person, be, noun, person->end);
}

/// "B, whose video has been seen by millions": `whose` stands behind the name.
void read_whose(Scan& scan, std::size_t whose) {
    const std::size_t begin = scan.sentence().begin;
    constexpr std::size_t kDescribed = 4;
    std::size_t noun = whose + 1;
    while (noun < scan.sentence().end && noun < whose + kDescribed && !is_video(scan.token(noun)) &&
           scan.token(noun).kind == TokenKind::word && !scan.has(noun, kVerb | kAuxiliary))
        ++noun;
    if (!is_video(scan.token(noun)) || whose < begin + 3 || !scan.is(whose - 1, ",")) return;
    if (!scan.has(noun + 1, kVerb | kAuxiliary | kSourceVerb) &&
        !is_one_of(scan.token(noun + 1), {"of", "from"}))
        return;
    std::size_t name = whose - 1;
    while (name > begin && is_name_word(scan.token(name - 1)) && !scan.mentions.at(name - 1) &&
           whose - name < 6 && !scan.has(name - 1, kDeterminer | kPreposition | kPronoun | kOutletWord))
        --name;
    while (name + 2 < whose - 1 && scan.has(name, kTitle)) ++name;
    if (whose - 1 < name + 2) return;
    const Source person{
        {EntityKind::literal, scan.words(name, whose - 1), std::nullopt}, name, whose - 1, false};
    add_filmed(scan, person, whose, name, noun + 1);
}

/// "Oskar Lind's drone footage shows": whose footage it is filmed it, where the article has not said so
/// before.
void read_owner(Scan& scan, std::size_t possessive) {
    const std::size_t begin = scan.sentence().begin;
    constexpr std::size_t kDescribed = 3;
    std::size_t noun = possessive + 1;
    while (noun < possessive + 1 + kDescribed && !is_video(scan.token(noun)) &&
           scan.token(noun).kind == TokenKind::word &&
           !scan.has(noun, kVerb | kAuxiliary | kPreposition | kOutletWord))
        ++noun;
    if (!is_video(scan.token(noun)) || is_one_of(scan.token(noun), {"film", "pictures"})) return;
    if (!scan.has(noun + 1, kVerb | kAuxiliary) && !is_one_of(scan.token(noun + 1), {"of", "from", ",", "."}))
        return;
    std::size_t name = possessive;
    while (name > begin && is_name_word(scan.token(name - 1)) && !scan.mentions.at(name - 1) &&
           possessive - name < 5 && country_word(scan, name - 1).empty() &&
           !scan.has(name - 1, kDeterminer | kPreposition | kPronoun | kOutletWord | kBody))
        --name;
    while (name + 2 < possessive && scan.has(name, kTitle)) ++name;
    if (possessive < name + 2 || scan.claimed.contains(scan.words(name, possessive))) return;
    if (std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
            return known.claim.entity.value == scan.words(name, possessive) ||
                   (known.begin <= name && known.end > name);
        }))
        return;
    add_filmed(scan,
               {{EntityKind::literal, scan.words(name, possessive), std::nullopt}, name, possessive, false},
               noun, name, noun + 1);
}

/// "The description names B as the cameraman": `as` stands behind the name.
void read_named_as(Scan& scan, std::size_t as) {
    const std::size_t noun = scan.has(as + 1, kDeterminer) ? as + 2 : as + 1;
    if (!is_one_of(scan.token(noun), {"cameraman", "camerawoman", "author", "filmmaker", "photographer",
                                      "creator", "cinematographer", "videographer"}))
        return;
    constexpr std::size_t kFar = 8;
    for (std::size_t verb = as; verb-- > scan.sentence().begin && as - verb <= kFar;) {
        if (!is_one_of(scan.token(verb), {"names", "named", "lists", "listed", "gives", "gave", "identifies",
                                          "identified", "credits", "credited"}))
            continue;
        const bool passive = is_be(scan.token(verb - 1));
        const auto person =
            passive ? subject_of(scan, verb - 1) : source_at(scan, verb + 1, {true, false}, as);
        if (person && !person->referring && person->entity.kind == EntityKind::literal && person->end <= as)
            add_filmed(scan, *person, verb, std::min(person->begin, verb), std::max(person->end, verb + 1));
        return;
    }
}

/// "The video is by B": `be` stands behind the video.
void read_is_by(Scan& scan, std::size_t be) {
    // "The video is the work of B", "The author of the video is B".
    std::size_t name = 0;
    if (scan.is(be + 1, "the") && is_one_of(scan.token(be + 2), {"work", "handiwork"}) &&
        scan.is(be + 3, "of") &&
        (scan.has(be - 1, kMedia) || is_one_of(scan.token(be - 1), {"it", "they", "this", "both"})))
        name = be + 4;
    for (std::size_t i = be; i-- > scan.sentence().begin && be - i <= 5;)
        if (is_one_of(scan.token(i), {"author", "maker", "creator", "cameraman"}) && scan.is(i + 1, "of") &&
            scan.has(be - 1, kMedia))
            name = be + 1;
    if (name > 0) {
        if (const auto person = person_from(scan, name, false))
            add_filmed(scan, *person, be, be - 1, person->end);
        return;
    }
    // "The longest is by a driver, B".
    const bool elided = be <= scan.sentence().begin + 3 && scan.is(scan.sentence().begin, "the") &&
                        !scan.has(be - 1, kMedia) && scan.has(be + 2, kDeterminer) &&
                        thing_before(scan, be) == Thing::media;
    if (!scan.is(be + 1, "by") || !(elided || scan.has(be - 1, kMedia)) || scan.has(be - 1, kSourceVerb))
        return;
    // "The music in the clip is by B".
    for (std::size_t i = be - 1; i-- > scan.sentence().begin && be - i <= 5;)
        if (scan.has(i, kPreposition) || scan.is(i, "of")) return;
    if (const auto person = person_from(scan, be + 2, false); person && person->end - person->begin >= 2)
        add_filmed(scan, *person, be, be - 1, person->end);
}

}  // namespace

void read_camera(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin + 1; i + 1 < sentence.end; ++i) {
        if (is_camera(scan.token(i))) read_holder(scan, i);
        if (scan.is(i, "whose")) read_whose(scan, i);
        if (scan.is(i, "'s")) read_owner(scan, i);
        if (scan.is(i, "as")) read_named_as(scan, i);
        if (is_be(scan.token(i))) read_is_by(scan, i);
    }
}

}  // namespace sourcereel::claims
