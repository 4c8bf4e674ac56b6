#include <algorithm>
#include <map>
#include <optional>

#include "attribution/handle_match.h"
#include "unicode/fold.h"
#include "verdict/credit_line.h"
#include "verdict/entity_names.h"
#include "verdict/evidence.h"

namespace sourcereel::verdict {
namespace {

using attribution::compare_handles;
using attribution::HandleMatch;
using attribution::NameOrigin;
using attribution::Outlet;
using attribution::OutletMatch;
using attribution::OutletRegistry;

constexpr double kSure = attribution::kSureReading;
/// Where many pictures agree on the whole name of an outlet, less is enough: an engine that errs does not
/// spell one outlet's name for another's in all of them.
constexpr double kSureTogether = 0.7;
constexpr double kLastingSeconds = 3.0;
constexpr double kLastingShare = 0.6;
constexpr int kFewestPictures = 3;
constexpr double kSpreadSeconds = 2.0;  // Three pictures, each a second from the next.
constexpr std::size_t kWordsBeside = 2;

bool is_lasting(const TextTrack& track) {
    return track.range.duration_seconds() >= kLastingSeconds && track.frames_examined > 0 &&
           track.frames_seen >= kLastingShare * track.frames_examined;
}

bool is_spread(const TextTrack& track) {
    return track.frames_seen >= kFewestPictures && track.range.duration_seconds() >= kSpreadSeconds;
}

/// Fixed places in which owners put their names; captions and tickers tell of others.
bool is_mark(TextKind kind) {
    return kind == TextKind::watermark || kind == TextKind::bug || kind == TextKind::lower_third ||
           kind == TextKind::credit;
}

/// `type` names who put this very file, or these very pictures, before the public: there can be but one.
bool has_one_carrier(ClaimType type) {
    return type == ClaimType::posted_by;
}
bool has_one_broadcaster(ClaimType type) {
    return type == ClaimType::aired_by || type == ClaimType::footage_from || type == ClaimType::released_by ||
           type == ClaimType::still_from;
}

/// What a mark of the claimed source is worth for this type: having shown or posted something is never having
/// made it.
Strength limit_for(ClaimType type, bool outlet_mark) {
    if (type == ClaimType::original) return outlet_mark ? Strength::D : Strength::C;
    return Strength::B;
}

class MarkCollector {
public:
    MarkCollector(const Claim& claim, const VideoFacts& video, const OutletRegistry& outlets)
        : claim_(claim), video_(video), outlets_(outlets), meant_(outlets_meant(claim.entity, outlets)) {
        if (claim.entity.kind == EntityKind::handle)
            owner_ = outlets.by_handle(claim.entity.value, claim.entity.platform.value_or(""));
    }

    std::vector<Evidence> collect() {
        for (std::size_t i = 0; i < video_.tracks.size(); ++i) {
            track_ = &video_.tracks[i];
            index_ = static_cast<int>(i);
            if (track_->kind == TextKind::scene) continue;  // Words on things say nothing about the video.
            handles();
            outlets();
            if (claim_.entity.kind == EntityKind::literal) literal();
        }
        return std::move(found_);
    }

private:
    std::string group() const { return video_.copy_group.empty() ? video_.sha256 : video_.copy_group; }

    void add(std::string code, Stance stance, Strength strength, const std::string& source, HandleMatch match,
             std::string detail) {
        Evidence evidence;
        evidence.code = std::move(code);
        evidence.stance = stance;
        evidence.strength = strength;
        evidence.layer = EvidenceLayer::marks;
        evidence.source = "mark:" + source + ":" + group();
        evidence.video = video_.sha256;
        evidence.begin = track_->range.begin.seconds();
        evidence.end = track_->range.end.seconds();
        evidence.box = track_->box;
        evidence.track = index_;
        evidence.text = track_->text;
        evidence.match = name_of(match);
        evidence.confidence = track_->confidence;
        evidence.detail = std::move(detail);
        found_.push_back(std::move(evidence));
    }

    /// Whether the account stands by itself, at most with a word or two ("Follow @name"), not in a sentence.
    bool stands_alone(const HandleMention& mention) const {
        for (const std::string& line : lines_of(track_->text)) {
            const std::size_t at = line.find(mention.raw);
            if (at == std::string::npos) continue;
            std::string rest = line;
            rest.erase(at, mention.raw.size());
            if (count_words(rest) <= kWordsBeside) return true;
        }
        return false;
    }

    Strength strength_of(const HandleMention& mention) const {
        if (track_->frames_seen < 2) return Strength::D;
        const bool fixed = track_->kind != TextKind::ticker && stands_alone(mention);
        if (!fixed || track_->confidence < kSure) return Strength::C;
        if (is_credit_of(mention)) return Strength::B;
        return is_spread(*track_) ? Strength::B : Strength::C;
    }

