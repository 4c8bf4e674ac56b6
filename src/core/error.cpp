#include "core/error.h"

namespace sourcereel {

std::string_view name_of(ErrorKind kind) noexcept {
    switch (kind) {
        case ErrorKind::not_found:
            return "not_found";
        case ErrorKind::unsupported:
            return "unsupported";
        case ErrorKind::corrupt:
            return "corrupt";
        case ErrorKind::exhausted:
            return "exhausted";
        case ErrorKind::busy:
            return "busy";
        case ErrorKind::internal:
            return "internal";
    }
    return "internal";
}

}  // namespace sourcereel
