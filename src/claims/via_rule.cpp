#include <algorithm>

#include "claims/credit_chain.h"
#include "claims/phrases.h"
#include "claims/scan.h"
#include "claims/things.h"

namespace sourcereel::claims {
namespace {

/// "(KCNA via Reuters)", "(Press Service of the Navy via AP)", "KCNA VIA REUTERS": whom the pictures are
/// from, before the agency that hands them on. The bracket or the sentence holds nothing else.
std::optional<Source> named_before_via(const Scan& scan, std::size_t via) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kLongestName = 10;
    std::size_t open = via;
    while (open > sentence.begin && via - open < kLongestName && !scan.is(open - 1, "(") &&
           !scan.is(open - 1, "["))
        --open;
    const bool bracket = open > sentence.begin && (scan.is(open - 1, "(") || scan.is(open - 1, "["));
    if (open == via || !(bracket || open == sentence.begin)) return std::nullopt;
    const std::size_t agency = scan.is(via + 1, "the") ? via + 2 : via + 1;
    const Mention* mention = scan.mentions.at(agency);
    if (!mention || mention->entity.kind != EntityKind::outlet) return std::nullopt;
    const std::size_t behind = mention->end;
    const bool closes = behind >= sentence.end || scan.token(behind).kind == TokenKind::sign;
    if (!closes || (!bracket && behind + 1 < sentence.end)) return std::nullopt;
    if (std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
            return known.claim.type == ClaimType::credit && known.begin < via && known.end > open;
        }))
        return std::nullopt;
    auto source = credited_at(scan, open);
    if (source && is_bar(scan.token(source->end)) && is_handed_out(scan.token(source->end + 1)))
        ++source->end;
    if (source && scan.is(source->end, "handout")) ++source->end;  // "(KCNA handout via Reuters)".
    return source && source->end == via ? source : std::nullopt;
}

/// "issued by KCNA through B": who gave it stands right before.
bool hands_on_before(const Scan& scan, std::size_t via) {
    return std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
        return known.end == via &&
               (known.claim.type == ClaimType::released_by || known.claim.type == ClaimType::credit);
    });
}

/// "It reached most stations via B": how pictures came.
bool travels(const Scan& scan, std::size_t via) {
    constexpr std::size_t kFar = 6;
    for (std::size_t i = via; i-- > scan.sentence().begin && via - i <= kFar;) {
        if (scan.token(i).kind != TokenKind::word || scan.mentions.at(i)) return false;
        if (is_one_of(scan.token(i),
                      {"went", "reached", "arrived", "distributed", "travelled", "delivered", "offered"}))
            return true;
    }
    return false;
}

}  // namespace

void read_via(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    if (is_photo_line(scan)) return;
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        const bool through = scan.is(i, "through") && i > sentence.begin &&
                             (scan.has(i - 1, kPassive | kMedia) || hands_on_before(scan, i) ||
                              (travels(scan, i) && thing_before(scan, i) == Thing::media));
        if (!scan.token(i).is("via") && !scan.token(i).is("vía") && !through) continue;
        const bool named_before =
            i > sentence.begin &&
            (scan.mentions.at(i - 1) || scan.token(i - 1).is(",") || scan.token(i - 1).is(")") ||
             scan.token(i - 1).is("/") || scan.has(i - 1, kMedia) || through ||
             names_nobody(scan.token(i - 1)) || scan.is(i - 1, "ugc") ||
             (thing_before(scan, i) == Thing::media && travels(scan, i)) ||
             (is_one_of(scan.token(i - 1), {"seen", "viewers", "subscribers", "clients", "broadcasters",
                                            "abroad", "us", "received", "came", "reached"}) &&
              thing_before(scan, i) == Thing::media));
        // "(Video via Highway Patrol)".
        const bool bracketed = i >= sentence.begin + 1 && scan.has(i - 1, kMedia | kStill) &&
                               !scan.has(i - 1, kPhoto) &&
                               (i - 1 == sentence.begin || scan.is(i - 2, "(") || scan.is(i - 2, "["));
        // "AFP/HO via Storyful" as a line of its own.
        constexpr std::size_t kShortLine = 10;
        const Mention* first = scan.mentions.at(sentence.begin);
        const bool line = sentence.first && (first || i == sentence.begin) &&
                          sentence.end - sentence.begin <= kShortLine && !tells(scan);
        if (line && first && scan.found.empty())
            scan.add(ClaimType::credit, {first->entity, sentence.begin, first->end, false}, sentence.begin,
                     first->end);
        const auto handed_on = line ? std::nullopt : named_before_via(scan, i);
        if (handed_on) scan.add(ClaimType::credit, *handed_on, handed_on->begin, handed_on->end);
        const bool credit = std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
            return known.end <= i && i - known.end <= 12;
        });
        std::size_t stop = i + 1;
        const auto carrier = platform_at(scan, i + 1, stop);
        // "Credit: @name via X".
        if (carrier && (stop >= sentence.end || scan.token(stop).kind == TokenKind::sign) &&
            !is_bar(scan.token(stop)))
            for (FoundClaim& known : scan.found)
                if (known.claim.type == ClaimType::credit && known.end == i && !known.claim.entity.platform &&
                    (known.claim.entity.kind == EntityKind::handle ||
                     known.claim.entity.kind == EntityKind::literal))
                    known.claim.entity.platform = std::string(carrier->id);
        if (carrier && !(stop < sentence.end && scan.mentions.at(stop))) {
            if (!(stop < sentence.end && (scan.token(stop).is("/") || scan.token(stop).is("user")))) continue;
        }
        auto source = credited_at(scan, i + 1);
        if (!source) continue;
        if (through && source->entity.kind == EntityKind::literal && source->end - i < 3)
            continue;  // "through Lom".
        if (source->entity.kind == EntityKind::literal ? !(credit || bracketed)
                                                       : !(credit || named_before || line))
            continue;
        const bool still = std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
            return (known.claim.type == ClaimType::still_from && known.begin < i &&
                    source->end <= known.end) ||
                   (known.claim.type == ClaimType::credit && known.claim.entity == source->entity);
        });
        if (source->entity.kind == EntityKind::handle && scan.is(source->end, "on"))
            if (const auto platform = platform_at(scan, source->end + 1, stop))
                source->entity.platform = std::string(platform->id);
        if (!still) scan.add(ClaimType::via, *source, i, source->end);
    }
}

}  // namespace sourcereel::claims
