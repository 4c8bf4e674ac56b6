#include "web/previews.h"

#include <gtest/gtest.h>
#include <chrono>
#include <fstream>

#include "core/error.h"
#include "support/temp_folder.h"

namespace sourcereel::web {
namespace {

using Kind = Previews::State::Kind;

/// The state once it is none of those that pass; within ten seconds.
Previews::State settled(const Previews& previews, const std::string& sha256) {
    for (int i = 0; i < 1000; ++i) {
        const Previews::State state = previews.state_of(sha256);
        if (state.kind != Kind::waiting && state.kind != Kind::making) return state;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return previews.state_of(sha256);
}

TEST(Previews, AreMadeOnceAndKept) {
    const support::TempFolder folder;
    std::atomic<int> made = 0;
    const auto make = [&](const auto& source, const auto& target, const auto& progress) {
        ++made;
        progress(0.5);
        std::ofstream(target) << "of " << source.string();
    };
    {
        Previews previews(folder / "cache", make, {});
        EXPECT_EQ(previews.state_of("aa").kind, Kind::none);
        previews.ask("aa", "/a.avi");
        EXPECT_EQ(settled(previews, "aa").kind, Kind::ready);
        previews.ask("aa", "/a.avi");
    }
    Previews later(folder / "cache", make, {});
    EXPECT_EQ(later.state_of("aa").kind, Kind::ready);
    EXPECT_EQ(made, 1);
}

TEST(Previews, AFailureSaysWhyAndMayBeTriedAgain) {
    const support::TempFolder folder;
    std::atomic<int> tries = 0;
    Previews previews(folder / "cache",
                      [&](const auto&, const auto& target, const auto&) {
                          if (++tries == 1) throw Error(ErrorKind::corrupt, "no picture in it");
                          std::ofstream(target) << "good";
                      },
                      {});
    previews.ask("aa", "/a.avi");
    const Previews::State failed = settled(previews, "aa");
    EXPECT_EQ(failed.kind, Kind::failed);
    EXPECT_EQ(failed.message, "no picture in it");
    previews.ask("aa", "/a.avi");
    EXPECT_EQ(settled(previews, "aa").kind, Kind::ready);
}

TEST(Previews, TooManyWishesAreRefused) {
    const support::TempFolder folder;
    Previews previews(folder / "cache",
                      [](const auto&, const auto&, const auto& progress) {
                          while (true) {
                              progress(0);  // Throws when the server ends.
                              std::this_thread::sleep_for(std::chrono::milliseconds(5));
                          }
                      },
                      {});
    const auto ask_many = [&] {
        for (int i = 0; i < 100; ++i) previews.ask("v" + std::to_string(i), "/a.avi");
    };
    EXPECT_THROW(ask_many(), Error);
}

TEST(Previews, WithoutAFolderThereAreNone) {
    const Previews previews({}, [](const auto&, const auto&, const auto&) {}, {});
    EXPECT_FALSE(previews.can_make());
    EXPECT_EQ(previews.state_of("aa").kind, Kind::none);
}

}  // namespace
}  // namespace sourcereel::web
