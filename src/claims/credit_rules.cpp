#include <algorithm>
#include <array>
#include <iterator>

#include "claims/credit_chain.h"
#include "claims/modality.h"
#include "claims/naming.h"
#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {
namespace {

/// Labels before ":" that name the source of a video, in the languages that credit lines come in. Folded.
constexpr std::string_view kLabels[] = {
    "handout",  "video",      "videos",   "footage",  "credit",   "credits",      "clip",        "source",
    "courtesy", "film",       "vídeo",    "vidéo",    "fuente",   "quelle",       "crédito",     "créditos",
    "crédit",   "crédits",    "fonte",    "imágenes", "imagens",  "filmmaterial", "videoquelle", "bildquelle",
    "filmato",  "источник",   "видео",    "кадры",    "съёмка",   "съемка",       "відео",       "джерело",
    "кадри",    "来源",       "视频来源", "来源视频", "视频",     "影片",         "影片來源",    "來源",
    "出处",     "提供",       "映像",     "動画",     "出典",     "영상",         "출처",        "제공",
    "화면제공", "화면",       "영상제공", "자료제공", "المصدر",   "فيديو",        "تصوير",       "kaynak",
    "görüntü",  "görüntüler", "bron",     "beeld",    "beelden",  "kilde",        "källa",       "kuva",
    "lähde",    "źródło",     "wideo",    "zdroj",    "forrás",   "sursa",        "izvor",       "πηγή",
    "sumber",   "nguồn",      "画面",     "图源",     "映像提供", "영상출처",     "منبع",        "ویدیو",
    "מקור",     "צילום",      "क्रेडिट",    "स्रोत",     "ที่มา"};
constexpr std::array<std::string_view, 7> kPhotoLabels{"photo",   "photos",   "image", "images",
                                                       "picture", "pictures", "foto"};
/// What stands behind a label and names nobody.
constexpr std::array<std::string_view, 10> kNobody{"supplied", "file",    "handout",  "library", "staff",
                                                   "archive",  "unknown", "internet", "stock",   "composite"};

template <typename Words>
bool is_one_of(std::string_view word, const Words& words) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// What a body has handed out, as credits have it: "HANDOUT/NAME", "HO / NAME".
constexpr std::array<std::string_view, 3> kHandedOut{"handout", "ho", "ugc"};

/// What a body may be called further in a credit.
constexpr std::array<std::string_view, 6> kOffices{"press", "media", "service", "office", "handout", "pool"};

bool is_bar(const Token& token) {
    return token.is("/") || token.is("|");
}

/// "Clip 2", "Video B".
bool is_number(const Token& token) {
    return token.kind == TokenKind::word && token.folded.size() <= 2 &&
           (token.capital || (token.folded[0] >= '0' && token.folded[0] <= '9'));
}

bool is_colon(const Token& token) {
    return token.is(":") || token.is("：") || token.is("=");
}

/// Whether a label may begin at the token: a sentence, a bracket or a bar opens before it.
bool label_may_begin(const Scan& scan, std::size_t at) {
    const std::size_t begin = scan.sentence().begin;
    if (at == begin) return true;
    const Token& before = scan.token(at - 1);
    if (at == begin + 1 && (before.is("-") || before.is("*"))) return true;  // An item of a list.
    const bool label_before =                                                // "Credits: Video: B".
        is_colon(before) && at >= scan.sentence().begin + 2 && is_one_of(scan.token(at - 2).folded, kLabels);
    return label_before || before.is("(") || before.is("[") || before.is("|") || before.is("/") ||
           before.is("—") || before.is("–") || before.is("·") || before.is("•") || before.is("（") ||
           before.kind == TokenKind::quote || !scan.token(at).latin;
}

/// Where the label at `at` begins: "Dashcam footage:", "Original video:" do before it.
std::size_t label_begin(const Scan& scan, std::size_t at) {
    constexpr std::size_t kMostWords = 3;
    std::size_t begin = at;
    while (begin > scan.sentence().begin && at - begin < kMostWords &&
           scan.token(begin - 1).kind == TokenKind::word && !scan.mentions.at(begin - 1) &&
           !scan.has(begin - 1, kAuxiliary | kVerb | kPreposition | kDeterminer | kPronoun | kPhoto))
        --begin;
    return label_may_begin(scan, begin) ? begin : at;
}

/// The source of a credit that begins at `at`: an account, an outlet, a name, "FACEBOOK/NAME".
std::optional<Source> credited_at(const Scan& scan, std::size_t at) {
    const Sentence& sentence = scan.sentence();
    if (at >= sentence.end) return std::nullopt;
    if (is_one_of(scan.token(at).folded, kNobody) && !is_bar(scan.token(at + 1))) return std::nullopt;
    if ((scan.is(at, "cortesía") || scan.is(at, "cortesia") || scan.is(at, "gentileza")) &&
        at + 2 < sentence.end)
        return credited_at(scan, at + 2);
    // "Credit: Handout/Coast Guard".
    if (is_one_of(scan.token(at).folded, kHandedOut) && is_bar(scan.token(at + 1)))
        return credited_at(scan, at + 2);
    if (scan.is(at, "courtesy")) return credited_at(scan, scan.is(at + 1, "of") ? at + 2 : at + 1);
    // "Norway's TV 2", "the Russian agency TASS".
    std::size_t name = at;
    while (name < sentence.end && name < at + 5 && !scan.mentions.at(name) &&
           (!country_word(scan, name).empty() || scan.token(name).is("'s") ||
            scan.has(name, kDeterminer | kOutletWord | kStateRun)))
        ++name;
    if (name > at && name < sentence.end)
        if (const Mention* mention = scan.mentions.at(name))
            return Source{mention->entity, at, mention->end, false};
    std::size_t stop = at;
    const auto platform = platform_at(scan, at, stop);
    if (platform && stop < sentence.end) {
        const Token& next = scan.token(stop);
        if (next.is("/") || next.is(":") || next.is("|") || next.is("-") || next.is("@") || next.is(",") ||
            scan.mentions.at(stop) || next.capital || next.is("user")) {
            std::size_t behind =
                scan.token(stop).kind == TokenKind::sign || next.is("user") ? stop + 1 : stop;
            if (scan.is(behind, "@")) ++behind;
            if (auto source = credited_at(scan, behind)) {
                source->begin = at;
                source->entity.platform = std::string(platform->id);
                return source;
            }
        }
    }
    if (const Mention* mention = scan.mentions.at(at)) {
        // "Russian Defense Ministry Press Service".
        std::size_t end = mention->end;
        while (mention->entity.kind == EntityKind::outlet && scan.token(end).capital &&
               is_one_of(scan.token(end).folded, kOffices))
            ++end;
        return Source{mention->entity, at, end, false};
    }
    // Names in capitals and lower case: up to a sign or "via".
    std::size_t end = at;
    while (end < sentence.end && end - at < 8) {
        const Token& token = scan.token(end);
        if (token.is("via") || token.is("through") || (end > at && scan.mentions.at(end) && !token.is("of")))
            break;
        const bool inner = (token.is("'s") || token.is("&") || token.is("-") || token.is("’") ||
                            token.is("'") || is_and_of_name(scan, end)) &&
                           end > at;
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
    if (end < sentence.end && is_colon(scan.token(end))) return std::nullopt;  // "Credits: Video: B".
    std::size_t first = at;
    while (first < end && scan.has(first, kDeterminer)) ++first;
    if (first == end) return std::nullopt;
    // "Kremlin press service" goes on in lower case; "Drone footage shows" is no name.
    std::size_t rest = end;
    while (rest < sentence.end && rest < end + 3 && scan.token(rest).kind == TokenKind::word &&
           !scan.token(rest).capital && !(scan.token(rest).words & (kPreposition | kAuxiliary | kMedia)))
        ++rest;
    if (rest > end && scan.has(rest - 1, kBody | kAccount)) {
        end = rest;
    } else if (end < sentence.end && scan.has(end, kMedia) && !scan.token(end).capital) {
        return std::nullopt;
    }
    if (end < sentence.end && scan.mentions.at(end) && scan.has(end - 1, kOutletWord | kAccount))
        return Source{scan.mentions.at(end)->entity, at, scan.mentions.at(end)->end, false};
    if (end + 1 < sentence.end && scan.token(end).is("(") && scan.mentions.at(end + 1) &&
        scan.mentions.at(end + 1)->entity.kind == EntityKind::handle)
        return Source{scan.mentions.at(end + 1)->entity, at, scan.mentions.at(end + 1)->end, false};
    return Source{{EntityKind::literal, scan.words(first, end), std::nullopt}, at, end, false};
}

}  // namespace

bool read_credits_at(Scan& scan, ClaimType type, std::size_t begin, std::size_t at) {
    auto source = credited_at(scan, at);
    if (!source) return false;
    // "@name on Telegram".
    std::size_t where = source->end;
    if (scan.is(where, "on") || scan.is(where, "from"))
        if (const auto platform = platform_at(scan, where + 1, where)) {
            source->entity.platform = std::string(platform->id);
            source->end = where;
        }
    // "@name (TikTok)".
    if (scan.is(source->end, "(") && scan.is(source->end + 2, ")") && scan.token(source->end + 1).capital)
        if (const auto platform = platform_named(scan.token(source->end + 1).folded)) {
            source->entity.platform = std::string(platform->id);
            source->end += 3;
        }
    scan.add(type, *source, begin, source->end);
    for (int links = 0; links < 4 && source->end + 1 < scan.sentence().end; ++links) {
        const Token& joint = scan.token(source->end);
        const bool listed = joint.is(",") && scan.mentions.at(source->end + 1);  // "Video: AFP, Reuters".
        const bool bar = joint.is("|") && !scan.is(scan.sentence().begin, "|");  // Not that of a table.
        if (!listed && !joint.is("/") && !bar && !joint.is("+") && !joint.is("&") && !joint.is("and")) break;
        std::size_t stop = 0;
        if (const auto platform = platform_at(scan, source->end + 1, stop);
            platform && (stop >= scan.sentence().end || scan.token(stop).kind != TokenKind::sign ||
                         scan.token(stop).is(".") || scan.token(stop).is(")") || scan.token(stop).is(";") ||
                         scan.token(stop).is(",") || scan.token(stop).is("]"))) {
            for (FoundClaim& known : scan.found)
                if (known.claim.type == type && known.claim.entity.value == source->entity.value)
                    known.claim.entity.platform = std::string(platform->id);
            source->end = stop;
            continue;
        }
        const Entity before = source->entity;
        source = credited_at(scan, source->end + 1);
        if (!source) break;
        if (source->entity == before) continue;  // "ARD/Tagesschau" is one.
        const bool equals = listed || joint.is("and") || joint.is("&") || joint.is("+");
        scan.add(equals ? type : ClaimType::via, *source, source->begin, source->end);
    }
    return true;
}

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
    return source && source->end == via ? source : std::nullopt;
}

