#include <sys/random.h>
#include <array>
#include <fstream>
#include <mutex>

#include "imaging/picture_hash.h"
#include "json/documents.h"
#include "media/clip_writer.h"
#include "media/picture_clock.h"
#include "sourcereel/article_check.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/interrupt.h"
#include "sourcereel/output.h"
#include "web/assets.h"
#include "web/server.h"
#include "web/site.h"

namespace sourcereel::cli {
namespace {

namespace fs = std::filesystem;

/// 128 bits that nobody can guess, as digits.
std::string new_token() {
    std::array<unsigned char, 16> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw Error(ErrorKind::internal, "the system gives no random numbers");
    }
    std::string token;
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (const unsigned char byte : bytes) {
        token += kDigits[byte >> 4U];
        token += kDigits[byte & 15U];
    }
    return token;
}

/// What every browser is asked for; empty: nothing.
std::string access_token(const CommandLine& line) {
    if (!line.token_file) {
        if (!web::is_loopback(line.listen)) {
            throw UsageError("--listen " + line.listen +
                             ": others reach that address; name a file with a secret by --token-file");
        }
        return {};
    }
    std::ifstream file(*line.token_file);
    std::string token;
    std::getline(file, token);
    constexpr std::size_t kShortest = 16;
    if (token.size() < kShortest ||
        token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") !=
            std::string::npos) {
        throw UsageError("--token-file " + *line.token_file +
                         R"(: its first line must be 16 or more letters, digits, "-", "_" or ".")");
    }
    return token;
}

/// Beside other things that may be made again: $XDG_CACHE_HOME or ~/.cache; empty where there is neither.
fs::path cache_folder(const char* name) {
    if (const auto cache = process_environment("XDG_CACHE_HOME"); cache && cache->starts_with('/')) {
        return fs::path(*cache) / "sourcereel" / name;
    }
    if (const auto home = process_environment("HOME"); home && home->starts_with('/')) {
        return fs::path(*home) / ".cache" / "sourcereel" / name;
    }
    return {};
}

void make_preview(const fs::path& source, const fs::path& target,
                  const std::function<void(double)>& progress) {
    media::ClipOptions options;
    options.mode = media::ClipMode::exact;
    options.if_exists = media::IfExists::replace;
    options.threads = 1;  // Watching goes before making.
    const double all = media::FrameReader(source, {}).info().duration.seconds();
    media::ClipPart part;
    part.range = {Timestamp{0, {1, 1}}, Timestamp{std::int64_t{1} << 30U, {1, 1}}};
    part.target = target;
    media::write_clips(source, {part}, options,
                       [&](const Timestamp& now) { progress(all > 0 ? now.seconds() / all : 0); });
}

std::string url_of(const std::string& address, int port) {
    const bool is_v6 = address.find(':') != std::string::npos;
    return "http://" + (is_v6 ? "[" + address + "]" : address) + ":" + std::to_string(port) + "/";
}

}  // namespace

int run_serve(const CommandLine& line, const Settings& settings) {
    web::SiteOptions options;
    options.catalogue = settings.db;
    options.version = SOURCEREEL_VERSION;
    options.admission.address = line.listen;
    options.admission.access_token = access_token(line);
    options.admission.change_token = new_token();
    options.previews = cache_folder("previews");
    options.picture_hash = imaging::picture_hash_of;
    options.looks = cache_folder("looks");
    options.make_preview = make_preview;
    options.picture_times = [](const fs::path& file, bool all) {
        return media::picture_times_of(file, all ? media::Pictures::all : media::Pictures::first);
    };
    std::mutex one_article;  // Each holds the texts of the whole catalogue.
    options.verify = [&](const std::string& article, const std::string& name) {
        const std::lock_guard lock(one_article);
        return checked_by_catalogue(article, name, settings);
    };
    (void)open_catalogue(settings);  // Says how to make one where there is none.

    const InterruptWatch interrupt;
    std::optional<web::Site> site;
    web::Server server([&](const web::Request& request) { return site->answer(request); });
    try {
        options.admission.port = server.bind(line.listen, line.port);
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
    const std::string url =
        url_of(line.listen, options.admission.port) +
        (options.admission.access_token.empty() ? "" : "?token=" + options.admission.access_token);
    asking_catalogue([&] { site.emplace(options, interrupt.token()); });
    if (web::built_assets().empty()) {
        say_warning("built without its page: run tools/dev/page.sh and build again; /api/v1/ works",
                    settings.color);
    }
    // A whole answer at once, so that what started the server may wait for the line.
    write_answer(settings.format == Format::json
                     ? json::facts_document("sourcereel.serve/1", {{"url", url}}, {})
                     : "serving " + settings.db.string() + " at " + url + "\n");
    server.run(interrupt.token());
    return kDone;
}

}  // namespace sourcereel::cli
