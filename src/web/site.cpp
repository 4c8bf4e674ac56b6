#include "web/site.h"

#include <array>
#include <thread>

#include "core/error.h"
#include "web/answers.h"
#include "web/api.h"
#include "web/assets.h"

namespace sourcereel::web {
namespace {

constexpr std::string_view kPlaceForToken = "{{change-token}}";
constexpr std::string_view kPlaceForList = "{{first-list}}";
/// What the page asks for first, the same address to the letter: on its way while the modules still are.
constexpr std::string_view kFirstList =
    R"(<link rel="preload" as="fetch" crossorigin href="/api/v1/videos?q=&amp;limit=60&amp;offset=0">)"
    "\n";

std::string type_of(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, const char*>, 4> kTypes{{
        {".html", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
    }};
    for (const auto& [end, type] : kTypes) {
        if (name.ends_with(end)) return type;
    }
    return "application/octet-stream";
}

const Asset* asset_named(std::string_view name) {
    for (const Asset& asset : built_assets()) {
        if (asset.name == name) return &asset;
    }
    return nullptr;
}

/// The addresses that the page itself understands: all are answered with the same document.
bool is_view(const std::vector<std::string>& path) {
    if (path.empty()) return true;
    if (path.size() == 1) return path[0] == "article" || path[0] == "copies" || path[0] == "picture";
    return path.size() == 2 && path[0] == "clip" && !path[1].empty() &&
           path[1].find_first_not_of("0123456789") == std::string::npos;
}

Response asset_answer(const Asset& asset, const Request& request) {
    Response answer;
    answer.headers = {{"Content-Type", type_of(asset.name)},
                      {"ETag", std::string(asset.tag)},
                      {"Cache-Control", "no-cache"}};
    if (request.header("if-none-match") == asset.tag) {
        answer.status = 304;
    } else {
        answer.body = asset.content;
    }
    return answer;
}

void put(std::string& text, std::string_view place, std::string_view what) {
    const std::size_t at = text.find(place);
    if (at != std::string::npos) text.replace(at, place.size(), what);
}

Response page(const Request& request, const std::string& change_token) {
    const Asset* index = asset_named("index.html");
    if (index == nullptr) {
        return plain(200,
                     "sourcereel was built without its page. Run tools/dev/page.sh and build again.\n"
                     "The catalogue can be asked under /api/v1/ all the same.\n");
    }
    Response answer;
    answer.headers["Content-Type"] = "text/html; charset=utf-8";
    answer.body = index->content;
    put(answer.body, kPlaceForToken, change_token);
    put(answer.body, kPlaceForList, request.path.empty() && request.query.empty() ? kFirstList : "");
    return answer;
}

}  // namespace

class Site::Impl {
public:
    Impl(SiteOptions options, const std::stop_token& stop)
        : options_(std::move(options)),
          connections_(options_.catalogue),
          watch_(options_.catalogue, options_.version, stop),
          previews_(options_.previews, options_.make_preview, stop),
          pictures_(options_.catalogue, options_.picture_hash, options_.looks, stop) {
        warming_ = std::jthread([this] {
            try {
                connections_.borrow(Use::search)->videos({}, {1, 0, catalogue::ClipSort::newest, false});
            } catch (const Error&) {  // NOLINT(bugprone-empty-catch): whoever asks first is told.
            }
        });
    }

    Response routed(const Request& request) {
        if (request.path.size() >= 2 && request.path[0] == "api" && request.path[1] == "v1") {
            return answer_api(request, {options_, connections_, watch_, previews_, pictures_});
        }
        const bool reads = request.method == "GET" || request.method == "HEAD";
        if (is_view(request.path)) {
            if (!reads) return failure(405, ErrorKind::unsupported, "this address takes GET only");
            return page(request, options_.admission.change_token);
        }
        if (reads && request.path.size() >= 2 && request.path[0] == "assets") {
            std::string name = request.path[1];
            for (std::size_t i = 2; i < request.path.size(); ++i) name += "/" + request.path[i];
            if (const Asset* asset = asset_named(name)) return asset_answer(*asset, request);
        }
        return failure(404, ErrorKind::not_found, "there is nothing at this address");
    }

    const Admission& admission() const { return options_.admission; }

private:
    SiteOptions options_;
    Connections connections_;
    Watch watch_;
    Previews previews_;
    PictureIndex pictures_;
    std::jthread
        warming_;  ///< Reads what search keeps of clips before somebody asks. Last: it uses the others.
};

Site::Site(SiteOptions options, const std::stop_token& stop)
    : impl_(std::make_unique<Impl>(std::move(options), stop)) {}
Site::~Site() = default;

Response Site::answer(const Request& request) {
    try {
        if (auto refused = refusal(request, impl_->admission())) return std::move(*refused);
        return impl_->routed(request);
    } catch (const Error& error) {
        return failure(error);
    }
}

}  // namespace sourcereel::web
