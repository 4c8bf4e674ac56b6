#include <algorithm>
#include <initializer_list>
#include <optional>

#include "claims/coordination.h"
#include "claims/naming.h"
#include "claims/phrases.h"
#include "claims/scan.h"

namespace sourcereel::claims {
namespace {

bool is_do(const Token& token) {
    return is_one_of(token, {"did", "does", "do", "has", "have", "had"});
}

/// The claim that "so did B" repeats: the last before token `at`, of this sentence or of the one before.
/// Where an account repeats it, it was posted.
const FoundClaim* repeated(const Scan& scan, const std::vector<FoundClaim>& all, std::size_t at,
                           bool by_account = false) {
    const FoundClaim* last = nullptr;
    for (const FoundClaim& known : scan.found)
        if (known.end <= at && (!last || known.begin >= last->begin)) last = &known;
    if (!last && !all.empty() && all.back().sentence + 1 == scan.sentence_index && !scan.sentence().first)
        last = &all.back();
    if (!last) return nullptr;
    const ClaimType type = last->claim.type;
    const bool done =
        type == ClaimType::aired_by || type == ClaimType::posted_by || type == ClaimType::released_by;
    if (by_account) return type == ClaimType::posted_by ? last : nullptr;
    return done && last->claim.entity.kind != EntityKind::handle ? last : nullptr;
}

bool ends_clause(const Scan& scan, std::size_t at) {
    return at >= scan.sentence().end || scan.is(at, ".") || scan.is(at, ";") || scan.is(at, ",");
}

/// "B declined.", "B decided not to.": and nothing that B would not do.
bool refuses(const Scan& scan, std::size_t at) {
    // "B decided against it."
    if (is_one_of(scan.token(at), {"decided", "opted"}) && scan.is(at + 1, "against") &&
        is_one_of(scan.token(at + 2), {"it", "that", "them"}))
        return true;
    if (is_one_of(scan.token(at), {"declined", "refused"})) return ends_clause(scan, at + 1);
    return is_one_of(scan.token(at), {"decided", "chose", "opted"}) && scan.is(at + 1, "not") &&
           scan.is(at + 2, "to") && ends_clause(scan, at + 3);
}

/// The outlet that begins at `at`, behind "the" and "Japan's"; one that the registry does not have needs to
/// be called one: "the channel Nord 1".
std::optional<Source> outlet_at(const Scan& scan, std::size_t at) {
    bool called = false;
    for (std::size_t i = at; i < scan.sentence().end && i < at + 6; ++i) {
        if (const Mention* mention = scan.mentions.at(i)) {
            if (mention->begin != i || mention->entity.kind == EntityKind::handle) return std::nullopt;
            return Source{mention->entity, i, mention->end, false};
        }
        // "neither had its English service, B".
        const bool described =
            (scan.is(i, ",") && i > at && scan.has(at, kDeterminer) && scan.mentions.at(i + 1)) ||
            is_one_of(scan.token(i), {"service", "sister", "arm", "edition", "affiliate"}) ||
            is_one_of(scan.token(i), {"english", "arabic", "spanish"}) || scan.has(i, kDeterminer) ||
            scan.is(i, "'s") || !country_word(scan, i).empty() ||
            (scan.has(i, kOutletWord | kStateRun) && !scan.token(i).capital);
        called = called || (scan.has(i, kOutletWord) && !scan.token(i).capital);
        if (described) continue;
        const std::size_t stop = name_end(scan, i, i + 4);
        if (stop == i) return std::nullopt;
        const bool station = called || scan.has(stop - 1, kOutletWord);
        // A name before a mention, "Norway's TV 2", is what describes it.
        if (stop < scan.sentence().end && scan.mentions.at(stop)) continue;
        if (!station) return std::nullopt;
        return Source{{EntityKind::literal, scan.words(i, stop), std::nullopt}, i, stop, false};
    }
    return std::nullopt;
}

void add_echo(Scan& scan, const FoundClaim& model, const Source& source, std::size_t begin, std::size_t end,
              bool turned) {
    const Claim claim = model.claim;  // A new claim may move the model.
    if (claim.entity == source.entity) return;
    // Who followed an account with what it posted is a channel, and aired it.
    const attribution::Outlet* outlet =
        source.entity.kind == EntityKind::outlet && claim.entity.kind != EntityKind::outlet
            ? scan.outlets.by_id(source.entity.value)
            : nullptr;
    const bool airs = claim.type == ClaimType::posted_by && outlet && outlet->medium == "tv";
    FoundClaim& made = scan.add(airs ? ClaimType::aired_by : claim.type, source, begin, end);
    made.claim.hedged = claim.hedged;
    for (std::size_t i = source.end; i < end; ++i)
        made.claim.hedged = made.claim.hedged || scan.has(i, kHedge);
    made.claim.negated = turned ? true : claim.negated;
}

/// "followed on Monday", "followed in the evening", "followed an hour later".
bool follows_in_time(const Scan& scan, std::size_t at) {
    if (!scan.is(at, "followed")) return false;
    constexpr std::size_t kFar = 5;
    for (std::size_t i = at + 1; i < scan.sentence().end && i < at + kFar; ++i) {
        const Token& token = scan.token(i);
        if (token.words & kTime) return true;
        const bool number = token.folded[0] >= '0' && token.folded[0] <= '9';
        if (number && is_one_of(scan.token(i - 1), {"at", "by"})) return true;
        if (number || (token.words & (kDeterminer | kAdverb))) continue;
        if (!is_one_of(token,
                       {"on", "in", "at", "by", "within", "a", "few", "two", "three", "several", "half"}))
            return false;
    }
    return false;
}

/// "… and C an hour earlier": nothing but a time up to the clause's end.
bool tells_only_time(const Scan& scan, std::size_t at) {
    constexpr std::size_t kLongest = 6;
    bool time = false;
    for (std::size_t i = at; i < at + kLongest; ++i) {
        if (ends_clause(scan, i)) return time && i > at + 1;
        const Token& token = scan.token(i);
        const bool number = !token.folded.empty() && token.folded[0] >= '0' && token.folded[0] <= '9';
        time = time || (token.words & kTime);
        if (!number && !(token.words & (kTime | kAdverb | kDeterminer)) &&
            !is_one_of(token, {"on", "in", "at", "few", "half", "two", "three", "before", "after"}))
            return false;
    }
    return false;
}

/// The platform that "on" or "to" names within [begin, end).
std::optional<PlatformName> platform_within(const Scan& scan, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i + 1 < end; ++i) {
        std::size_t stop = 0;
        if (!is_one_of(scan.token(i), {"on", "to"})) continue;
        if (const auto platform = platform_at(scan, i + 1, stop)) return platform;
    }
    return std::nullopt;
}

/// "@b followed on Threads", "On Instagram, the page "Name" did the same": an account posts what another has
/// posted. `verb` is "followed" or "did".
void read_account_echo(Scan& scan, const std::vector<FoundClaim>& all, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    const bool same = is_do(scan.token(verb)) && ((scan.is(verb + 1, "the") && scan.is(verb + 2, "same")) ||
                                                  scan.is(verb + 1, "likewise"));
    const std::size_t clause = std::min(sentence.end, verb + 8);
    const auto behind = platform_within(scan, verb + 1, clause);
    const bool follows =
        scan.is(verb, "followed") && (scan.is(verb + 1, "suit") || ends_clause(scan, verb + 1) ||
                                      follows_in_time(scan, verb) || (behind && scan.is(verb + 1, "on")));
    if (!same && !follows) return;
    auto source = subject_of(scan, verb);
    if (!source || source->referring || source->end > verb) return;
    bool account = source->entity.kind == EntityKind::handle;
    for (std::size_t i = source->begin > sentence.begin ? source->begin - 1 : source->begin; i < source->end;
         ++i)
        account = account || (source->entity.kind == EntityKind::literal && scan.has(i, kAccount) &&
                              !scan.token(i).capital);
    if (!account) return;
    const FoundClaim* model = repeated(scan, all, source->begin, true);
    if (!model) return;
    const auto before = platform_within(scan, sentence.begin, source->begin);
    const auto platform = behind ? behind : before;
    if (platform && !source->entity.platform) source->entity.platform = std::string(platform->id);
    const FoundClaim model_now = *model;
    add_echo(scan, model_now, *source, source->begin, std::min(sentence.end, verb + 2), false);
}

/// "She did not film it. The porter did.": who did what another had not; `verb` is "did".
void read_contrary(Scan& scan, const std::vector<FoundClaim>& all, std::size_t verb) {
    const Sentence& sentence = scan.sentence();
    if (all.empty() || sentence.first || verb < sentence.begin + 2 || verb > sentence.begin + 6) return;
    if (verb + 1 < sentence.end && scan.token(verb + 1).kind != TokenKind::sign) return;
    const FoundClaim model = all.back();
    if (model.sentence + 1 != scan.sentence_index || !model.claim.negated) return;
    const auto source = source_at(scan, sentence.begin, {}, verb);
    if (!source || source->end != verb || source->entity == model.claim.entity) return;
    FoundClaim& made = scan.add(model.claim.type, *source, source->begin, verb + 1);
    made.claim.hedged = model.claim.hedged;
}

}  // namespace

