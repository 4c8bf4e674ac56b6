// sourcereel: parse, decide the settings, call one command, say what went wrong.
#include <malloc.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <system_error>
#include <thread>
#include <vector>

#include "sourcereel/command_line.h"
#include "sourcereel/commands.h"
#include "sourcereel/config_file.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/output.h"
#include "sourcereel/settings.h"

namespace {

using namespace sourcereel::cli;

/// The configuration files that count, the stronger first.
std::vector<std::filesystem::path> config_files(const CommandLine& line) {
    if (line.config) return {*line.config};
    if (const auto named = process_environment("SOURCEREEL_CONFIG"); named && !named->empty())
        return {*named};
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path& file :
         {std::filesystem::path("sourcereel.toml"), user_config(process_environment)}) {
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored)) files.push_back(file);
    }
    return files;
}

Settings settings_for(const CommandLine& line) {
    std::vector<Layer> layers{line.flags, environment_layer(process_environment)};
    for (const auto& file : config_files(line)) {
        if (line.verbose) say("settings from " + file.string());
        layers.push_back(read_config(file, process_environment));
    }
    Settings settings =
        decide(layers, {default_db(process_environment), std::max(1U, std::thread::hardware_concurrency()),
                        default_models_folder(process_environment, running_program())});
    settings.quiet = line.quiet;
    settings.verbose = line.verbose && !line.quiet;
    if (settings.verbose) say("catalogue " + settings.db.string());
    return settings;
}

/// What is known of colours before the configuration is judged, which may itself be the mistake.
Color early_color(const CommandLine& line) {
    std::vector<Layer> layers{line.flags, environment_layer(process_environment)};
    for (const auto& file : config_files(line)) layers.push_back(color_in_config(file));
    return color_for_mistakes(layers);
}

int run(const CommandLine& line, const Settings& settings) {
    switch (line.command) {
        case Command::analyze:
            return run_analyze(line, settings);
        case Command::shots:
            return run_shots(line, settings);
        case Command::text:
            return run_text(line, settings);
        case Command::clip:
            return run_clip(line, settings);
        case Command::verify:
            return run_verify(line, settings);
        case Command::report:
            return run_report(line, settings);
        case Command::search:
            return run_search(line, settings);
        case Command::show:
            return run_show(line, settings);
        case Command::serve:
            return run_serve(line, settings);
        case Command::export_videos:
            return run_export(line, settings);
        case Command::db_check:
            return run_db_check(settings);
        case Command::db_stats:
            return run_db_stats(settings);
        case Command::db_backup:
            return run_db_backup(line, settings);
        case Command::db_migrate:
            return run_db_migrate(settings);
        case Command::db_relink:
            return run_db_relink(line, settings);
        case Command::tag:
            return run_tag(line, settings);
        case Command::note:
            return run_note(line, settings);
        case Command::not_a_copy:
            return run_not_a_copy(line, settings);
        case Command::doctor:
            return run_doctor(settings);
        case Command::none:
            break;
    }
    return kWrongUsage;
}

/// Pictures come and go many times a second. By default glibc gives each one back to the system, which costs
/// a third of the CPU in page faults; kept, they are used again. The peak stays the same.
void keep_freed_memory() {
    mallopt(M_MMAP_THRESHOLD, 128 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that leaves early is an error of write(), not the end of the process.
    std::signal(SIGPIPE, SIG_IGN);
    // Nor is a limit of the size of files, which write() reports as it does a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    keep_freed_memory();
    Color color = Color::automatic;
    try {
        const Parsed parsed = parse_command_line(argc, argv);
        color = early_color(parsed.line);
        if (parsed.ends_here) {
            if (!parsed.message.empty()) say_error(parsed.message + "; see sourcereel --help", color);
            write_answer(parsed.answer);
            return parsed.exit;
        }
        const Settings settings = settings_for(parsed.line);
        color = settings.color;
        return run(parsed.line, settings);
    } catch (...) {
        return report_current_exception(color);
    }
}
