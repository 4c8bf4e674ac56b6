// web/message.h: a request and its answer, without sockets.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sourcereel::web {

/// What a browser asks. Header names are in lower case; of several headers of one name the first counts.
struct Request {
    std::string method = "GET";
    std::vector<std::string> path;             ///< Percent-decoded segments: "/videos/3" is {"videos", "3"}.
    std::map<std::string, std::string> query;  ///< Percent-decoded; of one name the first.
    std::map<std::string, std::string> headers;
    std::string body;

    /// Empty where there is no such header.
    std::string_view header(const std::string& name) const;
    /// Nothing where there is no such parameter.
    std::optional<std::string> parameter(const std::string& name) const;
};

/// Sets path and query of `request` from "/api/v1/search?q=a%20b". Nothing is resolved: ".." is a segment
/// like any other.
/// @return false where it begins with no "/", holds a control character, or "%" is not followed by two
/// digits.
bool set_target(Request& request, std::string_view target);

/// A piece of a file that was opened before the answer began: what its name means later is of no matter.
struct FilePart {
    std::shared_ptr<const int> file;  ///< An open descriptor, closed with its last owner.
    std::uint64_t begin = 0;
    std::uint64_t length = 0;
};

/// Gives the next piece of an endless answer; empty: nothing to say yet. Waits up to a second. Nothing: the
/// end.
using EventSource = std::function<std::optional<std::string>()>;

/// Gives a long answer piece by piece to `write`, which says false once nobody takes any more. False: it
/// broke off.
using BodyWriter = std::function<bool(const std::function<bool(std::string_view)>& write)>;

struct Response {
    int status = 200;
    std::map<std::string, std::string> headers;  ///< Names as they are sent.
    std::string body;
    std::optional<FilePart> file;  ///< Instead of `body`.
    EventSource events;            ///< Instead of `body`.
    BodyWriter writer;             ///< Instead of `body`.
};

}  // namespace sourcereel::web
