#include "media/content_credentials.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "media/regular_file.h"

namespace sourcereel::media {
namespace {

constexpr std::array<unsigned char, 16> kC2paUuid{0xd8, 0xfe, 0xc3, 0xd6, 0x1b, 0x0e, 0x48, 0x3c,
                                                  0x92, 0x97, 0x58, 0x28, 0x87, 0x7e, 0xc4, 0x81};
constexpr int kMostBoxes = 100'000;  // A file can be made of boxes of eight bytes.

std::uint64_t big_endian(const unsigned char* bytes, int count) {
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i) value = value << 8U | bytes[i];
    return value;
}

}  // namespace

Credentials find_credentials(const std::filesystem::path& file) {
    const FilePtr opened = open_regular_file(file);
    const auto size = static_cast<std::uint64_t>(state_of(opened.get()).size);
    std::uint64_t at = 0;
    for (int box = 0; box < kMostBoxes && at + 8 <= size; ++box) {
        std::array<unsigned char, 32> head{};
        if (::fseeko(opened.get(), static_cast<off_t>(at), SEEK_SET) != 0) break;
        const std::size_t got = std::fread(head.data(), 1, head.size(), opened.get());
        if (got < 8) break;
        const std::string_view type(reinterpret_cast<const char*>(head.data()) + 4, 4);
        if (box == 0 && type != "ftyp" && type != "moov" && type != "mdat" && type != "wide" &&
            type != "free" && type != "skip")
            return Credentials::not_looked;
        std::uint64_t length = big_endian(head.data(), 4);
        std::size_t header = 8;
        if (length == 1 && got >= 16) {
            length = big_endian(head.data() + 8, 8);
            header = 16;
        }
        if (type == "jumb") return Credentials::present;
        if (type == "uuid" && got >= header + kC2paUuid.size() &&
            std::memcmp(head.data() + header, kC2paUuid.data(), kC2paUuid.size()) == 0)
            return Credentials::present;
        if (length < header || length > size - at) break;  // 0: up to the end of the file.
        at += length;
    }
    return Credentials::absent;
}

}  // namespace sourcereel::media
