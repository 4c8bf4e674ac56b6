#include "media/content_hash.h"

extern "C" {
#include <libavutil/md5.h>
#include <libavutil/mem.h>
}

#include <array>
#include <cstdint>
#include <memory>
#include <new>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/sha256.h"
#include "media/av/errors.h"
#include "media/regular_file.h"

namespace sourcereel::media {
namespace {

struct Md5Free {
    void operator()(AVMD5* md5) const noexcept { av_free(md5); }
};
using Md5Ptr = std::unique_ptr<AVMD5, Md5Free>;

Md5Ptr begin_md5() {
    Md5Ptr md5{av_md5_alloc()};
    if (!md5) throw std::bad_alloc{};
    av_md5_init(md5.get());
    return md5;
}

std::string finish(AVMD5* md5) {
    std::array<std::uint8_t, 16> digest{};
    av_md5_final(md5, digest.data());
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

/// Calls `take` with each block of the file.
template <typename Take>
void read_whole(const std::filesystem::path& file, const Take& take) {
    const FilePtr opened = open_regular_file(file);
    std::vector<char> block(std::size_t{1} << 20);
    for (;;) {
        const std::int64_t got = read_some(opened.get(), block.data(), block.size());
        if (got < 0) throw av::failure(static_cast<int>(got), "hashing").within(file.string());
        if (got == 0) return;
        take(std::string_view(block.data(), static_cast<std::size_t>(got)));
    }
}

}  // namespace

FileHashes hashes_of_file(const std::filesystem::path& file) {
    Sha256 sha;
    const Md5Ptr md5 = begin_md5();
    read_whole(file, [&](std::string_view bytes) {
        sha.update(bytes);
        av_md5_update(md5.get(), reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    });
    return {sha.finish(), finish(md5.get())};
}

std::string sha256_of_file(const std::filesystem::path& file) {
    Sha256 sha;
    read_whole(file, [&](std::string_view bytes) { sha.update(bytes); });
    return sha.finish();
}

std::string sha256_of_bytes(const std::string& bytes) {
    return sha256_of(bytes);
}

}  // namespace sourcereel::media
