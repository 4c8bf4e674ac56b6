// sourcereel/commands.h: one function a subcommand; each returns the exit code.
#pragma once

#include <string>

#include "sourcereel/options.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

// All throw what failures.h turns into a message and an exit code.
int run_analyze(const CommandLine& line, const Settings& settings);
int run_shots(const CommandLine& line, const Settings& settings);
int run_clip(const CommandLine& line, const Settings& settings);
int run_text(const CommandLine& line, const Settings& settings);
int run_verify(const CommandLine& line, const Settings& settings);
int run_report(const CommandLine& line, const Settings& settings);
int run_search(const CommandLine& line, const Settings& settings);
int run_serve(const CommandLine& line, const Settings& settings);
int run_export(const CommandLine& line, const Settings& settings);
int run_show(const CommandLine& line, const Settings& settings);
int run_db_check(const Settings& settings);
int run_db_stats(const Settings& settings);
int run_db_backup(const CommandLine& line, const Settings& settings);
int run_db_migrate(const Settings& settings);
int run_db_relink(const CommandLine& line, const Settings& settings);
int run_tag(const CommandLine& line, const Settings& settings);
int run_note(const CommandLine& line, const Settings& settings);
int run_not_a_copy(const CommandLine& line, const Settings& settings);
int run_doctor(const Settings& settings);

/// What --version prints: ours, then those of the libraries loaded.
std::string versions_text();

}  // namespace sourcereel::cli
