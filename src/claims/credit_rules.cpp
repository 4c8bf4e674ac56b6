#include <algorithm>
#include <array>

#include "claims/modality.h"
#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {
namespace {

/// Labels before ":" that name the source of a video, in the languages that credit lines come in. Folded.
constexpr std::array<std::string_view, 34> kLabels{
    "video", "videos", "footage", "credit", "credits", "clip",     "source",   "courtesy", "film",
    "vídeo", "vidéo",  "fuente",  "quelle", "crédito", "créditos", "crédit",   "fonte",    "источник",
    "видео", "кадры",  "съёмка",  "відео",  "джерело", "来源",     "视频来源", "来源视频", "视频",
    "영상",  "출처",   "제공",    "المصدر", "فيديو",   "kaynak",   "görüntü"};
constexpr std::array<std::string_view, 7> kPhotoLabels{"photo",   "photos",   "image", "images",
                                                       "picture", "pictures", "foto"};
/// What stands behind a label and names nobody.
constexpr std::array<std::string_view, 10> kNobody{"supplied", "file",    "handout",  "library", "staff",
                                                   "archive",  "unknown", "internet", "stock",   "composite"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_colon(const Token& token) {
    return token.is(":") || token.is("：");
}

/// Whether a label may begin at the token: a sentence, a bracket or a bar opens before it.
bool label_may_begin(const Scan& scan, std::size_t at) {
    if (at == scan.sentence().begin) return true;
    const Token& before = scan.token(at - 1);
    return before.is("(") || before.is("[") || before.is("|") || before.is("/") || before.is("—") ||
           before.is("–") || before.is("·") || before.is("•") || before.is("（") ||
           before.kind == TokenKind::quote || !scan.token(at).latin;
}

/// The source of a credit that begins at `at`: an account, an outlet, a name, "FACEBOOK/NAME".
std::optional<Source> credited_at(const Scan& scan, std::size_t at) {
    const Sentence& sentence = scan.sentence();
    if (at >= sentence.end) return std::nullopt;
    if (is_one_of(scan.token(at).folded, kNobody)) return std::nullopt;
    std::size_t stop = at;
    const auto platform = platform_at(scan, at, stop);
    if (platform && stop < sentence.end) {
        const Token& next = scan.token(stop);
        if (next.is("/") || next.is(":") || next.is("|") || next.is("-") || next.is("@") || next.is(",") ||
            scan.mentions.at(stop) || next.capital || next.is("user")) {
            std::size_t name = scan.token(stop).kind == TokenKind::sign || next.is("user") ? stop + 1 : stop;
            if (scan.is(name, "@")) ++name;
            if (auto source = credited_at(scan, name)) {
                source->begin = at;
                source->entity.platform = std::string(platform->id);
                return source;
            }
        }
    }
    if (const Mention* mention = scan.mentions.at(at))
        return Source{mention->entity, at, mention->end, false};
    // Names in capitals and lower case: up to a sign or "via".
    std::size_t end = at;
    while (end < sentence.end && end - at < 8) {
        const Token& token = scan.token(end);
        if (token.is("via") || token.is("through") || (end > at && scan.mentions.at(end) && !token.is("of")))
            break;
        const bool inner =
            (token.is("'s") || token.is("&") || token.is("-") || token.is("’") || token.is("'")) && end > at;
        if (token.kind != TokenKind::word && !inner) break;
        if (!inner && !token.capital && !token.is("of") && !token.is("de") && !token.is("the") &&
            !(token.words & kBody))
            break;
        ++end;
    }
    if (end == at || (end - at == 1 && scan.token(at).is("the"))) {
        if (end < sentence.end && scan.mentions.at(end))
            return Source{scan.mentions.at(end)->entity, at, scan.mentions.at(end)->end, false};
        return std::nullopt;
    }
    std::size_t first = at;
    while (first < end && scan.has(first, kDeterminer)) ++first;
    if (first == end) return std::nullopt;
    if (end < sentence.end && scan.mentions.at(end) && scan.has(end - 1, kOutletWord | kAccount))
        return Source{scan.mentions.at(end)->entity, at, scan.mentions.at(end)->end, false};
    if (end + 1 < sentence.end && scan.token(end).is("(") && scan.mentions.at(end + 1) &&
        scan.mentions.at(end + 1)->entity.kind == EntityKind::handle)
        return Source{scan.mentions.at(end + 1)->entity, at, scan.mentions.at(end + 1)->end, false};
    return Source{{EntityKind::literal, scan.words(first, end), std::nullopt}, at, end, false};
}

/// A credit and what stands behind "/" or "and": the first has the type of its label.
bool read_chain(Scan& scan, ClaimType type, std::size_t begin, std::size_t at) {
    auto source = credited_at(scan, at);
    if (!source) return false;
    scan.add(type, *source, begin, source->end);
    for (int links = 0; links < 4 && source->end + 1 < scan.sentence().end; ++links) {
        const Token& joint = scan.token(source->end);
        if (!joint.is("/") && !joint.is("|") && !joint.is("+") && !joint.is("&") && !joint.is("and")) break;
        const Entity before = source->entity;
        source = credited_at(scan, source->end + 1);
        if (!source) break;
        if (source->entity == before) continue;  // "ARD/Tagesschau" is one.
        const bool equals = joint.is("and") || joint.is("&") || joint.is("+");
        scan.add(equals ? type : ClaimType::via, *source, source->begin, source->end);
    }
    return true;
}

bool is_photo_line(const Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i + 1 < sentence.end && i < sentence.begin + 40; ++i)
        if (is_one_of(scan.token(i).folded, kPhotoLabels) && is_colon(scan.token(i + 1))) return true;
    return false;
}

}  // namespace