    bool is_credit_of(const HandleMention& mention) const {
        for (const std::string& line : lines_of(track_->text)) {
            const auto credited = credited_in(line);
            if (credited &&
                compare_handles(*credited, mention.handle, NameOrigin::reading) == HandleMatch::exact)
                return true;
        }
        return false;
    }

    void handles() {
        for (const HandleMention& mention : track_->handles) {
            const std::string folded = unicode::nfkc_casefold(mention.handle);
            if (claim_.entity.kind == EntityKind::handle) {
                compare_with_claim(mention, folded);
                continue;
            }
            const Outlet* owner = outlets_.by_handle(mention.handle, mention.platform.value_or(""));
            if (is_one_of(owner, meant_))
                add("watermark.handle", Stance::supports,
                    // An account's name is neither the outlet's logo nor its text.
                    weaker(claim_.type == ClaimType::on_screen_text ? Strength::C
                                                                    : limit_for(claim_.type, false),
                           strength_of(mention)),
                    "handle:" + folded, HandleMatch::exact,
                    "the account @" + mention.handle + " is one of " + owner->name);
        }
    }

    void compare_with_claim(const HandleMention& mention, const std::string& folded) {
        const HandleMatch match =
            compare_handles(mention.handle, claim_.entity.value, NameOrigin::reading, track_->confidence);
        const bool other_platform =
            mention.platform && claim_.entity.platform && *mention.platform != *claim_.entity.platform;
        const Strength seen = strength_of(mention);
        const std::string code = is_credit_of(mention) ? "credit.handle" : "watermark.handle";
        if (match == HandleMatch::exact) {
            const Strength limit = other_platform ? Strength::C : limit_for(claim_.type, false);
            add(code, Stance::supports, weaker(limit, seen), "handle:" + folded, match,
                "the account name stands in the picture" +
                    std::string(other_platform ? ", with the address of " + *mention.platform : ""));
        } else if (match == HandleMatch::ambiguous_ocr) {
            add(code, Stance::supports, weaker(Strength::C, seen), "handle:" + claim_.entity.value, match,
                "equal but for letters that the reading may have confused");
        } else if (match == HandleMatch::near) {
            add(code, Stance::supports, Strength::D, "handle:" + folded, match,
                "a similar name, which is not the same");
        } else if (has_one_carrier(claim_.type) && seen == Strength::B) {
            add(code, Stance::opposes, seen, "handle:" + folded, match, "the mark of another account");
        }
    }

    /// The texts of the track that may be an outlet's name in whole: each line, and lines that follow each
    /// other.
    std::vector<std::string> wholes() const {
        const std::vector<std::string> lines = lines_of(track_->text);
        std::vector<std::string> all;
        for (std::size_t begin = 0; begin < lines.size(); ++begin) {
            std::string text;
            for (std::size_t end = begin; end < lines.size() && end < begin + 3; ++end) {
                text += (text.empty() ? "" : " ") + lines[end];
                all.push_back(text);
            }
        }
        return all;
    }

    void outlets() {
        if (claim_.entity.kind == EntityKind::literal) return;
        std::map<std::string, std::pair<OutletMatch, bool>> alone;  // By id; whether in a credit line.
        const auto keep = [&](const OutletMatch& match, bool credit) {
            const auto [known, is_new] = alone.try_emplace(match.outlet->id, match, credit);
            if (!is_new && known->second.first.weak && !match.weak) known->second = {match, credit};
        };
        for (const std::string& text : wholes())
            for (const OutletMatch& match : outlets_.named(text)) keep(match, false);
        for (const std::string& line : lines_of(track_->text))
            if (const auto credited = credited_in(line))
                for (const OutletMatch& match : outlets_.named(*credited)) keep(match, true);
        for (const auto& [id, hit] : alone) name_alone(hit.first, hit.second);
        for (const OutletMatch& match : outlets_.on_screen(unicode::collapse_spaces(track_->text)))
            if (!alone.contains(match.outlet->id)) name_among_words(match);
    }

