#include "media/content_hash.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <vector>

#include "core/error.h"
#include "media/av/raii.h"
#include "media/regular_file.h"

namespace sourcereel::media {
namespace {

constexpr int kBits = 256;
constexpr std::size_t kChunk = 1 << 20;

/// Takes bytes as they come, then gives the digits once.
class Sha256 {
public:
    Sha256() { av_sha_init(sha_.get(), kBits); }
    void add(const void* bytes, std::size_t size) {
        av_sha_update(sha_.get(), static_cast<const std::uint8_t*>(bytes), size);
    }
    std::string digits() {
        std::array<std::uint8_t, kBits / 8> digest{};
        av_sha_final(sha_.get(), digest.data());
        std::string out;
        out.reserve(2 * digest.size());
        for (const unsigned byte : digest) {
            out += "0123456789abcdef"[byte >> 4];
            out += "0123456789abcdef"[byte & 15];
        }
        return out;
    }

private:
    ShaPtr sha_ = make_sha();
};

}  // namespace

std::string sha256_of_file(const std::filesystem::path& file) {
    const RegularFile opened = open_regular_file(file);
    std::vector<char> chunk(kChunk);
    Sha256 sha;
    while (true) {
        const auto got = ::read(::fileno(opened.handle.get()), chunk.data(), chunk.size());
        if (got == 0) break;
        if (got > 0) {
            sha.add(chunk.data(), static_cast<std::size_t>(got));
        } else if (errno != EINTR) {
            throw Error(ErrorKind::corrupt,
                        file.string() + ": reading: " + std::generic_category().message(errno));
        }
    }
    return sha.digits();
}

std::string sha256_of_bytes(const std::string& bytes) {
    Sha256 sha;
    sha.add(bytes.data(), bytes.size());
    return sha.digits();
}

}  // namespace sourcereel::media
