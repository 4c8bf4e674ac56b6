#include "sourcereel/interrupt.h"

#include <fcntl.h>
#include <unistd.h>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "sourcereel/exit_code.h"

namespace sourcereel::cli {
namespace {

constexpr char kStop = 's';
constexpr char kLeave = 'l';

// What a signal handler may touch: lock-free and written before the handler is installed.
std::atomic<int> pipe_end{-1};     // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<int> signals_seen{0};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
std::array<int, 2> pipe_ends{-1, -1};

void send(char byte) {
    const int saved = errno;
    // A full pipe holds enough bytes already.
    [[maybe_unused]] const auto written = write(pipe_end.load(), &byte, 1);
    errno = saved;
}

extern "C" void on_signal(int /*signal*/) {
    if (signals_seen.fetch_add(1) > 0) _exit(kInterrupted);
    send(kStop);
}

void handle(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

InterruptWatch::InterruptWatch() {
    if (pipe2(pipe_ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    pipe_end = pipe_ends[1];
    signals_seen = 0;
    watcher_ = std::thread([this] {
        char byte = 0;
        for (;;) {
            const auto got = read(pipe_ends[0], &byte, 1);
            if (got < 0 && errno == EINTR) continue;
            if (got != 1 || byte == kLeave) return;
            stop_.request_stop();
        }
    });
    handle(on_signal);
}

InterruptWatch::~InterruptWatch() {
    handle(SIG_DFL);
    send(kLeave);
    watcher_.join();
    close(pipe_ends[0]);
    close(pipe_ends[1]);
}

}  // namespace sourcereel::cli
