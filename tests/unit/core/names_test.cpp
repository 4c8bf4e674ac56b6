#include <gtest/gtest.h>

#include "core/claim.h"
#include "core/error.h"
#include "core/finding.h"
#include "core/shot.h"
#include "core/text_track.h"

namespace sourcereel {
namespace {

TEST(Names, EveryTransitionKindComesBackFromItsName) {
    for (const auto kind : {TransitionKind::start, TransitionKind::cut, TransitionKind::dissolve,
                            TransitionKind::fade, TransitionKind::wipe})
        EXPECT_EQ(transition_kind_from(name_of(kind)), kind) << name_of(kind);
    EXPECT_EQ(transition_kind_from("jump"), std::nullopt);
}

TEST(Names, EveryTextKindComesBackFromItsName) {
    for (const auto kind : {TextKind::watermark, TextKind::bug, TextKind::caption, TextKind::lower_third,
                            TextKind::ticker, TextKind::credit, TextKind::title, TextKind::scene})
        EXPECT_EQ(text_kind_from(name_of(kind)), kind) << name_of(kind);
    EXPECT_EQ(text_kind_from("logo"), std::nullopt);
}

TEST(Names, EveryClaimTypeComesBackFromItsName) {
    for (const auto type :
         {ClaimType::posted_by, ClaimType::aired_by, ClaimType::released_by, ClaimType::footage_from,
          ClaimType::filmed_by, ClaimType::obtained_by, ClaimType::credit, ClaimType::via,
          ClaimType::still_from, ClaimType::original, ClaimType::on_screen_text})
        EXPECT_EQ(claim_type_from(name_of(type)), type) << name_of(type);
    EXPECT_EQ(claim_type_from("shown_by"), std::nullopt);
}

TEST(Names, EveryKindOfEntityComesBackFromItsName) {
    for (const auto kind :
         {EntityKind::handle, EntityKind::outlet, EntityKind::outlet_class, EntityKind::literal})
        EXPECT_EQ(entity_kind_from(name_of(kind)), kind) << name_of(kind);
    EXPECT_EQ(entity_kind_from("person"), std::nullopt);
}

TEST(Names, OfAFindingAreThoseOfTheDocuments) {
    EXPECT_EQ(name_of(Verdict::partly_supported), "partly_supported");
    EXPECT_EQ(name_of(Verdict::out_of_scope), "out_of_scope");
    EXPECT_EQ(name_of(Stance::supports), "for");
    EXPECT_EQ(name_of(Stance::opposes), "against");
    EXPECT_EQ(name_of(Strength::B), "B");
    EXPECT_EQ(name_of(EvidenceLayer::copies), "copies");
}

TEST(Error, SeenFromOneStepFurtherOutKeepsItsKindAndNamesTheStep) {
    const Error inner{ErrorKind::unsupported, "no decoder for vp6f"};
    const Error outer = inner.within("video stream").within("a.mp4");
    EXPECT_EQ(outer.kind(), ErrorKind::unsupported);
    EXPECT_STREQ(outer.what(), "a.mp4: video stream: no decoder for vp6f");
}

}  // namespace
}  // namespace sourcereel
