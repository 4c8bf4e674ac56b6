#include "web/api.h"

#include <array>
#include <charconv>

#include "core/error.h"
#include "json/documents.h"
#include "web/answers.h"
#include "web/list_file.h"

namespace sourcereel::web {
namespace {

using Handler = Response (*)(const Request&, const Desk&);

Response status(const Request& /*request*/, const Desk& desk) {
    return document(desk.watch.status());
}

Response events(const Request& /*request*/, const Desk& desk) {
    EventSource source = desk.watch.listen();
    if (!source) return failure(503, ErrorKind::busy, "too many pages listen already");
    Response answer;
    answer.headers["Content-Type"] = "text/event-stream";
    answer.events = std::move(source);
    return answer;
}

Response search(const Request& request, const Desk& desk) {
    const Asked asked = asked_by(request);
    const auto found = desk.connections.borrow(Use::search)->search(asked.query, asked.limit, asked.offset);
    std::vector<json::SearchEntry> entries;
    for (const catalogue::Hit& hit : found.hits) entries.push_back(search_entry_of(hit));
    return document(json::search_document(asked.text, found.total, entries, {}));
}

Response verify(const Request& request, const Desk& desk) {
    if (!desk.options.verify) {
        return failure(501, ErrorKind::unsupported,
                       "this build of sourcereel cannot compare articles with videos");
    }
    constexpr std::size_t kMostBytes = 1024 * 1024;
    if (request.body.empty())
        return failure(400, ErrorKind::unsupported, "there is no article in the request");
    if (request.body.size() > kMostBytes) {
        return failure(413, ErrorKind::exhausted, "the article is larger than 1 MiB");
    }
    return document(desk.options.verify(request.body, request.parameter("name").value_or("article.txt")));
}

struct Route {
    const char* method;
    std::array<const char*, 4> path;  // After /api/v1; "#" takes a number; of a video also its SHA-256.
    Handler handler;
};

constexpr std::array kRoutes{
    Route{"GET", {"status"}, status},
    Route{"GET", {"events"}, events},
    Route{"GET", {"search"}, search},
    Route{"GET", {"hits"}, hit_list},
    Route{"GET", {"export"}, exported_list},
    Route{"GET", {"searches"}, searches},
    Route{"POST", {"searches"}, save_search},
    Route{"DELETE", {"searches"}, forget_search},
    Route{"GET", {"tags"}, all_tags},
    Route{"POST", {"verify"}, verify},
    Route{"DELETE", {"verdicts"}, forget_article},
    Route{"GET", {"not-copies"}, not_copies},
    Route{"POST", {"pictures"}, read_picture},
    Route{"GET", {"pictures"}, pictures_like},
    Route{"GET", {"videos"}, video_list},
    Route{"GET", {"videos", "#"}, video_whole},
    Route{"GET", {"videos", "#", "marks"}, video_marks},
    Route{"POST", {"videos", "#", "tags"}, add_video_tag},
    Route{"DELETE", {"videos", "#", "tags"}, remove_video_tag},
    Route{"POST", {"videos", "#", "notes"}, add_video_note},
    Route{"PUT", {"videos", "#", "notes", "#"}, change_video_note},
    Route{"DELETE", {"videos", "#", "notes", "#"}, remove_video_note},
    Route{"PUT", {"videos", "#", "not-copies", "#"}, set_not_a_copy},
    Route{"DELETE", {"videos", "#", "not-copies", "#"}, unset_not_a_copy},
    Route{"GET", {"videos", "#", "media"}, video_media},
    Route{"GET", {"videos", "#", "alike"}, videos_alike},
    Route{"GET", {"videos", "#", "times"}, video_times},
    Route{"GET", {"videos", "#", "stills", "#"}, video_still},
    Route{"GET", {"videos", "#", "still"}, video_still_at},
    Route{"GET", {"videos", "#", "preview"}, video_preview_state},
    Route{"POST", {"videos", "#", "preview"}, make_video_preview},
    Route{"GET", {"videos", "#", "preview", "media"}, video_preview_file},
};

bool is_digest(const std::string& text) {
    constexpr std::size_t kDigits = 64;
    return text.size() == kDigits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool is_number(const std::string& text) {
    constexpr std::size_t kMostDigits = 18;
    return !text.empty() && text.size() <= kMostDigits &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

bool fits(const Route& route, const std::vector<std::string>& path) {
    constexpr std::size_t kPrefix = 2;
    for (std::size_t i = 0; i < route.path.size(); ++i) {
        const char* want = route.path[i];
        if (kPrefix + i >= path.size()) return want == nullptr;
        if (want == nullptr) return false;
        const std::string& have = path[kPrefix + i];
        const bool is_key = i == 1 && is_digest(have);
        if (std::string_view(want) == "#" ? !is_number(have) && !is_key : have != want) return false;
    }
    return path.size() <= kPrefix + route.path.size();
}

}  // namespace

std::int64_t number_parameter(const Request& request, const std::string& name, std::int64_t fallback,
                              std::int64_t least, std::int64_t most) {
    const auto text = request.parameter(name);
    if (!text) return fallback;
    std::int64_t value = 0;
    const auto result = std::from_chars(text->data(), text->data() + text->size(), value);
    if (text->empty() || result.ec != std::errc() || result.ptr != text->data() + text->size() ||
        value < least || value > most) {
        throw Error(ErrorKind::unsupported, name + ": a whole number from " + std::to_string(least) + " to " +
                                                std::to_string(most) + " may stand there");
    }
    return value;
}

Asked asked_by(const Request& request) {
    constexpr std::int64_t kMost = 500;
    constexpr std::int64_t kFurthest = 1'000'000;  // Nobody pages so far; SQLite would walk all the way.
    Asked asked;
    asked.text = request.parameter("q").value_or("");
    asked.query = catalogue::parse_query(asked.text);
    asked.limit = number_parameter(request, "limit", 50, 1, kMost);
    asked.offset = number_parameter(request, "offset", 0, 0, kFurthest);
    return asked;
}

Response answer_api(const Request& request, const Desk& desk) {
    std::string allowed;
    const std::string method = request.method == "HEAD" ? "GET" : request.method;
    for (const Route& route : kRoutes) {
        if (!fits(route, request.path)) continue;
        if (method == route.method) return route.handler(request, desk);
        allowed += std::string(allowed.empty() ? "" : ", ") + route.method;
    }
    if (allowed.empty()) return failure(404, ErrorKind::not_found, "there is nothing at this address");
    Response refused = failure(405, ErrorKind::unsupported, "this address takes " + allowed + " only");
    refused.headers["Allow"] = allowed;
    return refused;
}

}  // namespace sourcereel::web
