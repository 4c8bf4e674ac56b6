#include "web/safety.h"

#include <arpa/inet.h>
#include <algorithm>
#include <array>

#include "web/answers.h"

namespace sourcereel::web {
namespace {

constexpr std::string_view kCookie = "sourcereel";

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string without_brackets(std::string_view host) {
    if (host.size() >= 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    return lower(host);
}

bool is_ip_address(const std::string& host) {
    std::array<unsigned char, 16> bytes{};
    return inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 ||
           inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

/// The value of our cookie; empty where there is none.
std::string_view cookie_of(const Request& request) {
    std::string_view all = request.header("cookie");
    while (!all.empty()) {
        const std::size_t end = all.find(';');
        std::string_view one = all.substr(0, end);
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.starts_with(kCookie) && one.substr(kCookie.size()).starts_with('=')) {
            return one.substr(kCookie.size() + 1);
        }
        if (end == std::string_view::npos) break;
        all.remove_prefix(end + 1);
    }
    return {};
}

bool has_access(const Request& request, const Admission& admission) {
    constexpr std::string_view kBearer = "Bearer ";
    const std::string_view authorization = request.header("authorization");
    return same_secret(cookie_of(request), admission.access_token) ||
           (authorization.starts_with(kBearer) &&
            same_secret(authorization.substr(kBearer.size()), admission.access_token));
}

/// Whether a page of ours sent it: browsers say where a request comes from, and scripts of other pages cannot
/// forge that.
bool is_same_origin(const Request& request) {
    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin") return false;
    const std::string_view origin = request.header("origin");
    return origin.empty() || lower(origin) == "http://" + lower(request.header("host"));
}

std::optional<Response> refuse_access(const Request& request, const Admission& admission) {
    if (admission.access_token.empty() || has_access(request, admission)) return std::nullopt;
    const auto given = request.parameter("token");
    if (request.path.empty() && given && same_secret(*given, admission.access_token)) {
        Response moved;
        moved.status = 303;
        moved.headers["Location"] = "/";
        moved.headers["Set-Cookie"] =
            std::string(kCookie) + "=" + admission.access_token + "; Path=/; HttpOnly; SameSite=Strict";
        return moved;
    }
    Response refused =
        plain(401,
              "This catalogue asks for a token. Open the address that ends in ?token=… as it was "
              "printed when the server started.\n");
    refused.headers["WWW-Authenticate"] = "Bearer";
    return refused;
}

}  // namespace

bool same_secret(std::string_view a, std::string_view b) {
    unsigned difference = a.size() == b.size() ? 0U : 1U;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        difference |=
            static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    }
    return difference == 0 && !a.empty();
}

bool is_loopback(std::string_view address) {
    const std::string name = without_brackets(address);
    if (name == "localhost" || name == "::1") return true;
    return name.starts_with("127.") && is_ip_address(name);
}

bool is_own_host(std::string_view host, const Admission& admission) {
    const std::size_t bracket = host.rfind(']');
    const std::size_t colon = host.rfind(':');
    std::string_view name = host;
    std::string_view port = "80";
    if (colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket)) {
        name = host.substr(0, colon);
        port = host.substr(colon + 1);
    }
    if (port != std::to_string(admission.port)) return false;
    if (name.find(':') != std::string_view::npos && !name.starts_with('[')) return false;
    const std::string own = without_brackets(name);
    if (is_loopback(admission.address)) {
        return own == without_brackets(admission.address) || own == "localhost" || own == "127.0.0.1" ||
               own == "::1";
    }
    return own == without_brackets(admission.address) || own == "localhost" || is_ip_address(own);
}

std::optional<Response> refusal(const Request& request, const Admission& admission) {
    if (!is_own_host(request.header("host"), admission)) {
        return plain(421, "This server does not answer to that name. Open the address that it printed.\n");
    }
    if (auto refused = refuse_access(request, admission)) return refused;
    if (request.method == "GET" || request.method == "HEAD") return std::nullopt;
    if (!is_same_origin(request)) {
        return failure(403, ErrorKind::unsupported, "changes are taken from this server's own pages only");
    }
    if (!same_secret(request.header("x-sourcereel-token"), admission.change_token)) {
        return failure(403, ErrorKind::unsupported,
                       "the page is older than the server, or is not ours: load it again (token missing)");
    }
    return std::nullopt;
}

void add_safety_headers(Response& response) {
    const std::array<std::pair<const char*, const char*>, 6> headers{{
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
         "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
         "frame-ancestors 'none'; require-trusted-types-for 'script'"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
    }};
    for (const auto& [name, value] : headers) response.headers[name] = value;
    response.headers.try_emplace("Cache-Control", "no-store");
}

}  // namespace sourcereel::web
