#include <algorithm>
#include <iterator>

#include "claims/credit_chain.h"
#include "claims/naming.h"
#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {
namespace {

/// Labels before ":" that name the source of a video, in the languages that credit lines come in. Folded.
constexpr std::string_view kLabels[] = {
    "handout",  "supplied", "submitted", "contributed",  "video",       "videos",     "footage",
    "credit",   "credits",  "clip",      "source",       "courtesy",    "film",       "vídeo",
    "vidéo",    "fuente",   "quelle",    "crédito",      "créditos",    "crédit",     "crédits",
    "fonte",    "imágenes", "imagens",   "filmmaterial", "videoquelle", "bildquelle", "filmato",
    "источник", "видео",    "кадры",     "съёмка",       "съемка",      "відео",      "джерело",
    "кадри",    "来源",     "视频来源",  "来源视频",     "视频",        "影片",       "影片來源",
    "來源",     "出处",     "提供",      "映像",         "動画",        "出典",       "영상",
    "출처",     "제공",     "화면제공",  "화면",         "영상제공",    "자료제공",   "المصدر",
    "فيديو",    "تصوير",    "kaynak",    "görüntü",      "görüntüler",  "bron",       "beeld",
    "beelden",  "kilde",    "källa",     "kuva",         "lähde",       "źródło",     "wideo",
    "zdroj",    "forrás",   "sursa",     "izvor",        "πηγή",        "sumber",     "nguồn",
    "画面",     "图源",     "映像提供",  "영상출처",     "منبع",        "ویدیو",      "מקור",
    "צילום",    "क्रेडिट",    "स्रोत",      "ที่มา"};

bool is_label(const Token& token) {
    return std::find(std::begin(kLabels), std::end(kLabels), token.folded) != std::end(kLabels);
}

/// "Clip 2", "Video B".
bool is_number(const Token& token) {
    return token.kind == TokenKind::word && token.folded.size() <= 2 &&
           (token.capital || (token.folded[0] >= '0' && token.folded[0] <= '9'));
}

/// Whether a label may begin at the token: a sentence, a bracket or a bar opens before it.
bool label_may_begin(const Scan& scan, std::size_t at) {
    const std::size_t begin = scan.sentence().begin;
    if (at == begin) return true;
    const Token& before = scan.token(at - 1);
    // "a line such as "Video: X"": an example.
    if (before.kind == TokenKind::quote && at >= begin + 2 &&
        is_one_of(scan.token(at - 2), {"as", "like", "say", "write"}))
        return false;
    if (at == begin + 1 && (before.is("-") || before.is("*"))) return true;  // An item of a list.
    const bool label_before =                                                // "Credits: Video: B".
        is_colon(before) && at >= scan.sentence().begin + 2 && is_label(scan.token(at - 2));
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

/// "(B/Telegram)", "(Anna Sol / X)": a name and its platform in brackets, and nothing else.
std::optional<Source> before_platform(const Scan& scan, std::size_t at) {
    const std::size_t begin = scan.sentence().begin;
    if (at == begin || !(scan.is(at - 1, "(") || scan.is(at - 1, "["))) return std::nullopt;
    std::size_t bar = at;
    constexpr std::size_t kLongestName = 6;
    while (bar < scan.sentence().end && bar <= at + kLongestName && !scan.is(bar, "/")) ++bar;
    std::size_t stop = bar;
    const auto platform = scan.is(bar, "/") ? platform_at(scan, bar + 1, stop) : std::nullopt;
    if (!platform || bar == at || !(scan.is(stop, ")") || scan.is(stop, "]")) || is_photo_line(scan))
        return std::nullopt;
    auto source = credited_at(scan, at);
    if (!source || source->end != bar || source->entity.kind == EntityKind::outlet_class) return std::nullopt;
    source->entity.platform = std::string(platform->id);
    source->end = stop;
    return source;
}

/// "Photograph: Anna Sol/X": the platform behind a bar.
bool names_platform_behind(const Scan& scan, std::size_t end) {
    std::size_t stop = 0;
    return is_bar(scan.token(end)) && platform_at(scan, end + 1, stop).has_value();
}

/// "(MND image)", "(Lom Police video)": a name and what it gave, in brackets; `at` begins it.
std::optional<Source> before_kind(const Scan& scan, std::size_t at) {
    if (at == scan.sentence().begin || !(scan.is(at - 1, "(") || scan.is(at - 1, "["))) return std::nullopt;
    auto source = source_at(scan, at, {true, false});
    if (!source || source->entity.kind == EntityKind::outlet_class || source->referring) return std::nullopt;
    std::size_t noun = source->end;
    if (!is_one_of(scan.token(noun), {"image", "video", "footage", "handout", "clip", "screengrab"}))
        return std::nullopt;
    if (!(scan.is(noun + 1, ")") || scan.is(noun + 1, "]"))) return std::nullopt;
    source->end = noun + 1;
    return source;
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
    std::size_t colon_ahead = sentence.begin;  // The first colon from `i` on: no label stands far before one.
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = scan.token(i);
        if (colon_ahead < i) colon_ahead = i;
        while (colon_ahead < sentence.end && !is_colon(scan.token(colon_ahead))) ++colon_ahead;
        auto bracketed = before_platform(scan, i);
        if (!bracketed) bracketed = before_kind(scan, i);
        if (const auto& source = bracketed) {
            scan.add(ClaimType::credit, *source, i, source->end);
            i = source->end - 1;
            continue;
        }
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
                // "courtesy of the aid group Open Hands, shows".
                auto giver = source_at(scan, i + 2, {true, false});
                if (!giver)
                    if (auto body = source_at(scan, i + 2); body && scan.has(body->end - 1, kBody))
                        giver = body;
                if (giver && courtesy) {
                    scan.add(ClaimType::credit, *giver, i, giver->end);
                    continue;
                }
            }
        }
        // "Handout/Hungarian Water Directorate" as a line of its own or in brackets.
        const bool behind_dash = i > sentence.begin && scan.is(i - 1, "-") && scan.token(i - 1).spaced;
        if (is_handed_out(token) && is_bar(scan.token(i + 1)) && !scan.is(sentence.begin, "|") &&
            (behind_dash || label_may_begin(scan, i)) && !is_photo_line(scan) &&
            read_credits_at(scan, ClaimType::credit, i, i + 2)) {
            ++i;
            continue;
        }
        // "(Submitted by Marta Kern)".
        if (is_one_of(token, {"submitted", "provided", "supplied", "contributed", "shared"}) &&
            scan.is(i + 1, "by") && i > sentence.begin && (scan.is(i - 1, "(") || scan.is(i - 1, "[")) &&
            !is_photo_line(scan) && read_credits_at(scan, ClaimType::credit, i, i + 2)) {
            ++i;
            continue;
        }