/// "Screenshot via Facebook/Name", "Screengrab/Telegram @name", "Still from YouTube/Name": a line, no
/// sentence.
bool read_still_line(Scan& scan, std::size_t at) {
    const Sentence& sentence = scan.sentence();
    const bool labelled = at > sentence.begin && is_colon(scan.token(at - 1));  // "Image: Screengrab/B".
    if (at + 2 >= sentence.end || !(labelled || label_may_begin(scan, at))) return false;
    const Token& joint = scan.token(at + 1);
    const bool sign = joint.is("/") || joint.is("|");
    if (!sign && !joint.is("via") && !joint.is("from")) return false;
    std::size_t stop = at + 2;
    const Mention* account = scan.mentions.at(at + 2);
    const bool named = joint.is("via") && account && account->entity.kind == EntityKind::handle;
    if (named) stop = account->end;
    if (!sign && !named && !(platform_at(scan, at + 2, stop) && stop == at + 3)) return false;
    if (!sign && scan.has(stop, kAuxiliary | kVerb)) return false;
    return read_credits_at(scan, ClaimType::still_from, at, at + 2);
}

/// Whether the sentence says what happens: then it is no credit.
bool tells(const Scan& scan) {
    for (std::size_t i = scan.sentence().begin; i < scan.sentence().end; ++i)
        if (scan.has(i, kAuxiliary | kVerb) && !scan.token(i).capital && !scan.is(i, "used")) return true;
    return false;
}