void read_credit_line(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = scan.token(i);
        if (token.kind != TokenKind::word || scan.mentions.at(i)) continue;
        // "courtesy of B", "cortesía de B", "credit to B", "credited on screen to B".
        if (i + 2 < sentence.end) {
            const bool courtesy = (token.is("courtesy") && scan.is(i + 1, "of")) ||
                                  ((token.is("cortesía") || token.is("cortesia") || token.is("gentileza") ||
                                    token.is("cortesía")) &&
                                   (scan.is(i + 1, "de") || scan.is(i + 1, "da") || scan.is(i + 1, "del")));
            if (courtesy && !is_photo_line(scan)) {
                if (read_chain(scan, ClaimType::credit, i, i + 2)) continue;
            }
        }
        if (token.is("credited") || token.is("attributed") || (token.is("credit") && scan.is(i + 1, "to")) ||
            token.is("crediting")) {
            std::size_t to = i + 1;
            while (to < sentence.end && to < i + 5 && !scan.token(to).is("to") && !token.is("crediting"))
                ++to;
            if (token.is("crediting")) to = i;
            if (to >= sentence.end || (to > i && !scan.token(to).is("to"))) continue;
            if (thing_before(scan, i) == Thing::other) continue;
            std::size_t name = to + 1;
            while (name < sentence.end && scan.token(name).kind == TokenKind::quote) ++name;
            auto source = source_at(scan, name, {true, false});
            if (!source) continue;
            FoundClaim& made = scan.add(ClaimType::credit, *source, i, std::max(source->end, name + 1));
            made.claim.hedged = is_hedged(scan, i);
            made.claim.negated = is_negated(scan, i);
            continue;
        }
        if ((token.is("provided") || token.is("supplied") || token.is("handout")) && i + 2 < sentence.end &&
            (scan.is(i + 1, "by") || scan.is(i + 1, "from")) && thing_before(scan, i) != Thing::other &&
            thing_before(scan, i) != Thing::nothing) {
            if (auto source = source_at(scan, i + 2)) scan.add(ClaimType::credit, *source, i, source->end);
            continue;
        }
        // "Video: @a / B".
        if (!is_one_of(token.folded, kLabels) && !(token.words & kStill)) continue;
        std::size_t colon = i + 1;
        while (colon < sentence.end && colon < i + 4 && !is_colon(scan.token(colon)) &&
               (is_one_of(scan.token(colon).folded, kLabels) || scan.token(colon).is("by") ||
                scan.token(colon).is("/") || scan.has(colon, kStill)))
            ++colon;
        if (colon >= sentence.end || !is_colon(scan.token(colon)) || !label_may_begin(scan, i)) continue;
        if (scan.token(i).is("source") && scan.sentence().first && scan.sentence().begin == i &&
            sentence.end - i > 12)
            continue;
        const ClaimType type =
            token.words & kStill && !(token.words & kMedia) ? ClaimType::still_from : ClaimType::credit;
        if (read_chain(scan, type, i, colon + 1)) i = colon;
    }
}

void read_via(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    if (is_photo_line(scan)) return;
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        if (!scan.token(i).is("via")) continue;
        const bool named_before =
            i > sentence.begin &&
            (scan.mentions.at(i - 1) || scan.token(i - 1).is(",") || scan.token(i - 1).is(")") ||
             scan.token(i - 1).is("/") || scan.has(i - 1, kMedia));
        const bool credit = std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& known) {
            return known.end <= i && i - known.end <= 12;
        });
        std::size_t stop = i + 1;
        if (platform_at(scan, i + 1, stop) && !(stop < sentence.end && scan.mentions.at(stop))) {
            if (!(stop < sentence.end && (scan.token(stop).is("/") || scan.token(stop).is("user")))) continue;
        }
        auto source = credited_at(scan, i + 1);
        if (!source) continue;
        if (source->entity.kind == EntityKind::literal ? !credit : !(credit || named_before)) continue;
        scan.add(ClaimType::via, *source, i, source->end);
    }
}

}  // namespace sourcereel::claims
