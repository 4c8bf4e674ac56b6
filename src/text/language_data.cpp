#include "text/language_data.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "core/error.h"

namespace sourcereel::text {
namespace {

constexpr std::int32_t kMostParts = 64;
/// The parts that hold words or numbers, by their place in the file: of the old engine, then of the new.
constexpr std::array<std::size_t, 8> kWordLists{6, 7, 8, 9, 14, 18, 19, 20};

[[noreturn]] void refuse() {
    throw Error(ErrorKind::corrupt, "this is no Tesseract language data; install its package again");
}

template <typename Number>
Number number_at(std::string_view data, std::size_t at) {
    if (at + sizeof(Number) > data.size()) refuse();
    Number number;
    std::memcpy(&number, data.data() + at, sizeof number);
    return number;
}

template <typename Number>
void append(std::string& data, Number number) {
    std::array<char, sizeof number> bytes{};
    std::memcpy(bytes.data(), &number, sizeof number);
    data.append(bytes.data(), bytes.size());
}

}  // namespace

std::string without_word_lists(std::string_view data) {
    const auto parts = number_at<std::int32_t>(data, 0);
    if (parts < 1 || parts > kMostParts) refuse();
    const auto count = static_cast<std::size_t>(parts);
    std::vector<std::int64_t> offsets;
    for (std::size_t i = 0; i < count; ++i)
        offsets.push_back(number_at<std::int64_t>(data, sizeof(std::int32_t) + i * sizeof(std::int64_t)));

    const std::size_t head = sizeof(std::int32_t) + count * sizeof(std::int64_t);
    std::string kept;
    append(kept, parts);
    std::string bodies;
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_list = std::find(kWordLists.begin(), kWordLists.end(), i) != kWordLists.end();
        if (offsets[i] < 0 || is_list) {
            append(kept, std::int64_t{-1});
            continue;
        }
        auto end = static_cast<std::int64_t>(data.size());  // of this part: where the next one begins
        for (const std::int64_t other : offsets)
            if (other > offsets[i]) end = std::min(end, other);
        if (offsets[i] < static_cast<std::int64_t>(head) || end <= offsets[i]) refuse();
        append(kept, static_cast<std::int64_t>(head + bodies.size()));
        bodies +=
            data.substr(static_cast<std::size_t>(offsets[i]), static_cast<std::size_t>(end - offsets[i]));
    }
    return kept + bodies;
}

}  // namespace sourcereel::text
