// What outlets do with pictures, said without a verb of airing: "B was first with the clip", "B gave it four
// minutes", "B apologised for showing it", "it made its debut on B".
#include <algorithm>
#include <optional>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/stations.h"

namespace sourcereel::claims {
namespace {

bool is_outlet(const Scan& scan, const Source& source) {
    return is_on_air(scan, source) || source.entity.kind == EntityKind::outlet_class ||
           (source.entity.kind == EntityKind::literal && looks_like_outlet(scan, source));
}

void add_aired(Scan& scan, std::size_t verb, std::size_t end, bool negated = false) {
    const auto source = subject_of(scan, verb);
    if (!source || source->end > verb || !is_outlet(scan, *source)) return;
    FoundClaim& made =
        scan.add(ClaimType::aired_by, *source, source->begin, std::min(end, scan.sentence().end));
    made.claim.hedged = is_hedged(scan, verb);
    made.claim.negated = negated || is_negated(scan, verb);
}

/// "its evening news", "their bulletin": a programme behind "on" or "in" at `at`.
bool names_programme(const Scan& scan, std::size_t at) {
    if (!is_one_of(scan.token(at), {"on", "in"}) || !is_one_of(scan.token(at + 1), {"its", "their", "the"}))
        return false;
    constexpr std::size_t kFar = 5;
    for (std::size_t i = at + 2; i < scan.sentence().end && i < at + 2 + kFar; ++i)
        if (is_one_of(scan.token(i), {"news", "bulletin", "newscast", "programme", "program", "show",
                                      "broadcast", "newscasts"}))
            return true;
    return false;
}

/// The end of the video that stands right behind `at`; `at` where none does.
std::size_t behind_video(const Scan& scan, std::size_t at) {
    constexpr std::size_t kDescribed = 4;
    if (is_one_of(scan.token(at), {"it", "them"})) return at + 1;
    for (std::size_t i = at; i < scan.sentence().end && i < at + kDescribed; ++i) {
        if (scan.token(i).kind != TokenKind::word || scan.has(i, kPreposition)) return at;
        if (scan.has(i, kMedia | kStill)) return i + 1;
    }
    return at;
}

/// "apologised for airing the clip", "withdrew it after showing it twice".
void read_regret(Scan& scan, std::size_t verb) {
    constexpr std::size_t kFar = 8;
    for (std::size_t i = verb + 1; i < scan.sentence().end && i < verb + kFar; ++i) {
        if (!scan.has(i, kAir) || !scan.has(i, kGerund) ||
            !is_one_of(scan.token(i - 1), {"for", "after", "having"}))
            continue;
        const std::size_t end = behind_video(scan, i + 1);
        if (end > i + 1) add_aired(scan, verb, end);
        return;
    }
}

}  // namespace

void read_airing(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin + 1; i + 2 < sentence.end; ++i) {
        const Token& token = scan.token(i);
        if (token.kind != TokenKind::word || token.capital || scan.mentions.at(i)) continue;
        // "was first with the clip".
        if (is_one_of(token, {"was", "were"}) && scan.is(i + 1, "first") && scan.is(i + 2, "with")) {
            if (const std::size_t end = behind_video(scan, i + 3); end > i + 3) add_aired(scan, i, end);
        } else if (is_one_of(token, {"had", "has", "ran"})) {
            // "had the clip on its evening news".
            const std::size_t end = behind_video(scan, i + 1);
            if (end > i + 1 && names_programme(scan, end)) add_aired(scan, i, end);
        } else if (is_one_of(token, {"gave", "gives", "devoted", "spent"})) {
            // "gave the clip four minutes".
            const std::size_t end = behind_video(scan, i + 1);
            for (std::size_t k = end; end > i + 1 && k < sentence.end && k < end + 4; ++k)
                if (is_one_of(scan.token(k), {"minutes", "seconds", "minute", "airtime"}))
                    add_aired(scan, i, end);
        } else if (is_one_of(token, {"did", "does", "do", "went", "managed"}) && scan.is(i + 1, "without")) {
            // "did without those pictures".
            if (const std::size_t end = behind_video(scan, i + 2); end > i + 2) add_aired(scan, i, end, true);
        } else if (is_one_of(token, {"interrupted", "cleared", "dropped"})) {
            // "interrupted a film for the clip".
            for (std::size_t k = i + 1; k < sentence.end && k < i + 7; ++k)
                if (scan.is(k, "for") && behind_video(scan, k + 1) > k + 1)
                    add_aired(scan, i, behind_video(scan, k + 1));
        } else if (is_one_of(token,
                             {"apologised", "apologized", "withdrew", "apologises", "apologizes", "corrected",
                              "deleted", "criticised", "criticized", "fined", "rebuked", "mocked"})) {
            read_regret(scan, i);
        }
    }
}

}  // namespace sourcereel::claims
