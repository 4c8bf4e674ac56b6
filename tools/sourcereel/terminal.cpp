#include "sourcereel/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <algorithm>
#include <charconv>

namespace sourcereel::cli {
namespace {

constexpr std::size_t kUsualWidth = 80;
constexpr std::size_t kLeastWidth = 40;
constexpr std::size_t kMostWidth = 1000;

}  // namespace

bool is_terminal(int descriptor) {
    return isatty(descriptor) == 1;
}

std::size_t choose_width(std::size_t terminal, const std::optional<std::string>& columns) {
    std::size_t width = terminal;
    if (width == 0 && columns) std::from_chars(columns->data(), columns->data() + columns->size(), width);
    return width == 0 ? kUsualWidth : std::clamp(width, kLeastWidth, kMostWidth);
}

std::size_t line_width(int descriptor) {
    winsize size{};
    const bool known = is_terminal(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0;
    return choose_width(known ? size.ws_col : 0, process_environment("COLUMNS"));
}

bool use_color(Color color, int descriptor) {
    if (color != Color::automatic) return color == Color::always;
    return is_terminal(descriptor) && process_environment("TERM").value_or("dumb") != "dumb";
}

}  // namespace sourcereel::cli
