#include "web/open_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "web/answers.h"
#include "web/byte_range.h"

namespace sourcereel::web {

std::optional<OpenFile> open_regular(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) return std::nullopt;
    std::shared_ptr<const int> owner(new int(descriptor), [](const int* held) {
        ::close(*held);
        delete held;
    });
    struct stat facts {};
    if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    const std::string tag = "\"" + std::to_string(size) + "-" + std::to_string(facts.st_mtim.tv_sec) + "." +
                            std::to_string(facts.st_mtim.tv_nsec) + "-" + std::to_string(facts.st_ino) + "\"";
    return OpenFile{std::move(owner), size, tag};
}

Response answer_with(const OpenFile& file, const Request& request, const std::string& type,
                     const std::string& cache_control) {
    Response answer;
    answer.headers = {{"ETag", file.tag},
                      {"Accept-Ranges", "bytes"},
                      {"Cache-Control", cache_control},
                      {"Content-Type", type}};
    if (request.header("if-none-match") == file.tag) {
        answer.status = 304;
        return answer;
    }
    const std::string_view condition = request.header("if-range");
    const bool may_be_part = condition.empty() || condition == file.tag;
    const ByteRange range = byte_range(may_be_part ? request.header("range") : "", file.size);
    if (range.kind == ByteRange::Kind::unsatisfiable) {
        Response refused = plain(416, "That range lies outside of the file.\n");
        refused.headers["Content-Range"] = "bytes */" + std::to_string(file.size);
        return refused;
    }
    if (range.kind == ByteRange::Kind::part) {
        answer.status = 206;
        answer.headers["Content-Range"] = "bytes " + std::to_string(range.begin) + "-" +
                                          std::to_string(range.begin + range.length - 1) + "/" +
                                          std::to_string(file.size);
    }
    answer.file = FilePart{file.descriptor, range.begin, range.length};
    return answer;
}

std::string media_type(const std::string& container, const std::string& video_codec) {
    if (container.find("mp4") != std::string::npos) return "video/mp4";
    if (container.find("matroska") != std::string::npos || container.find("webm") != std::string::npos) {
        const bool is_webm = video_codec == "vp8" || video_codec == "vp9" || video_codec == "av1";
        return is_webm ? "video/webm" : "video/x-matroska";
    }
    if (container == "ogg") return "video/ogg";
    return "application/octet-stream";
}

}  // namespace sourcereel::web
