#include "imaging/picture_hash.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/error.h"

namespace sourcereel::imaging {
namespace {

/// Discs and bars that lie where `seed` says.
cv::Mat scene(unsigned seed, cv::Size size = {640, 360}) {
    cv::RNG random(seed + 1000);
    cv::Mat picture(size, CV_8UC3, cv::Scalar(random.uniform(60, 120), random.uniform(60, 120), 90));
    for (int i = 0; i < 24; ++i) {
        const cv::Point place(random.uniform(0, size.width), random.uniform(0, size.height));
        const cv::Scalar colour(random.uniform(0, 255), random.uniform(0, 255), random.uniform(0, 255));
        cv::circle(picture, place, random.uniform(size.height / 12, size.height / 3), colour, cv::FILLED);
    }
    return picture;
}

std::string jpeg_of(const cv::Mat& picture, int quality = 90) {
    std::vector<unsigned char> bytes;
    cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return {bytes.begin(), bytes.end()};
}

PictureHash hash_of(const cv::Mat& picture, int quality = 90) {
    return picture_hash_of(jpeg_of(picture, quality)).value();
}

ErrorKind kind_thrown(const std::string& bytes) {
    try {
        (void)picture_hash_of(bytes);
    } catch (const Error& error) {
        return error.kind();
    }
    ADD_FAILURE() << "no Error was thrown";
    return ErrorKind::internal;
}

TEST(PictureHash, IsThatOfTheSamePictureWhateverItsSizeAndEncoding) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const cv::Mat picture = scene(seed);
        const PictureHash hash = hash_of(picture);
        for (const cv::Size size : {cv::Size(1920, 1080), cv::Size(320, 180), cv::Size(200, 112)}) {
            cv::Mat other;
            cv::resize(picture, other, size, 0, 0, cv::INTER_AREA);
            EXPECT_LE(distance(hash, hash_of(other, 30)), 4) << seed << ' ' << size;
        }
    }
}

TEST(PictureHash, LeavesBlackBarsOut) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const cv::Mat picture = scene(seed);
        cv::Mat lying;
        cv::copyMakeBorder(picture, lying, 90, 90, 0, 0, cv::BORDER_CONSTANT, cv::Scalar(2, 2, 2));
        EXPECT_LE(distance(hash_of(picture), hash_of(lying, 60)), kSamePicture) << seed;
        cv::Mat standing;
        cv::copyMakeBorder(picture, standing, 0, 0, 160, 160, cv::BORDER_CONSTANT, cv::Scalar());
        EXPECT_LE(distance(hash_of(picture), hash_of(standing, 60)), kSamePicture) << seed;
    }
}

TEST(PictureHash, TellsPicturesApart) {
    std::vector<PictureHash> hashes;
    for (unsigned seed = 0; seed < 60; ++seed) hashes.push_back(hash_of(scene(seed)));
    for (std::size_t a = 0; a < hashes.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            EXPECT_GT(distance(hashes[a], hashes[b]), kSamePicture) << a << ' ' << b;
}

TEST(PictureHash, APictureOfOneBrightnessHasNone) {
    EXPECT_FALSE(picture_hash_of(jpeg_of(cv::Mat(90, 160, CV_8UC3, cv::Scalar(80, 80, 80)))));
    EXPECT_FALSE(picture_hash_of(jpeg_of(cv::Mat(90, 160, CV_8UC3, cv::Scalar()))));
    EXPECT_TRUE(picture_hash_of(jpeg_of(scene(1, {2, 200}))));
}

TEST(PictureHash, DigitsLeadBackToIt) {
    const PictureHash hash = hash_of(scene(3));
    EXPECT_EQ(digits_of(hash).size(), 64U);
    EXPECT_EQ(picture_hash_from(digits_of(hash)), hash);
    for (const std::string& text : {std::string{}, std::string(63, '0'), std::string(64, 'g'),
                                    std::string(64, 'A'), " " + std::string(63, '0')})
        EXPECT_FALSE(picture_hash_from(text)) << text;
}

TEST(Attack, APictureThatAsksForGigabytesIsRefusedUnread) {
    std::string bomb = jpeg_of(scene(1, {64, 64}));
    const std::size_t frame = bomb.find("\xFF\xC0");
    ASSERT_NE(frame, std::string::npos);
    for (std::size_t i = 5; i < 9; ++i) bomb[frame + i] = '\xFF';  // 65535 × 65535.
    EXPECT_EQ(kind_thrown(bomb), ErrorKind::exhausted);
}

TEST(Attack, WhatIsNoPictureEndsInAnErrorWhereverItBreaksOff) {
    EXPECT_EQ(kind_thrown(""), ErrorKind::unsupported);
    EXPECT_EQ(kind_thrown("\x89PNG\r\n\x1a\n"), ErrorKind::unsupported);
    const std::string whole = jpeg_of(scene(2, {64, 64}));
    for (std::size_t length = 2; length < whole.size(); length += 7) {
        try {
            (void)picture_hash_of(whole.substr(0, length));  // What is there of the picture may do.
        } catch (const Error&) {                             // NOLINT(bugprone-empty-catch)
        }
    }
    EXPECT_EQ(kind_thrown("\xFF\xD8\xFF" + std::string(500, '\xFF')), ErrorKind::corrupt);
    EXPECT_EQ(kind_thrown(std::string("\xFF\xD8\xFF\xE0\x00\x00", 6) + std::string(50, '\0')),
              ErrorKind::corrupt);
}

}  // namespace
}  // namespace sourcereel::imaging
