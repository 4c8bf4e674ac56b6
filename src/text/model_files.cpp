#include "text/model_files.h"

#include <charconv>
#include <fstream>
#include <string_view>
#include <system_error>

#include "core/error.h"
#include "text/model_manifest.h"
#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

constexpr const char* kManifest = "manifest.txt";
constexpr const char* kKeys = "keys.txt";
constexpr const char* kDetector = "detector.onnx";
constexpr std::string_view kRecognizer = "recognizer_";  // recognizer_320.onnx
constexpr std::string_view kOnnx = ".onnx";
constexpr std::uintmax_t kMostText = std::uintmax_t{4}
                                     << 20;  // Bytes of keys or manifest; real ones have 27 k.

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what,
                         ErrorKind kind = ErrorKind::corrupt) {
    throw Error(kind, file.string() + ": " + what + "; tools/dev/models.sh installs the models anew");
}

std::uintmax_t length_of(const std::filesystem::path& file) {
    std::error_code failed;
    const std::uintmax_t bytes = std::filesystem::file_size(file, failed);
    if (failed) refuse(file, "a file of the models cannot be read: " + failed.message());
    return bytes;
}

std::string content_of(const std::filesystem::path& file) {
    const std::uintmax_t bytes = length_of(file);
    if (bytes > kMostText) refuse(file, "too long: " + std::to_string(bytes) + " bytes");
    std::ifstream stream(file, std::ios::binary);
    std::string text(static_cast<std::size_t>(bytes), '\0');
    if (!stream.read(text.data(), static_cast<std::streamsize>(text.size())))
        refuse(file, "a file of the models cannot be read");
    return text;
}

ModelManifest manifest_of(const std::filesystem::path& file) {
    const std::string text = content_of(file);
    try {
        return parse_manifest(text);
    } catch (const Error& error) {
        refuse(file, error.what(), error.kind());
    }
}

/// The keys, one a line, each line ended.
std::vector<std::string> keys_of(const std::filesystem::path& file, std::size_t classes) {
    const std::string text = content_of(file);
    if (unicode::valid_utf8(text) != text) refuse(file, "not valid UTF-8");
    std::vector<std::string> keys;
    keys.reserve(classes);
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        if (end == 0 || end == std::string_view::npos)
            refuse(file,
                   "line " + std::to_string(keys.size() + 1) + (end == 0 ? " is empty" : " has no end"));
        keys.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    // Off by one here would turn every word into another one.
    if (keys.size() + 1 != classes)
        refuse(file, std::to_string(keys.size()) + " keys, but " + std::to_string(classes) +
                         " classes need " + std::to_string(classes - 1));
    if (keys.empty() || keys.back() != " ") refuse(file, "the last key is not a space");
    return keys;
}

/// 320 of "recognizer_320.onnx"; nothing for another name.
std::optional<int> width_of(std::string_view name) {
    if (!name.starts_with(kRecognizer) || !name.ends_with(kOnnx)) return std::nullopt;
    name.remove_prefix(kRecognizer.size());
    name.remove_suffix(kOnnx.size());
    int width = 0;
    const auto [stop, failed] = std::from_chars(name.data(), name.data() + name.size(), width);
    if (failed != std::errc() || stop != name.data() + name.size() || width <= 0) return std::nullopt;
    return width;
}

struct Found {
    ModelFiles files;
    ModelManifest manifest;
};

std::optional<Found> look(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (folder.empty() || !std::filesystem::exists(folder / kManifest, ignored)) return std::nullopt;
    Found found;
    found.manifest = manifest_of(folder / kManifest);
    ModelFiles& files = found.files;
    bool has_keys = false;
    for (const ModelManifest::File& file : found.manifest.files) {
        const std::filesystem::path path = folder / file.name;
        const std::uintmax_t bytes = length_of(path);
        if (bytes != file.bytes)
            refuse(path, std::to_string(bytes) + " bytes instead of " + std::to_string(file.bytes));
        if (file.name == kDetector) files.detector = path;
        if (file.name == kKeys) has_keys = true;
        if (const auto width = width_of(file.name)) files.recognizers[*width] = path;
    }
    if (files.detector.empty() || files.recognizers.empty() || !has_keys)
        refuse(folder / kManifest, std::string("it must list ") + kDetector + ", " + kKeys + " and a " +
                                       std::string(kRecognizer) + "WIDTH" + std::string(kOnnx));
    files.keys = keys_of(folder / kKeys, found.manifest.classes);
    files.version =
        found.manifest.name + "/" + found.manifest.package + "/converter-" + found.manifest.converter;
    return found;
}

}  // namespace

std::optional<ModelFiles> find_models(const std::filesystem::path& folder) {
    auto found = look(folder);
    if (!found) return std::nullopt;
    return std::move(found->files);
}

std::optional<ModelFiles> verify_models(
    const std::filesystem::path& folder,
    const std::function<std::string(const std::filesystem::path&)>& sha256_of) {
    auto found = look(folder);
    if (!found) return std::nullopt;
    for (const ModelManifest::File& file : found->manifest.files) {
        if (sha256_of(folder / file.name) != file.sha256)
            refuse(folder / file.name, "its content is not what the manifest says");
    }
    return std::move(found->files);
}

}  // namespace sourcereel::text
