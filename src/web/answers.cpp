#include "web/answers.h"

#include "json/documents.h"

namespace sourcereel::web {
namespace {

int status_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::not_found:
            return 404;
        case ErrorKind::unsupported:
            return 400;
        case ErrorKind::busy:
        case ErrorKind::exhausted:
            return 503;
        case ErrorKind::corrupt:
        case ErrorKind::internal:
            return 500;
    }
    return 500;
}

}  // namespace

Response plain(int status, std::string text) {
    Response answer;
    answer.status = status;
    answer.headers["Content-Type"] = "text/plain; charset=utf-8";
    answer.body = std::move(text);
    return answer;
}

Response document(std::string json) {
    Response answer;
    answer.headers["Content-Type"] = "application/json; charset=utf-8";
    answer.body = std::move(json);
    return answer;
}

Response failure(int status, ErrorKind kind, const std::string& message) {
    Response answer = document(json::error_document(Error(kind, message), ""));
    answer.status = status;
    return answer;
}

Response failure(const Error& error) {
    return failure(status_of(error.kind()), error.kind(), error.what());
}

}  // namespace sourcereel::web
