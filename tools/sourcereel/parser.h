// sourcereel/parser.h: the options of each command, as CLI11 wants them. Private to the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sourcereel/command_line.h"

namespace sourcereel::cli {

/// A setting that also has other places: kept as written, so that one place judges them all.
struct Setting {
    const char* key;
    const char* flag;
    std::optional<std::string> value;
};

class Parser {
public:
    Parser();

    Parsed parse(int argc, const char* const* argv);

private:
    /// "tag 7 -seen" takes a tag away. CLI11 would see options in it, so it gets another first letter.
    static std::vector<std::string> with_removals_kept(int argc, const char* const* argv);
    void take_settings();
    CLI::App* add(const char* name, Command command, const char* summary, const std::string& more);
    void add_setting(CLI::App& to, std::size_t index, const char* flags, const char* placeholder,
                     const std::string& description);
    void add_globals();
    void add_min_shot(CLI::App* sub);
    /// What decides where shots begin, the same wherever shots are counted.
    void add_detection(CLI::App* sub);
    void add_languages(CLI::App* sub);
    void add_analyze();
    void add_kinds(CLI::App* sub);
    void add_force(CLI::App* sub);
    void add_shots();
    void add_clip();
    void add_text();
    void add_doctor();
    // Those that ask the catalogue: catalogue_options.cpp.
    void add_verify();
    void add_report();
    void add_search();
    void add_show();
    void add_serve();
    void add_export();
    CLI::Option* add_key(CLI::App* sub);
    void add_part(CLI::App* sub);
    void add_marks();
    void add_db();

    static constexpr char kRemoval = '\x01';

    CLI::App app_;
    CommandLine line_;
    bool no_progress_ = false;
    std::vector<Setting> settings_{{"db", "--db", {}},         {"format", "--format", {}},
                                   {"color", "--color", {}},   {"progress", "--progress", {}},
                                   {"jobs", "--jobs", {}},     {"langs", "--langs", {}},
                                   {"models", "--models", {}}, {"effort", "--effort", {}}};
};

}  // namespace sourcereel::cli
