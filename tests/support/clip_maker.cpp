#include "support/clip_maker.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "support/temp_folder.h"

extern char** environ;

namespace sourcereel::support {
namespace {

/// Exit status of `program`; what it says goes to `log`.
int run(const std::vector<std::string>& arguments, const std::filesystem::path& log) {
    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    pid_t child = 0;
    const int code = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) throw std::runtime_error{"cannot start " + arguments[0]};
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

void run_ffmpeg(const std::vector<std::string>& arguments) {
    std::vector<std::string> all{"ffmpeg", "-hide_banner", "-nostdin", "-v", "error", "-y"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const TempFolder folder;
    const auto log = folder / "log";
    if (run(all, log) != 0) throw std::runtime_error{"ffmpeg failed: " + bytes_of(log)};
}

bool has_encoder(const std::string& name) {
    const TempFolder folder;
    const auto log = folder / "log";
    // ffmpeg answers with exit status 0 for an unknown encoder too.
    return run({"ffmpeg", "-hide_banner", "-h", "encoder=" + name}, log) == 0 &&
           bytes_of(log).starts_with("Encoder " + name);
}

void make_clip(const std::filesystem::path& file, const ClipPlan& plan) {
    const TempFolder folder;
    const auto raw = folder / "raw.yuv";
    RawPicture picture;
    {
        std::ofstream out{raw, std::ios::binary};
        for (int n = 0; n < plan.pictures; ++n) {
            picture = coded_picture_stored(plan.width, plan.height, n, plan.stored);
            out.write(reinterpret_cast<const char*>(picture.bytes.data()),
                      static_cast<std::streamsize>(picture.bytes.size()));
        }
    }
    std::vector<std::string> arguments{
        "-f",         "rawvideo",
        "-pix_fmt",   "yuv420p",
        "-s",         std::to_string(picture.width) + "x" + std::to_string(picture.height),
        "-framerate", std::to_string(plan.rate)};
    arguments.insert(arguments.end(), plan.input.begin(), plan.input.end());
    arguments.insert(arguments.end(), {"-i", raw.string()});
    arguments.insert(arguments.end(), plan.output.begin(), plan.output.end());
    arguments.insert(arguments.end(), {"-threads", "1", file.string()});
    run_ffmpeg(arguments);
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out{file, std::ios::binary};
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void truncate_to(const std::filesystem::path& file, double share) {
    const auto size = static_cast<double>(std::filesystem::file_size(file));
    std::filesystem::resize_file(file, static_cast<std::uintmax_t>(size * share));
}

void set_display_matrix(const std::filesystem::path& file, const std::vector<int>& nine_values) {
    std::string bytes = bytes_of(file);
    const std::size_t box = bytes.find("tkhd");
    if (box == std::string::npos || nine_values.size() != 9) throw std::runtime_error{"no track header"};
    // Version 0: type, version and flags, five words, two reserved words, layer, group, volume, reserved.
    std::size_t at = box + 4 + 4 + 20 + 8 + 8;
    for (const int value : nine_values)
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes.at(at++) = static_cast<char>(static_cast<unsigned>(value) >> shift & 255U);
    write_bytes(file, bytes);
}

std::vector<int> matrix_values(const Matrix& matrix) {
    constexpr int kOne = 1 << 16;
    return {matrix.a * kOne, matrix.b * kOne, 0, matrix.c * kOne, matrix.d * kOne, 0, 0, 0, 1 << 30};
}

}  // namespace sourcereel::support
