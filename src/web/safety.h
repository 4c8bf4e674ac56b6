// web/safety.h: who may ask, and what a browser may do with an answer. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/message.h"

namespace sourcereel::web {

/// Where the server is reached, and what it asks for.
struct Admission {
    std::string address = "127.0.0.1";  ///< Listened to: an address or a name.
    int port = 0;
    std::string change_token;  ///< Handed out with the page; what changes something must bring it along.
    std::string access_token;  ///< Empty: whoever reaches the address may read.
};

/// Whether `address` can only be reached from this machine.
bool is_loopback(std::string_view address);

/// Whether a Host header names this server. On loopback only its own names count: a page of another site
/// whose name was pointed here is not answered (DNS rebinding). Elsewhere also any IP address: one cannot be
/// rebound.
bool is_own_host(std::string_view host, const Admission& admission);

/// Nothing where the request may pass; otherwise the answer that refuses it: 421 (Host), 401 (access token),
/// 403 (a change from elsewhere, or without the token), 303 (the token came in the address: it becomes a
/// cookie).
std::optional<Response> refusal(const Request& request, const Admission& admission);

/// Adds what every answer carries: Content-Security-Policy, nosniff and the like.
void add_safety_headers(Response& response);

/// Compares without telling by its time how much agrees.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace sourcereel::web
