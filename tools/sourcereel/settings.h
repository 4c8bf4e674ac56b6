// sourcereel/settings.h: options that may come from several places, decided.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "text/text_reader.h"

namespace sourcereel::cli {

/// The command line, a variable or a configuration file says what we cannot follow. Ends in kWrongUsage.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One value as written, and where: "--jobs", "SOURCEREEL_JOBS", "sourcereel.toml:3: jobs".
struct Written {
    std::string value;
    std::string origin;
};
/// Values of one place by their key: "db", "jobs", …
using Layer = std::map<std::string, Written>;

/// The keys that a layer may have, in the order in which they are documented.
const std::vector<std::string>& setting_keys();

enum class Format { table, json };
enum class Color { automatic, always, never };
enum class ProgressStyle { automatic, off, json };

struct Settings {
    std::filesystem::path db;
    Format format = Format::table;
    Color color = Color::automatic;
    ProgressStyle progress = ProgressStyle::automatic;
    std::size_t jobs = 1;
    std::vector<std::string> languages;  ///< Tesseract codes; empty: all of ours that are installed.
    text::Effort effort = text::Effort::standard;
    std::filesystem::path models;  ///< Folder of the neural models; empty: do without.
    std::string models_asked_by;   ///< Who named that folder: "--models"; empty: it is the default.
    bool quiet = false;
    bool verbose = false;
};

/// What the machine says where nobody else does.
struct Defaults {
    std::filesystem::path db;
    std::size_t jobs = 1;
    std::filesystem::path models{};  ///< May be left out: none.
};

using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// The SOURCEREEL_* variables that are set and not empty. Also NO_COLOR, as a "color" of its own.
Layer environment_layer(const Environment& environment);
/// Where the catalogue lies by default: $XDG_DATA_HOME/sourcereel/catalogue.db or below ~/.local/share.
std::filesystem::path default_db(const Environment& environment);
/// Where the neural models lie by default: $XDG_DATA_HOME/sourcereel/models or below ~/.local/share, unless
/// it does not exist and share/sourcereel/models beside the folder of `program` does (an installed program).
std::filesystem::path default_models_folder(const Environment& environment,
                                            const std::filesystem::path& program);
/// $XDG_CONFIG_HOME/sourcereel/config.toml or below ~/.config.
std::filesystem::path user_config(const Environment& environment);

/// For each key the value of the first layer that has it. Pure.
/// @throws UsageError naming origin, value and what may stand there.
Settings decide(const std::vector<Layer>& layers, const Defaults& defaults);

/// Whether mistakes may be said in colour before all is decided, since they may be what cannot be decided:
/// the first layer that has "color" counts, and a value that means nothing is as none. Pure.
Color color_for_mistakes(const std::vector<Layer>& layers);

/// The file of the running program; empty where the system does not tell.
std::filesystem::path running_program();

/// The process's own environment.
std::optional<std::string> process_environment(const std::string& name);

}  // namespace sourcereel::cli
