#include <gtest/gtest.h>

#include "core/error.h"
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

TEST(Error, SeenFromOneStepFurtherOutKeepsItsKindAndNamesTheStep) {
    const Error inner{ErrorKind::unsupported, "no decoder for vp6f"};
    const Error outer = inner.within("video stream").within("a.mp4");
    EXPECT_EQ(outer.kind(), ErrorKind::unsupported);
    EXPECT_STREQ(outer.what(), "a.mp4: video stream: no decoder for vp6f");
}

}  // namespace
}  // namespace sourcereel
