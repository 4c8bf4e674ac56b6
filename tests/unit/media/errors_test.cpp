#include "media/av/errors.h"

#include <gtest/gtest.h>

extern "C" {
#include <libavutil/error.h>
}

namespace sourcereel::media::av {
namespace {

TEST(LibavErrors, TellWhatACallerCanDo) {
    EXPECT_EQ(kind_of(AVERROR(ENOENT)), ErrorKind::not_found);
    EXPECT_EQ(kind_of(AVERROR_DECODER_NOT_FOUND), ErrorKind::unsupported);
    EXPECT_EQ(kind_of(AVERROR_PATCHWELCOME), ErrorKind::unsupported);
    EXPECT_EQ(kind_of(AVERROR(EACCES)), ErrorKind::unsupported);
    EXPECT_EQ(kind_of(AVERROR(ENOMEM)), ErrorKind::exhausted);
    EXPECT_EQ(kind_of(AVERROR(EMFILE)), ErrorKind::exhausted);
    EXPECT_EQ(kind_of(AVERROR(EBUSY)), ErrorKind::busy);
    EXPECT_EQ(kind_of(AVERROR_BUG), ErrorKind::internal);
    EXPECT_EQ(kind_of(AVERROR_INVALIDDATA), ErrorKind::corrupt);
    EXPECT_EQ(kind_of(-123456789), ErrorKind::corrupt);
}

TEST(LibavErrors, NameTheStep) {
    const Error error = failure(AVERROR_INVALIDDATA, "opening");
    EXPECT_STREQ(error.what(), "opening: Invalid data found when processing input");
}

}  // namespace
}  // namespace sourcereel::media::av
