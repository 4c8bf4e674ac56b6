// sourcereel/command_line.h: argc and argv as options. Only parser.h knows CLI11.
#pragma once

#include <string>

#include "sourcereel/options.h"

namespace sourcereel::cli {

struct Parsed {
    CommandLine line;
    bool ends_here = false;  ///< --help, --version or a mistake: print what follows and leave with `exit`.
    int exit = 0;
    std::string answer;   ///< For stdout.
    std::string message;  ///< For stderr.
};

/// Never throws for what a user may write.
Parsed parse_command_line(int argc, const char* const* argv);

}  // namespace sourcereel::cli