        // "Video by Marta Kern / Reuters" as a line of its own.
        constexpr std::size_t kShortLine = 14;
        const bool in_bracket = i > sentence.begin && (scan.is(i - 1, "(") || scan.is(i - 1, "["));
        if (((i == sentence.begin && sentence.end - sentence.begin <= kShortLine) || in_bracket) &&
            scan.is(i + 1, "by") && (token.is("video") || token.is("footage") || token.is("clip")) &&
            (in_bracket || !tells(scan)) && read_credits_at(scan, ClaimType::credit, i, i + 2)) {
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
        // "Image: KCTV": a picture of what was on the air, or handed on by another.
        if (is_one_of(token, {"image", "images"}) && label_may_begin(scan, i) && is_colon(scan.token(i + 1)))
            if (const auto source = credited_at(scan, i + 2)) {
                const attribution::Outlet* outlet = source->entity.kind == EntityKind::outlet
                                                        ? scan.outlets.by_id(source->entity.value)
                                                        : nullptr;
                const bool on_air = outlet && (outlet->medium == "tv" || outlet->medium == "body");
                if ((on_air || scan.is(source->end, "via")) &&
                    read_credits_at(scan, ClaimType::credit, i, i + 2)) {
                    i = source->end - 1;
                    continue;
                }
            }
        // "Image credit: @name": an account's picture.
        if ((token.words & kPhoto || is_photo_label(token)) && label_may_begin(scan, i)) {
            std::size_t sign = i + 1;
            if (scan.is(sign, "credit") || scan.is(sign, "source") || scan.is(sign, "by")) ++sign;
            constexpr std::size_t kPlace = 3;  // "Photo at top:".
            while (sign < sentence.end && sign <= i + kPlace && scan.token(sign).kind == TokenKind::word &&
                   !scan.token(sign).capital && !scan.has(sign, kVerb | kAuxiliary))
                ++sign;
            if (sign + 1 < sentence.end && is_colon(scan.token(sign)))
                if (auto source = credited_at(scan, sign + 1);
                    source && (source->entity.kind == EntityKind::handle || source->entity.platform ||
                               names_platform_behind(scan, source->end))) {
                    read_credits_at(scan, ClaimType::credit, i, sign + 1);
                    i = sign;
                    continue;
                }
        }
        // "Creator: @name", "Uploader: @name on TikTok": who posted it.
        if (is_one_of(token, {"creator", "uploader", "poster", "account", "uploaded", "posted"}) &&
            label_may_begin(scan, i)) {
            const std::size_t colon = scan.is(i + 1, "by") ? i + 2 : i + 1;
            if (colon + 1 < sentence.end && is_colon(scan.token(colon)))
                if (const Mention* mention = scan.mentions.at(colon + 1);
                    mention && mention->entity.kind == EntityKind::handle &&
                    read_credits_at(scan, ClaimType::posted_by, i, colon + 1)) {
                    i = colon;
                    continue;
                }
        }
        if (!scan.is(sentence.begin, "|") && (token.words & kStill) && read_still_line(scan, i)) continue;
        constexpr std::size_t kLongestLabel = 4;
        if (colon_ahead >= sentence.end || colon_ahead - i > kLongestLabel) continue;
        if (!is_label(token) && !(token.words & kStill)) continue;
        std::size_t colon = i + 1;
        while (colon < sentence.end && colon < i + 4 && !is_colon(scan.token(colon)) &&
               (is_label(scan.token(colon)) || scan.token(colon).is("by") || scan.token(colon).is("/") ||
                scan.has(colon, kStill) || scan.is(colon, "de") || scan.is(colon, "pantalla") ||
                scan.is(colon, "из") || scan.is(colon, "з") || is_number(scan.token(colon))))
            ++colon;
        if (colon >= sentence.end || !is_colon(scan.token(colon)) ||
            !label_may_begin(scan, label_begin(scan, i)))
            continue;
        if (scan.token(i).is("source") && scan.sentence().first && scan.sentence().begin == i &&
            sentence.end - i > 12)
            continue;
        if (is_own_text(scan, i, colon + 1)) continue;
        bool still = (token.words & kStill) && !(token.words & kMedia);
        for (std::size_t k = i + 1; k < colon; ++k) still = still || scan.has(k, kStill);
        const ClaimType type = still ? ClaimType::still_from : ClaimType::credit;
        if (read_credits_at(scan, type, i, colon + 1)) i = colon;
    }
}

}  // namespace sourcereel::claims
