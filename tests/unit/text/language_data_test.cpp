#include "text/language_data.h"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/error.h"
#include "text/languages.h"

namespace sourcereel::text {
namespace {

constexpr std::size_t kWordList = 19;

std::string installed_data(const std::string& code) {
    std::ifstream stream(language_file(code), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string without_lists(const std::string& data) {
    std::istringstream file(data);
    return without_word_lists(file);
}

std::vector<std::int64_t> offsets_of(const std::string& data) {
    std::int32_t parts = 0;
    std::memcpy(&parts, data.data(), sizeof parts);
    std::vector<std::int64_t> offsets(static_cast<std::size_t>(parts));
    std::memcpy(offsets.data(), data.data() + sizeof parts, offsets.size() * sizeof(std::int64_t));
    return offsets;
}

TEST(LanguageData, WithoutWordListsHasAllOtherParts) {
    const std::string whole = installed_data("eng");
    const std::string kept = without_lists(whole);
    EXPECT_LT(kept.size(), whole.size());
    const auto before = offsets_of(whole);
    const auto after = offsets_of(kept);
    ASSERT_EQ(before.size(), after.size());
    ASSERT_GE(before[kWordList], 0);
    EXPECT_EQ(after[kWordList], -1);
    for (const std::size_t part : {17u, 21u, 22u, 23u}) {
        ASSERT_GE(before[part], 0);
        EXPECT_EQ(whole.substr(static_cast<std::size_t>(before[part]), 32),
                  kept.substr(static_cast<std::size_t>(after[part]), 32));
    }
    EXPECT_EQ(without_lists(kept), kept);
}

TEST(LanguageData, OfAWholeScriptIsASmallPartOfItsFile) {
    EXPECT_LT(without_lists(installed_data(kLatinScript)).size(), 2u << 20);
}

TEST(LanguageData, ThatIsDamagedIsRefused) {
    const std::string whole = installed_data("ara");
    EXPECT_THROW(without_lists(""), Error);
    EXPECT_THROW(without_lists("no data at all"), Error);
    EXPECT_THROW(without_lists(whole.substr(0, 100)), Error);
    std::string wrong = whole;
    const std::int64_t beyond = std::int64_t{1} << 40;
    std::memcpy(wrong.data() + sizeof(std::int32_t) + 17 * sizeof beyond, &beyond, sizeof beyond);
    EXPECT_THROW(without_lists(wrong), Error);
}

}  // namespace
}  // namespace sourcereel::text
