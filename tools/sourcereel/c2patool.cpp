#include "sourcereel/c2patool.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>

extern char** environ;

namespace sourcereel::cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr std::chrono::seconds kLongest{30};

/// Reads until the end, the limit or the deadline; whether the end was reached.
bool read_answer(int descriptor, std::string& answer) {
    const auto deadline = std::chrono::steady_clock::now() + kLongest;
    std::array<char, 8192> block{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd waiting{descriptor, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return false;
        const ssize_t got = ::read(descriptor, block.data(), block.size());
        if (got == 0) return true;
        if (got < 0 || answer.size() + static_cast<std::size_t>(got) > kMostBytes) return false;
        answer.append(block.data(), static_cast<std::size_t>(got));
    }
}

}  // namespace

std::string ask_c2patool(const std::filesystem::path& file) {
    std::array<int, 2> pipe_ends{};
    if (::pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string program = "c2patool";
    std::string argument = std::filesystem::absolute(file).string();  // Never looks like an option.
    std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
    pid_t child = 0;
    const int failed = ::posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe_ends[1]);
    std::string answer;
    bool whole = false;
    if (failed == 0) {
        whole = read_answer(pipe_ends[0], answer);
        if (!whole) ::kill(child, SIGKILL);
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        whole = whole && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    ::close(pipe_ends[0]);
    return whole ? answer : std::string();
}

}  // namespace sourcereel::cli
