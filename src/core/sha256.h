// core/sha256.h: SHA-256 of bytes: the identity of files, pictures and rows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sourcereel {

/// Takes bytes piece by piece. Not thread-safe.
class Sha256 {
public:
    void update(std::string_view bytes) noexcept;
    /// 64 lower-case hexadecimal digits of all bytes taken so far; call once.
    std::string finish();

private:
    void take_block(const unsigned char* block) noexcept;

    std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> rest_{};
    std::size_t in_rest_ = 0;
    std::uint64_t bytes_ = 0;
};

std::string sha256_of(std::string_view bytes);

}  // namespace sourcereel
