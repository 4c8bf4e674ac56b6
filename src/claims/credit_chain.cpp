#include "claims/credit_chain.h"

#include "claims/naming.h"

namespace sourcereel::claims {

bool names_nobody(const Token& token) {
    return is_one_of(token, {"supplied", "file", "handout", "library", "staff", "archive", "unknown",
                             "internet", "stock", "composite"});
}

bool is_handed_out(const Token& token) {
    return is_one_of(token, {"handout", "ho", "ugc", "reprodução", "reproducción", "divulgação", "captura",
                             "supplied", "cedida"});
}

bool is_bar(const Token& token) {
    return token.is("/") || token.is("|");
}

bool is_colon(const Token& token) {
    return token.is(":") || token.is("：") || token.is("=");
}

bool is_photo_label(const Token& token) {
    return is_one_of(token, {"photo", "photos", "photograph", "photographs", "image", "images", "picture",
                             "pictures", "foto"});
}

bool is_own_text(const Scan& scan, std::size_t label, std::size_t name) {
    if (!scan.is(label, "source")) return false;
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = name; i < sentence.end && i < name + 6; ++i)
        if (is_one_of(scan.token(i), {"agencies", "wires", "newsroom", "desk"})) return true;
    // "Source: B" on a page of B's.
    const Mention* mention = scan.mentions.at(name);
    const std::size_t end = mention ? mention->end : name + 1;
    return scan.article.text.find("© " + scan.words(name, end)) != std::string::npos;
}

bool tells(const Scan& scan) {
    for (std::size_t i = scan.sentence().begin; i < scan.sentence().end; ++i)
        if (scan.has(i, kAuxiliary | kVerb) && !scan.token(i).capital && !scan.is(i, "used")) return true;
    return false;
}

bool is_photo_line(const Scan& scan) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i + 1 < sentence.end && i < sentence.begin + 40; ++i)
        if (is_photo_label(scan.token(i)) && is_colon(scan.token(i + 1))) return true;
    return false;
}

namespace {

/// "pier_cam/TikTok", "TikTok/pier_cam", "pier.cam via Instagram": an account without its sign, beside its
/// platform.
std::optional<Source> bare_account_at(const Scan& scan, std::size_t at) {
    const Sentence& sentence = scan.sentence();
    constexpr std::size_t kShortest = 4;
    std::size_t end = at;
    while (end < sentence.end && (end == at || !scan.token(end).spaced) &&
           (scan.token(end).kind == TokenKind::word || is_one_of(scan.token(end), {"_", ".", "-"})))
        ++end;
    while (end > at && is_one_of(scan.token(end - 1), {".", "-"})) --end;
    if (end == at || scan.token(at).capital || scan.token(at).kind != TokenKind::word ||
        !scan.token(at).latin || (end == at + 1 && scan.token(at).words != 0) ||
        scan.token(end - 1).end - scan.token(at).begin < kShortest)
        return std::nullopt;
    const bool before = at >= sentence.begin + 2 && is_bar(scan.token(at - 1)) &&
                        scan.token(at - 2).capital && platform_named(scan.token(at - 2).folded);
    std::size_t stop = 0;
    const bool joined = is_bar(scan.token(end)) || is_one_of(scan.token(end), {"via", "on"});
    const bool behind = joined && platform_at(scan, end + 1, stop).has_value();
    if (!before && !behind) return std::nullopt;
    return Source{{EntityKind::handle, scan.words(at, end), std::nullopt}, at, end, false};
}

}  // namespace

std::optional<Source> credited_at(const Scan& scan, std::size_t at) {
    const Sentence& sentence = scan.sentence();
    if (at >= sentence.end) return std::nullopt;
    if (names_nobody(scan.token(at)) && !is_bar(scan.token(at + 1))) return std::nullopt;
    if ((scan.is(at, "cortesía") || scan.is(at, "cortesia") || scan.is(at, "gentileza")) &&
        at + 2 < sentence.end)
        return credited_at(scan, at + 2);
    // "Credit: Handout/Coast Guard".
    // "the Tokyo-based Korea News Service".
    const std::size_t place = scan.has(at, kDeterminer) ? at + 1 : at;
    if (scan.token(place).capital && scan.is(place + 1, "-") && scan.is(place + 2, "based"))
        return credited_at(scan, place + 3);
    // "телеканал «Звезда»".
    if (is_one_of(scan.token(at), {"телеканал", "канал", "агентство", "газета", "chaîne", "sender"}) &&
        scan.token(at + 1).kind == TokenKind::quote)
        if (const Mention* mention = scan.mentions.at(at + 2))
            return Source{mention->entity, at, mention->end, false};
    if (is_handed_out(scan.token(at)) && is_bar(scan.token(at + 1))) return credited_at(scan, at + 2);
    if (scan.is(at, "courtesy")) return credited_at(scan, scan.is(at + 1, "of") ? at + 2 : at + 1);
    // "Norway's TV 2", "the Russian agency TASS".
    std::size_t name = at;
    while (name < sentence.end && name < at + 5 && !scan.mentions.at(name) &&
           (!country_word(scan, name).empty() || scan.token(name).is("'s") ||
            scan.has(name, kDeterminer | kOutletWord | kStateRun) ||
            (scan.is(name, "news") && !scan.token(name).capital)))
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
               is_one_of(scan.token(end), {"press", "media", "service", "office", "handout", "pool"}))
            ++end;
        return Source{mention->entity, at, end, false};
    }
    if (auto account = bare_account_at(scan, at)) return account;
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
    // "VIDEO: Dashcam captures crash".
    if (end == at + 1 && !scan.token(end).capital && scan.has(end, kVerb | kActive | kAuxiliary))
        return std::nullopt;
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
    // "Maxar Technologies via Google Earth Pro".
    if (scan.is(source->end, "via") && !scan.mentions.at(source->end + 1))
        if (const auto carrier = credited_at(scan, source->end + 1);
            carrier && carrier->entity.kind == EntityKind::literal && !carrier->entity.platform &&
            !platform_named(scan.token(source->end + 1).folded))
            scan.add(ClaimType::via, *carrier, source->end, carrier->end);
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

}  // namespace sourcereel::claims