bool is_photo_line(const Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i + 1 < sentence.end && i < sentence.begin + 40; ++i)
        if (is_one_of(scan.token(i).folded, kPhotoLabels) && is_colon(scan.token(i + 1))) return true;
    return false;
}

/// "TikTok/@a" anywhere, "(Facebook/Name of a page)" in brackets or as a caption; `at` is the platform.
std::optional<Source> page_alone(const Scan& scan, std::size_t at) {
    const Sentence& sentence = scan.sentence();
    std::size_t slash = at;
    const auto platform = platform_at(scan, at, slash);
    if (!platform || slash != at + 1 || slash + 1 >= sentence.end || !scan.token(slash).is("/"))
        return std::nullopt;
    const Mention* mention = scan.mentions.at(slash + 1);
    if (mention && mention->entity.kind == EntityKind::handle) {
        const bool known = std::any_of(scan.found.begin(), scan.found.end(), [&](const FoundClaim& claim) {
            return claim.claim.entity.value == mention->entity.value;
        });
        if (known || is_photo_line(scan)) return std::nullopt;
        Source source{mention->entity, at, mention->end, false};
        source.entity.platform = std::string(platform->id);
        return source;
    }
    const bool opens = at == sentence.begin ? sentence.role == BlockRole::caption
                                            : scan.is(at - 1, "(") || scan.is(at - 1, "[");
    auto source = opens ? credited_at(scan, at) : std::nullopt;
    if (!source || source->entity.kind != EntityKind::literal) return std::nullopt;
    const bool closes = source->end >= sentence.end || scan.is(source->end, ")") ||
                        scan.is(source->end, "]") || scan.is(source->end, ".");
    return closes ? source : std::nullopt;
}

}  // namespace

