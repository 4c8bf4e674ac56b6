#include <algorithm>
#include <optional>

#include "attribution/handle.h"
#include "attribution/handle_match.h"
#include "unicode/fold.h"
#include "verdict/entity_names.h"
#include "verdict/evidence.h"

namespace sourcereel::verdict {
namespace {

using attribution::compare_handles;
using attribution::HandleMatch;
using attribution::NameOrigin;
using attribution::Outlet;
using attribution::OutletRegistry;

/// What the metadata are worth as such: they must say which post they are of, and not contradict themselves.
Strength strength_of(const Sidecar& sidecar) {
    if (sidecar.doubtful) return Strength::C;
    return sidecar.stable_id || sidecar.post_id ? Strength::A : Strength::B;
}

/// Having posted a file is the claim itself only for "posted by"; for the others it is one sign more.
Strength limit_for(ClaimType type) {
    if (type == ClaimType::posted_by) return Strength::A;
    return type == ClaimType::original ? Strength::C : Strength::B;
}

class SidecarReader {
public:
    SidecarReader(const Claim& claim, const VideoFacts& video, const OutletRegistry& outlets)
        : claim_(claim), video_(video), outlets_(outlets), meant_(outlets_meant(claim.entity, outlets)) {}

    std::vector<Evidence> collect() {
        if (claim_.type == ClaimType::on_screen_text) return {};
        for (const Sidecar& sidecar : video_.sidecars) {
            // It says itself that it is about other bytes.
            if (sidecar.file_sha256 && sidecar.file_sha256->value != video_.sha256) continue;
            sidecar_ = &sidecar;
            switch (claim_.entity.kind) {
                case EntityKind::handle:
                    handle();
                    break;
                case EntityKind::outlet:
                case EntityKind::outlet_class:
                    outlet();
                    break;
                case EntityKind::literal:
                    literal();
                    break;
            }
        }
        return std::move(found_);
    }

private:
    /// All that one post says of itself is one source, whichever copies of it were fetched.
    std::string source() const {
        if (sidecar_->post_id) return "sidecar:" + sidecar_->platform + ":" + sidecar_->post_id->value;
        return "sidecar:" + sidecar_->sha256;
    }

    void add(const char* code, Stance stance, Strength strength, const SidecarValue& value, HandleMatch match,
             const std::string& detail) {
        Evidence evidence;
        evidence.code = code;
        evidence.stance = stance;
        evidence.strength = strength;
        evidence.layer = EvidenceLayer::carrier;
        evidence.source = source();
        evidence.video = video_.sha256;
        evidence.text = value.value;
        evidence.match = name_of(match);
        evidence.confidence = 1;
        evidence.detail = sidecar_->tool + ", field " + value.field + ": " + detail;
        found_.push_back(std::move(evidence));
    }

    bool other_platform() const {
        return claim_.entity.platform && !sidecar_->platform.empty() &&
               *claim_.entity.platform != sidecar_->platform;
    }

    void handle() {
        const auto compared = [&](const std::optional<SidecarValue>& name) {
            return name ? compare_handles(name->value, claim_.entity.value, NameOrigin::metadata)
                        : HandleMatch::none;
        };
        const Strength limit = other_platform() ? Strength::C : limit_for(claim_.type);
        const Strength worth = weaker(strength_of(*sidecar_), limit);
        const HandleMatch carrier = compared(sidecar_->handle);
        const bool source_agrees = compared(sidecar_->source_handle) == HandleMatch::exact;
        if (carrier == HandleMatch::exact)
            add("sidecar.handle", Stance::supports, worth, *sidecar_->handle, carrier,
                other_platform() ? "the same name on " + sidecar_->platform
                                 : "the account that posted this copy");
        if (source_agrees)
            add("sidecar.source", Stance::supports, worth, *sidecar_->source_handle, HandleMatch::exact,
                "the account whose post was passed on");
        if (sidecar_->handle && carrier != HandleMatch::exact && !source_agrees &&
            claim_.type == ClaimType::posted_by)
            add("sidecar.handle", Stance::opposes, worth, *sidecar_->handle, carrier,
                carrier == HandleMatch::lookalike
                    ? "another account, whose name only looks like @" + claim_.entity.value
                    : "another account posted this copy");
        if (sidecar_->description) description();
    }

    void description() {
        constexpr std::size_t kMostRead = 16'384;
        for (const HandleMention& mention :
             attribution::find_handles(std::string_view(sidecar_->description->value).substr(0, kMostRead)))
            if (compare_handles(mention.handle, claim_.entity.value, NameOrigin::metadata) ==
                HandleMatch::exact) {
                add("sidecar.description", Stance::supports, Strength::C,
                    {mention.raw, sidecar_->description->field}, HandleMatch::exact,
                    "the description names the account");
                return;
            }
    }

    /// The registry's own doubts come first.
    static Strength worth_of(const Outlet& owner, const std::string& name) {
        for (const attribution::OutletHandle& account : owner.handles)
            if (compare_handles(account.name, name, NameOrigin::metadata) == HandleMatch::exact)
                return account.source == "K?" || account.source.empty() ? Strength::C : Strength::A;
        return Strength::C;
    }

    void outlet() {
        if (const auto& name = sidecar_->handle) {
            const Outlet* owner = outlets_.by_handle(name->value, sidecar_->platform);
            if (owner != nullptr) {
                const Strength worth = weaker(weaker(strength_of(*sidecar_), worth_of(*owner, name->value)),
                                              limit_for(claim_.type));
                if (is_one_of(owner, meant_))
                    add("sidecar.handle", Stance::supports, other_platform() ? Strength::C : worth, *name,
                        HandleMatch::exact, "an account of " + owner->name + " posted this copy");
                else if (claim_.type == ClaimType::posted_by && !meant_.empty())
                    add("sidecar.handle", Stance::opposes, other_platform() ? Strength::C : worth, *name,
                        HandleMatch::none, "an account of " + owner->name + " posted this copy");
            }
        }
        if (const auto& name = sidecar_->display_name)
            for (const attribution::OutletMatch& match : outlets_.named(name->value))
                if (is_one_of(match.outlet, meant_))
                    add("sidecar.display_name", Stance::supports, match.weak ? Strength::D : Strength::C,
                        *name, HandleMatch::exact, "the carrier calls itself so, which anybody can");
    }

    void literal() {
        if (names_platform(claim_.entity)) {
            if (!sidecar_->url || sidecar_->platform != *claim_.entity.platform) return;
            add("sidecar.platform", Stance::supports, weaker(strength_of(*sidecar_), limit_for(claim_.type)),
                *sidecar_->url, HandleMatch::exact, "this copy was posted there");
            return;
        }
        const std::string wanted = folded_literal(claim_.entity.value);
        if (const auto& name = sidecar_->display_name;
            name && !wanted.empty() && folded_literal(name->value) == wanted)
            add("sidecar.display_name", Stance::supports, Strength::C, *name, HandleMatch::exact,
                "the carrier calls itself so, which anybody can");
    }

    const Claim& claim_;
    const VideoFacts& video_;
    const OutletRegistry& outlets_;
    std::vector<const Outlet*> meant_;
    const Sidecar* sidecar_ = nullptr;
    std::vector<Evidence> found_;
};

}  // namespace

std::vector<Evidence> metadata_for(const Claim& claim, const VideoFacts& video,
                                   const OutletRegistry& outlets) {
    return SidecarReader(claim, video, outlets).collect();
}

}  // namespace sourcereel::verdict
