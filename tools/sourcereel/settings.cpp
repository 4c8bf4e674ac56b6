#include "sourcereel/settings.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace sourcereel::cli {
namespace {

constexpr std::size_t kMaxJobs = 256;
constexpr const char* kNoModels = "none";  // A folder of this name can be written as ./none.

[[noreturn]] void refuse(const Written& written, const std::string& expected) {
    throw UsageError(written.origin + ": \"" + written.value + "\" is not " + expected);
}

template <typename Value>
Value choose(const Written& written, const std::vector<std::pair<std::string_view, Value>>& choices) {
    std::string names;
    for (const auto& [name, value] : choices) {
        if (written.value == name) return value;
        if (!names.empty()) names += ", ";
        names += name;
    }
    refuse(written, "one of " + names);
}

Color to_color(const Written& written) {
    return choose<Color>(written,
                         {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}});
}

std::size_t to_jobs(const Written& written) {
    std::size_t jobs = 0;
    const char* end = written.value.data() + written.value.size();
    const auto [stop, failed] = std::from_chars(written.value.data(), end, jobs);
    if (failed != std::errc() || stop != end || jobs < 1 || jobs > kMaxJobs) {
        refuse(written, "a whole number from 1 to " + std::to_string(kMaxJobs));
    }
    return jobs;
}

std::vector<std::string> to_languages(const Written& written) {
    std::vector<std::string> codes;
    std::string code;
    for (const char c : written.value + ',') {
        if (c != ',' && c != '+') {
            code += c;
            continue;
        }
        // Codes become file names of language data: nothing else may pass.
        const bool good = !code.empty() && std::all_of(code.begin(), code.end(), [](unsigned char letter) {
            return std::isalnum(letter) != 0 || letter == '_';
        });
        if (!good) refuse(written, "a list of language codes such as eng,rus");
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
        code.clear();
    }
    return codes;
}

std::filesystem::path below(const Environment& environment, const std::string& variable,
                            const std::filesystem::path& in_home) {
    if (const auto folder = environment(variable); folder && folder->starts_with('/')) return *folder;
    const auto home = environment("HOME");
    return home && !home->empty() ? std::filesystem::path(*home) / in_home : std::filesystem::path(".");
}

}  // namespace

const std::vector<std::string>& setting_keys() {
    static const std::vector<std::string> keys{"db",   "format", "color",  "progress",
                                               "jobs", "langs",  "models", "effort"};
    return keys;
}

Layer environment_layer(const Environment& environment) {
    Layer layer;
    if (const auto plain = environment("NO_COLOR"); plain && !plain->empty()) {
        layer["color"] = {"never", "NO_COLOR"};
    }
    for (const std::string& key : setting_keys()) {
        std::string name = "SOURCEREEL_" + key;
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        if (const auto value = environment(name); value && !value->empty()) layer[key] = {*value, name};
    }
    return layer;
}

std::filesystem::path default_db(const Environment& environment) {
    return below(environment, "XDG_DATA_HOME", ".local/share") / "sourcereel" / "catalogue.db";
}

std::filesystem::path default_models_folder(const Environment& environment,
                                            const std::filesystem::path& program) {
    const auto own = below(environment, "XDG_DATA_HOME", ".local/share") / "sourcereel" / "models";
    const auto shipped = program.parent_path().parent_path() / "share" / "sourcereel" / "models";
    std::error_code ignored;
    const bool use_shipped = program.has_parent_path() && !std::filesystem::exists(own, ignored) &&
                             std::filesystem::exists(shipped, ignored);
    return use_shipped ? shipped : own;
}

std::filesystem::path running_program() {
    std::error_code failed;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? std::filesystem::path() : program;
}

std::filesystem::path user_config(const Environment& environment) {
    return below(environment, "XDG_CONFIG_HOME", ".config") / "sourcereel" / "config.toml";
}

Settings decide(const std::vector<Layer>& layers, const Defaults& defaults) {
    const auto find = [&](const std::string& key) -> const Written* {
        for (const Layer& layer : layers) {
            if (const auto found = layer.find(key); found != layer.end()) return &found->second;
        }
        return nullptr;
    };
    Settings settings;
    settings.db = defaults.db;
    settings.jobs = std::clamp<std::size_t>(defaults.jobs, 1, kMaxJobs);
    settings.models = defaults.models;
    if (const Written* db = find("db")) {
        if (db->value.empty()) refuse(*db, "the name of a file");
        settings.db = db->value;
    }
    if (const Written* format = find("format")) {
        settings.format = choose<Format>(*format, {{"table", Format::table}, {"json", Format::json}});
    }
    if (const Written* color = find("color")) settings.color = to_color(*color);
    if (const Written* progress = find("progress")) {
        settings.progress = choose<ProgressStyle>(
            *progress,
            {{"auto", ProgressStyle::automatic}, {"off", ProgressStyle::off}, {"json", ProgressStyle::json}});
    }
    if (const Written* jobs = find("jobs")) settings.jobs = to_jobs(*jobs);
    if (const Written* langs = find("langs")) settings.languages = to_languages(*langs);
    if (const Written* effort = find("effort")) {
        settings.effort = choose<text::Effort>(*effort, {{"fast", text::Effort::fast},
                                                         {"default", text::Effort::standard},
                                                         {"thorough", text::Effort::thorough}});
    }
    if (const Written* models = find("models")) {
        if (models->value.empty()) refuse(*models, "a folder, or none");
        settings.models =
            models->value == kNoModels ? std::filesystem::path() : std::filesystem::path(models->value);
        settings.models_asked_by = models->origin;
    }
    return settings;
}

Color color_for_mistakes(const std::vector<Layer>& layers) {
    for (const Layer& layer : layers) {
        const auto found = layer.find("color");
        if (found == layer.end()) continue;
        try {
            return to_color(found->second);
        } catch (const UsageError&) {
            return Color::automatic;
        }
    }
    return Color::automatic;
}

std::optional<std::string> process_environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe): no thread sets it.
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

}  // namespace sourcereel::cli
