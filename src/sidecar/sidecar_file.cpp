#include "sidecar/sidecar_file.h"

#include <fstream>
#include <system_error>

#include "core/error.h"
#include "sidecar/account.h"
#include "sidecar/fields.h"
#include "sidecar/read_file.h"

namespace sourcereel::sidecar {

std::string read_small_file(const std::filesystem::path& file) {
    std::error_code code;
    const auto status = std::filesystem::status(file, code);
    if (code || status.type() == std::filesystem::file_type::not_found)
        throw Error(ErrorKind::not_found, file.string() + ": there is no such file");
    if (!std::filesystem::is_regular_file(status))
        throw Error(ErrorKind::unsupported, file.string() + ": is no regular file");
    const auto size = std::filesystem::file_size(file, code);
    if (!code && size > kMostBytes)
        throw Error(ErrorKind::exhausted, file.string() + ": has more than " +
                                              std::to_string(kMostBytes >> 20U) +
                                              " MiB, which no downloader's metadata has");
    std::ifstream in(file, std::ios::binary);
    std::string bytes;
    // The file may grow while it is read: never more than the limit and one byte, which is then refused.
    bytes.resize(static_cast<std::size_t>(code ? 0 : size) + 1);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (in.bad() || (in.fail() && !in.eof()))
        throw Error(ErrorKind::unsupported, file.string() + ": cannot be read");
    return bytes;
}

Sidecar parse_sidecar(std::string_view bytes, const std::string& name, const std::string& video_name) {
    const nlohmann::json root = parse_known_fields(bytes, name);
    if (!root.is_object())
        throw Error(ErrorKind::unsupported, name + ": holds no JSON object, so it describes no post");
    Sidecar sidecar;
    if (is_yt_dlp(root)) {
        std::vector<std::string> ignored;
        const auto type = Fields(root, "", ignored).text({"_type"});
        if (type && (type->value == "playlist" || type->value == "multi_video"))
            throw Error(ErrorKind::unsupported, name + ": describes a list of posts, not one");
        read_yt_dlp(root, sidecar);
    } else if (is_gallery_dl(root)) {
        read_gallery_dl(root, sidecar);
    } else if (is_auto_archiver(root)) {
        read_auto_archiver(root, video_name, sidecar);
    } else {
        throw Error(ErrorKind::unsupported,
                    name + ": is not of yt-dlp, gallery-dl or auto-archiver, whose metadata are understood");
    }
    cross_check(sidecar);
    return sidecar;
}

Sidecar read_sidecar(const std::filesystem::path& file, const std::string& video_name) {
    Sidecar sidecar = parse_sidecar(read_small_file(file), file.string(), video_name);
    sidecar.file = file.string();
    sidecar.paired_by = "option";
    return sidecar;
}

}  // namespace sourcereel::sidecar
