// web/answers.h: the usual answers in a line. Private to web.
#pragma once

#include <string>

#include "core/error.h"
#include "web/message.h"

namespace sourcereel::web {

/// Text for people.
Response plain(int status, std::string text);
/// A JSON document.
Response document(std::string json);
/// {"error": {…}} with a status of its own.
Response failure(int status, ErrorKind kind, const std::string& message);
/// The same with the status that the kind means. It names no path: that is nobody's business over the wire.
Response failure(const Error& error);

}  // namespace sourcereel::web
