#include "pipeline/same_content.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace sourcereel::pipeline {
namespace {

TEST(SameContent, OneThreadAtATimeWorksOnAContent) {
    SameContent contents;
    std::atomic<int> working{0};
    std::atomic<int> most{0};
    std::atomic<int> first{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                auto claim = contents.claim("aa");
                most = std::max(most.load(), ++working);
                if (!claim.done_before()) ++first;
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
                claim.mark_done();
                --working;
            });
        }
    }
    EXPECT_EQ(most, 1);
    EXPECT_EQ(first, 1);
}

TEST(SameContent, OtherContentDoesNotWait) {
    SameContent contents;
    const auto one = contents.claim("aa");
    const auto other = contents.claim("bb");  // Would never return.
    EXPECT_FALSE(other.done_before());
}

}  // namespace
}  // namespace sourcereel::pipeline
