#include "text/language_data.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <istream>
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

std::string bytes_at(std::istream& file, std::int64_t begin, std::int64_t size) {
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (!file.seekg(begin) || !file.read(bytes.data(), size)) refuse();
    return bytes;
}

template <typename Number>
Number number_at(std::istream& file, std::int64_t at) {
    const std::string bytes = bytes_at(file, at, sizeof(Number));
    Number number;
    std::memcpy(&number, bytes.data(), sizeof number);
    return number;
}

template <typename Number>
void append(std::string& data, Number number) {
    std::array<char, sizeof number> bytes{};
    std::memcpy(bytes.data(), &number, sizeof number);
    data.append(bytes.data(), bytes.size());
}

}  // namespace

std::string without_word_lists(std::istream& file) {
    constexpr auto kCount = static_cast<std::int64_t>(sizeof(std::int32_t));
    constexpr auto kOffset = static_cast<std::int64_t>(sizeof(std::int64_t));
    const auto parts = number_at<std::int32_t>(file, 0);
    if (parts < 1 || parts > kMostParts) refuse();
    std::vector<std::int64_t> offsets;
    offsets.reserve(static_cast<std::size_t>(parts));
    for (std::int32_t i = 0; i < parts; ++i)
        offsets.push_back(number_at<std::int64_t>(file, kCount + i * kOffset));
    const std::int64_t size = file.seekg(0, std::ios::end).tellg();

    const std::int64_t head = kCount + parts * kOffset;
    std::string kept;
    append(kept, parts);
    std::string bodies;
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        const bool is_list = std::find(kWordLists.begin(), kWordLists.end(), i) != kWordLists.end();
        if (offsets[i] < 0 || is_list) {
            append(kept, std::int64_t{-1});
            continue;
        }
        std::int64_t end = size;  // of this part: where the next one begins
        for (const std::int64_t other : offsets)
            if (other > offsets[i]) end = std::min(end, other);
        if (offsets[i] < head || end <= offsets[i]) refuse();
        append(kept, head + static_cast<std::int64_t>(bodies.size()));
        bodies += bytes_at(file, offsets[i], end - offsets[i]);
    }
    return kept + bodies;
}

}  // namespace sourcereel::text
