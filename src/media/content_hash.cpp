#include "media/content_hash.h"

extern "C" {
#include <libavutil/mem.h>
#include <libavutil/sha.h>
}

#include <array>
#include <cstdint>
#include <memory>
#include <new>
#include <vector>

#include "core/error.h"
#include "media/av/errors.h"
#include "media/regular_file.h"

namespace sourcereel::media {
namespace {

struct ShaFree {
    void operator()(AVSHA* sha) const noexcept { av_free(sha); }
};
using ShaPtr = std::unique_ptr<AVSHA, ShaFree>;

ShaPtr begin_sha256() {
    ShaPtr sha{av_sha_alloc()};
    if (!sha) throw std::bad_alloc{};
    av_sha_init(sha.get(), 256);
    return sha;
}

std::string finish(AVSHA* sha) {
    std::array<std::uint8_t, 32> digest{};
    av_sha_final(sha, digest.data());
    constexpr const char* kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

}  // namespace

std::string sha256_of_file(const std::filesystem::path& file) {
    const FilePtr opened = open_regular_file(file);
    const ShaPtr sha = begin_sha256();
    std::vector<std::uint8_t> block(std::size_t{1} << 20);
    for (;;) {
        const std::int64_t got = read_some(opened.get(), block.data(), block.size());
        if (got < 0) throw av::failure(static_cast<int>(got), "hashing").within(file.string());
        if (got == 0) return finish(sha.get());
        av_sha_update(sha.get(), block.data(), static_cast<std::size_t>(got));
    }
}

std::string sha256_of_bytes(const std::string& bytes) {
    const ShaPtr sha = begin_sha256();
    av_sha_update(sha.get(), reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    return finish(sha.get());
}

}  // namespace sourcereel::media