void read_echo(Scan& scan, const std::vector<FoundClaim>& all) {
    const Sentence& sentence = scan.sentence();
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        // "So did B", "as has the B", "nor did B".
        if (is_one_of(scan.token(i), {"so", "as", "nor", "neither"}) && is_do(scan.token(i + 1))) {
            const FoundClaim* model = repeated(scan, all, i);
            const auto source = outlet_at(scan, i + 2);
            const bool has_verb =
                source && scan.has(source->end, kBase | kPassive) && scan.has(source->end, kSourceVerb);
            if (source && model && !has_verb && !scan.is(source->end, "'s")) {
                const bool turned = scan.is(i, "nor") || scan.is(i, "neither");
                const FoundClaim model_now = *model;  // Adding may move it.
                add_echo(scan, model_now, *source, i, source->end, turned);
                for (const Source& other : joined_behind(scan, source->end))
                    if (other.entity.kind == EntityKind::outlet)
                        add_echo(scan, model_now, other, other.begin, other.end, turned);
            }
            continue;
        }
        if (scan.is(i, "did")) read_contrary(scan, all, i);
        if (is_do(scan.token(i)) || scan.is(i, "followed")) read_account_echo(scan, all, i);
        // "B did the same", "B followed suit", "B did not."
        const Mention* mention = scan.mentions.at(i);
        // "B ran it on Friday, C on Saturday": the verb is left out.
        const bool elided =
            mention && i > sentence.begin &&
            ((scan.is(i - 1, ",") && scan.is(mention->end, "on") && scan.has(mention->end + 1, kTime)) ||
             (is_one_of(scan.token(i - 1), {",", "and"}) && tells_only_time(scan, mention->end)));
        if (elided && mention->begin == i && !scan.found.empty() &&
            mention->entity.kind != EntityKind::handle)
            if (const FoundClaim* model = repeated(scan, {}, i))
                add_echo(scan, *model, {mention->entity, i, mention->end, false}, i, mention->end, false);
        if (!mention || mention->end != i + 1 || mention->entity.kind == EntityKind::handle) continue;
        std::size_t at = i + 1;
        if (scan.is(at, ",") && at + 1 < sentence.end && is_do(scan.token(at + 1))) {
            ++at;  // "Pakistan's broadcaster, PTV, did not".
        } else if (at < sentence.end && scan.is(at, ",")) {
            std::size_t close = at + 1;  // "B, quoting C, did the same".
            while (close < sentence.end && close < at + 6 && !scan.is(close, ",")) ++close;
            if (!scan.is(close, ",")) continue;
            at = close + 1;
        }
        // "B's English channel followed at 23:20".
        if (scan.is(at, "'s"))
            for (std::size_t k = at + 1;
                 k < at + 5 && k < sentence.end && scan.token(k).kind == TokenKind::word; ++k)
                if (is_one_of(scan.token(k),
                              {"channel", "service", "newsroom", "edition", "programme", "station"}))
                    at = k + 1;
        // "B in Seoul did not".
        if (is_one_of(scan.token(at), {"in", "of"}) && scan.token(at + 1).capital &&
            !scan.mentions.at(at + 1))
            at += 2;
        while (at < sentence.end && scan.has(at, kHedge | kAdverb) && !is_do(scan.token(at))) ++at;
        // "B never did".
        const bool never = scan.is(at, "did") && scan.is(at - 1, "never") &&
                           (at + 1 >= sentence.end || scan.token(at + 1).kind == TokenKind::sign);
        const bool same =
            (is_do(scan.token(at)) &&
             (scan.is(at + 1, "likewise") || scan.is(at + 1, "too") || scan.is(at + 1, "so") ||
              (scan.is(at + 1, "the") && scan.is(at + 2, "same")))) ||
            (scan.is(at, "followed") && (scan.is(at + 1, "suit") || ends_clause(scan, at + 1))) ||
            follows_in_time(scan, at);
        const bool ends = at + 2 >= sentence.end || scan.token(at + 2).kind == TokenKind::sign;
        const bool turned =
            never || refuses(scan, at) || (is_do(scan.token(at)) && scan.is(at + 1, "not") && ends);
        if (!same && !turned) continue;
        if (const FoundClaim* model = repeated(scan, all, mention->begin))
            add_echo(scan, *model, {mention->entity, mention->begin, mention->end, false}, mention->begin,
                     std::min(sentence.end, at + 2), turned);
    }
}

}  // namespace sourcereel::claims
