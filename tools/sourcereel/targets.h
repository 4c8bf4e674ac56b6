// sourcereel/targets.h: where answers go and in which format, as commands are told by --as and -o.
#pragma once

#include <cstddef>
#include <string>

#include "media/new_file.h"
#include "sourcereel/options.h"

namespace sourcereel::cli {

/// What is wrong with a target is a matter of the command line, not of the video.
/// @throws UsageError
void require_target(const std::string& target, media::IfExists if_exists);

/// A format as the user named it, and the words of the command line that did so.
struct NamedFormat {
    std::string name;   ///< Empty: not named.
    std::string where;  ///< "--as xyz", "-o list.xyz".
};
/// --as, else the extension of -o. Pure.
NamedFormat named_format(const CommandLine& line);

/// "1 shot", "2 shots".
std::string counted(std::size_t count, const char* one);

}  // namespace sourcereel::cli
