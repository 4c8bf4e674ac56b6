#include "sourcereel/config_file.h"

#include <toml++/toml.h>
#include <algorithm>
#include <fstream>
#include <iterator>

namespace sourcereel::cli {
namespace {

std::string place(const std::filesystem::path& file, const toml::source_region& source) {
    return file.string() + ":" + std::to_string(source.begin.line);
}

/// The value as it would be written on the command line; nothing for a kind that no setting has.
std::optional<std::string> as_written(const toml::node& node) {
    if (const auto text = node.value_exact<std::string>()) return *text;
    if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
    const toml::array* list = node.as_array();
    if (list == nullptr) return std::nullopt;
    std::string joined;
    for (const toml::node& item : *list) {
        const auto text = item.value_exact<std::string>();
        if (!text) return std::nullopt;
        if (!joined.empty()) joined += ',';
        joined += *text;
    }
    return joined;
}

std::string place_of(const std::string& written, const std::filesystem::path& file,
                     const Environment& environment) {
    if (written.starts_with("~/")) return environment("HOME").value_or("") + written.substr(1);
    const std::filesystem::path path(written);
    return path.is_absolute() || written.empty() ? written : (file.parent_path() / path).string();
}

std::string known_keys() {
    std::string names;
    for (const std::string& key : setting_keys()) names += (names.empty() ? "" : ", ") + key;
    return names;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    std::error_code ignored;
    if (!stream.is_open() || stream.bad() || std::filesystem::is_directory(file, ignored)) {
        throw UsageError(file.string() + ": cannot read this configuration file");
    }
    return text;
}

}  // namespace

Layer parse_config(std::string_view text, const std::filesystem::path& file, const Environment& environment) {
    toml::table table;
    try {
        table = toml::parse(text);
    } catch (const toml::parse_error& error) {
        throw UsageError(place(file, error.source()) +
                         ": not valid TOML: " + std::string(error.description()));
    }
    Layer layer;
    for (const auto& [name, node] : table) {
        const std::string key(name.str());
        const std::string where = place(file, name.source());
        if (std::find(setting_keys().begin(), setting_keys().end(), key) == setting_keys().end()) {
            throw UsageError(where + ": unknown key \"" + key + "\"; known are " + known_keys());
        }
        const std::string named = std::string(where).append(": ").append(key);
        auto value = as_written(node);
        if (!value) throw UsageError(named + " must be a text, a number or a list of texts");
        const bool is_path = key == "db" || (key == "models" && *value != "none");
        if (is_path) value = place_of(*value, file, environment);
        layer[key] = {*value, named};
    }
    return layer;
}

Layer read_config(const std::filesystem::path& file, const Environment& environment) {
    return parse_config(text_of(file), file, environment);
}

Layer color_in_config(const std::filesystem::path& file) noexcept {
    try {
        const toml::table table = toml::parse(text_of(file));
        if (const auto color = table["color"].value_exact<std::string>())
            return {{"color", {*color, file.string() + ": color"}}};
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): read_config() says what is wrong.
    }
    return {};
}

}  // namespace sourcereel::cli
