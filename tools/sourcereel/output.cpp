#include "sourcereel/output.h"

#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "sourcereel/printable.h"
#include "sourcereel/terminal.h"

namespace sourcereel::cli {
namespace {

void say_labelled(const char* label, const char* escape, const std::string& message, Color color) {
    const bool colored = use_color(color, STDERR_FILENO);
    const std::string line = std::string("sourcereel: ") + (colored ? escape : "") + label +
                             (colored ? "\x1b[0m" : "") + " " + visible(message) + "\n";
    std::fputs(line.c_str(), stderr);
}

}  // namespace

void write_answer(const std::string& text) {
    errno = 0;
    const bool written =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (written) return;
    const int why = errno;
    OutputError error("standard output: " + std::generic_category().message(why));
    error.closed_pipe = why == EPIPE;
    throw error;
}

void say(const std::string& line) {
    std::fputs((visible(line) + "\n").c_str(), stderr);
}

void say_error(const std::string& message, Color color) {
    say_labelled("error:", "\x1b[1;31m", message, color);
}

void say_warning(const std::string& message, Color color) {
    say_labelled("warning:", "\x1b[1;33m", message, color);
}

}  // namespace sourcereel::cli
