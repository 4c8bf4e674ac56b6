#include "text/reading_thread.h"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace sourcereel::text {
namespace {

TEST(ReadingThread, DoesJobsInTheOrderGiven) {
    std::vector<int> done;
    ReadingThread thread;
    for (int i = 0; i < 500; ++i) thread.add([&done, i] { done.push_back(i); });
    thread.finish();
    ASSERT_EQ(done.size(), 500u);
    for (int i = 0; i < 500; ++i) EXPECT_EQ(done[static_cast<std::size_t>(i)], i);
}

TEST(ReadingThread, WhatAJobThrowsComesOutOnceAndLaterJobsAreLeftOut) {
    ReadingThread thread;
    bool later = false;
    thread.add([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        throw std::runtime_error("no language data");
    });
    thread.add([&later] { later = true; });
    EXPECT_THROW(thread.finish(), std::runtime_error);
    EXPECT_FALSE(later);
    EXPECT_NO_THROW(thread.finish());
}

TEST(ReadingThread, LeavesOutWhatWaitsWhenItIsNoLongerNeeded) {
    int done = 0;
    {
        ReadingThread thread;
        for (int i = 0; i < 50; ++i)
            thread.add([&done] {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                ++done;
            });
    }
    EXPECT_LT(done, 50);
}

}  // namespace
}  // namespace sourcereel::text