    void name_alone(const OutletMatch& match, bool credit) {
        Strength strength = Strength::C;
        if (track_->frames_seen < 2) {
            strength = Strength::D;
        } else if (match.weak) {
            strength = credit ? Strength::C : Strength::D;
        } else if (credit ? track_->confidence >= kSure
                          : track_->confidence >= kSureTogether && is_mark(track_->kind) &&
                                is_lasting(*track_)) {
            strength = Strength::B;
        }
        // "Courtesy of X" says whose pictures they are, not who showed or posted them.
        if (credit && (claim_.type == ClaimType::aired_by || claim_.type == ClaimType::posted_by))
            strength = weaker(strength, Strength::C);
        const std::string code = credit                                  ? "credit.outlet"
                                 : track_->kind == TextKind::lower_third ? "strap.outlet"
                                                                         : "bug.outlet";
        const std::string source = (credit ? "credit:" : "outlet:") + match.outlet->id;
        const std::string detail = "“" + match.name + "” is a text of " + match.outlet->name +
                                   (match.weak ? ", but short, common or shared by several" : "");
        if (is_one_of(match.outlet, meant_)) {
            add(code, Stance::supports, weaker(strength, limit_for(claim_.type, true)), source,
                HandleMatch::exact, detail);
        } else if (owner_ != nullptr && match.outlet->id == owner_->id) {
            add(code, Stance::supports, weaker(strength, Strength::C), source, HandleMatch::exact,
                detail + ", which owns the account");
        } else if (!meant_.empty() && has_one_broadcaster(claim_.type) && strength == Strength::B &&
                   !credit && track_->confidence >= kSure) {
            add(code, Stance::opposes, strength, source, HandleMatch::none, detail);
        }
    }

    void name_among_words(const OutletMatch& match) {
        if (!is_one_of(match.outlet, meant_)) return;
        const bool mark = is_mark(track_->kind) && !match.weak && track_->frames_seen >= 2 &&
                          count_words(track_->text) <= count_words(match.name) + kWordsBeside;
        add("text.outlet", Stance::supports,
            weaker(mark ? Strength::C : Strength::D, limit_for(claim_.type, true)),
            "outlet:" + match.outlet->id, HandleMatch::exact,
            "“" + match.name + "” of " + match.outlet->name + " stands among other words");
    }

    /// "Posted on Telegram": the platform's own address or name in the picture.
    void platform() {
        const std::string& platform = *claim_.entity.platform;
        const bool address =
            std::any_of(track_->handles.begin(), track_->handles.end(),
                        [&](const HandleMention& mention) { return mention.platform == platform; });
        const bool name =
            is_mark(track_->kind) && folded_literal(track_->text) == folded_literal(claim_.entity.value);
        if ((address || name) && track_->frames_seen >= 2)
            add("text.platform", Stance::supports, Strength::C, "platform:" + platform, HandleMatch::exact,
                "the platform's name or address stands in the picture");
    }

    void literal() {
        if (names_platform(claim_.entity)) {
            platform();
            return;
        }
        const std::string wanted = folded_literal(claim_.entity.value);
        constexpr std::size_t kShortestLiteral = 4;
        if (unicode::code_points(wanted).size() < kShortestLiteral) return;
        const std::string all = folded_literal(track_->text);
        if (claim_.type == ClaimType::on_screen_text) {
            if (!holds_words(all, wanted)) return;
            const bool strong = track_->confidence >= kSure && track_->frames_seen >= kFewestPictures;
            add("text.literal", Stance::supports, strong ? Strength::B : Strength::C, "text:" + wanted,
                HandleMatch::exact, "these words stand in the picture");
            return;
        }
        for (const std::string& line : lines_of(track_->text)) {
            const auto credited = credited_in(line);
            if (credited && folded_literal(*credited) == wanted) {
                const bool strong = track_->confidence >= kSure && track_->frames_seen >= 2 &&
                                    claim_.type != ClaimType::aired_by &&
                                    claim_.type != ClaimType::posted_by && claim_.type != ClaimType::original;
                add("credit.literal", Stance::supports, strong ? Strength::B : Strength::C,
                    "credit:" + wanted, HandleMatch::exact, "a credit line names it");
                return;
            }
        }
        const bool alone = all == wanted && is_mark(track_->kind) && track_->frames_seen >= 2;
        if (alone || holds_words(all, wanted))
            add("text.literal", Stance::supports,
                alone && claim_.type != ClaimType::original ? Strength::C : Strength::D, "text:" + wanted,
                HandleMatch::exact,
                alone ? "the name stands in the picture" : "the name stands among other words");
    }

    const Claim& claim_;
    const VideoFacts& video_;
    const OutletRegistry& outlets_;
    std::vector<const Outlet*> meant_;
    const Outlet* owner_ = nullptr;
    const TextTrack* track_ = nullptr;
    int index_ = 0;
    std::vector<Evidence> found_;
};

}  // namespace

std::vector<Evidence> marks_for(const Claim& claim, const VideoFacts& video, const OutletRegistry& outlets) {
    return MarkCollector(claim, video, outlets).collect();
}

}  // namespace sourcereel::verdict