void read_credit_line(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    // "@name / TikTok" as a line of its own.
    if (const Mention* mention = scan.mentions.at(sentence.begin);
        mention && mention->entity.kind == EntityKind::handle && scan.is(mention->end, "/")) {
        std::size_t stop = sentence.end;
        const auto platform = platform_at(scan, mention->end + 1, stop);
        if (platform && stop >= sentence.end) {
            Source source{mention->entity, sentence.begin, stop, false};
            source.entity.platform = std::string(platform->id);
            scan.add(ClaimType::credit, source, sentence.begin, stop);
        }
    }
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = scan.token(i);
        if (token.kind != TokenKind::word || scan.mentions.at(i)) continue;
        // "courtesy of B", "cortesía de B", "credit to B", "credited on screen to B".
        if (i + 1 < sentence.end) {
            const bool account =
                scan.mentions.at(i + 1) && scan.mentions.at(i + 1)->entity.kind == EntityKind::handle;
            if (token.is("courtesy") && !scan.is(i + 1, "of") && (account || scan.token(i + 1).capital) &&
                label_may_begin(scan, label_begin(scan, i)) && !is_photo_line(scan) &&
                read_credits_at(scan, ClaimType::credit, i, i + 1))
                continue;
            const bool courtesy = (token.is("courtesy") && scan.is(i + 1, "of")) ||
                                  ((token.is("cortesía") || token.is("cortesia") || token.is("gentileza") ||
                                    token.is("cortesía")) &&
                                   (scan.is(i + 1, "de") || scan.is(i + 1, "da") || scan.is(i + 1, "del")));
            // "avec l'aimable autorisation de B", "mit freundlicher Genehmigung von B", "per gentile
            // concessione di B".
            const bool permission =
                (token.is("autorisation") && (scan.is(i + 1, "de") || scan.is(i + 1, "du"))) ||
                (token.is("genehmigung") &&
                 (scan.is(i + 1, "von") || scan.is(i + 1, "des") || scan.is(i + 1, "der"))) ||
                (token.is("concessione") && (scan.is(i + 1, "di") || scan.is(i + 1, "della"))) ||
                ((token.is("cedidas") || token.is("cedido") || token.is("cedida")) && scan.is(i + 1, "por"));
            if ((courtesy || permission) && !is_photo_line(scan)) {
                if (read_credits_at(scan, ClaimType::credit, i, i + 2)) continue;
            }
        }
        // "Handout/Hungarian Water Directorate" as a line of its own or in brackets.
        if (is_one_of(token.folded, kHandedOut) && is_bar(scan.token(i + 1)) && label_may_begin(scan, i) &&
            !is_photo_line(scan) && read_credits_at(scan, ClaimType::credit, i, i + 2)) {
            ++i;
            continue;
        }
        // "Video by Marta Kern / Reuters" as a line of its own.
        constexpr std::size_t kShortLine = 14;
        if (i == sentence.begin && sentence.end - sentence.begin <= kShortLine && scan.is(i + 1, "by") &&
            (token.is("video") || token.is("footage") || token.is("clip")) && !tells(scan) &&
            read_credits_at(scan, ClaimType::credit, i, i + 2)) {
            ++i;
            continue;
        }
        // "TikTok/@a" alone is a credit too.
        if (const auto source = page_alone(scan, i)) {
            scan.add(ClaimType::credit, *source, i, source->end);
            i = source->end - 1;
            continue;
        }
        // "Video: @a / B".
        // "Image credit: @name": an account's picture.
        if ((token.words & kPhoto || is_one_of(token.folded, kPhotoLabels)) && label_may_begin(scan, i)) {
            std::size_t sign = i + 1;
            if (scan.is(sign, "credit") || scan.is(sign, "source") || scan.is(sign, "by")) ++sign;
            constexpr std::size_t kPlace = 3;  // "Photo at top:".
            while (sign < sentence.end && sign <= i + kPlace && scan.token(sign).kind == TokenKind::word &&
                   !scan.token(sign).capital && !scan.has(sign, kVerb | kAuxiliary))
                ++sign;
            if (sign + 1 < sentence.end && is_colon(scan.token(sign)))
                if (auto source = credited_at(scan, sign + 1);
                    source && (source->entity.kind == EntityKind::handle || source->entity.platform)) {
                    read_credits_at(scan, ClaimType::credit, i, sign + 1);
                    i = sign;
                    continue;
                }
        }
        if ((token.words & kStill) && read_still_line(scan, i)) continue;
        if (!is_one_of(token.folded, kLabels) && !(token.words & kStill)) continue;
        std::size_t colon = i + 1;
        while (colon < sentence.end && colon < i + 4 && !is_colon(scan.token(colon)) &&
               (is_one_of(scan.token(colon).folded, kLabels) || scan.token(colon).is("by") ||
                scan.token(colon).is("/") || scan.has(colon, kStill) || scan.is(colon, "de") ||
                scan.is(colon, "pantalla") || is_number(scan.token(colon))))
            ++colon;
        if (colon >= sentence.end || !is_colon(scan.token(colon)) ||
            !label_may_begin(scan, label_begin(scan, i)))
            continue;
        if (scan.token(i).is("source") && scan.sentence().first && scan.sentence().begin == i &&
            sentence.end - i > 12)
            continue;
        bool still = (token.words & kStill) && !(token.words & kMedia);
        for (std::size_t k = i + 1; k < colon; ++k) still = still || scan.has(k, kStill);
        const ClaimType type = still ? ClaimType::still_from : ClaimType::credit;
        if (read_credits_at(scan, type, i, colon + 1)) i = colon;
    }
}

void read_via(Scan& scan) {
    const Sentence& sentence = scan.sentence();
    if (is_photo_line(scan)) return;
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        const bool through =
            scan.is(i, "through") && i > sentence.begin && scan.has(i - 1, kPassive | kMedia);
        if (!scan.token(i).is("via") && !scan.token(i).is("vía") && !through) continue;
        const bool named_before =
            i > sentence.begin &&
            (scan.mentions.at(i - 1) || scan.token(i - 1).is(",") || scan.token(i - 1).is(")") ||
             scan.token(i - 1).is("/") || scan.has(i - 1, kMedia) || through ||
             is_one_of(scan.token(i - 1).folded, kNobody) || scan.is(i - 1, "ugc"));
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
