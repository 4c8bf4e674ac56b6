// web/byte_range.h: which bytes of a file a player wants. Private to web.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sourcereel::web {

struct ByteRange {
    enum class Kind {
        whole,  ///< No header, or one that a server may pass over: other units, several ranges, nonsense.
        part,   ///< [begin, begin + length)
        unsatisfiable  ///< Well-formed and outside of the file.
    };
    Kind kind = Kind::whole;
    std::uint64_t begin = 0;
    std::uint64_t length = 0;
};

/// What a Range header asks of a file of `size` bytes (RFC 9110, 14.2). `whole` has begin 0 and length size.
ByteRange byte_range(std::string_view header, std::uint64_t size);

}  // namespace sourcereel::web
