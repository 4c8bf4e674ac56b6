#include "web/running_note.h"

#include <unistd.h>
#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <sstream>

namespace sourcereel::web {
namespace {

std::filesystem::path folder_of(const std::filesystem::path& catalogue) {
    return catalogue.string() + ".running";
}

/// When the process began, in ticks since the machine did: with its number, that names it. Empty: no such.
std::string begin_of(int process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    // The second field is the program's name in parentheses and may hold anything.
    const std::size_t end = text.rfind(')');
    if (end == std::string::npos) return {};
    std::istringstream fields(text.substr(end + 1));
    std::string field;
    constexpr int kBegin = 20;  // Field 22; those after the name begin with 3.
    for (int i = 0; i < kBegin && fields >> field; ++i) {
    }
    return fields ? field : std::string{};
}

/// A file name cannot end a line, however hostile it is.
std::string on_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

template <typename Number>
Number number_in(const std::map<std::string, std::string>& lines, const char* name) {
    Number value{};
    const auto found = lines.find(name);
    if (found == lines.end()) return value;
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    return value;
}

std::map<std::string, std::string> lines_of(const std::filesystem::path& file) {
    std::map<std::string, std::string> lines;
    constexpr std::size_t kMost = 16;  // Ours have nine lines.
    std::ifstream in(file);
    std::string line;
    while (lines.size() < kMost && std::getline(in, line)) {
        const std::size_t space = line.find(' ');
        if (space != std::string::npos) lines[line.substr(0, space)] = line.substr(space + 1);
    }
    return lines;
}

}  // namespace

RunningNote::RunningNote(const std::filesystem::path& catalogue)
    : file_(folder_of(catalogue) / std::to_string(::getpid())) {}

RunningNote::~RunningNote() {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
    std::filesystem::remove(file_.parent_path(), ignored);  // Stays where others have theirs in it.
}

void RunningNote::write(const Running& now) {
    const std::filesystem::path next = file_.string() + ".new";
    std::error_code ignored;
    std::filesystem::create_directory(file_.parent_path(), ignored);  // Another one may have taken it along.
    {
        std::ofstream out(next, std::ios::trunc);
        const int process = ::getpid();
        out << "process " << process << "\nbegin " << begin_of(process) << "\nstarted " << now.started_at
            << "\ninputs " << now.inputs << "\ndone " << now.done << "\nshare " << now.share
            << "\nseconds_left " << now.seconds_left << "\nfile " << on_one_line(now.file) << "\nend .\n";
        if (!out) return;
    }
    std::filesystem::rename(next, file_, ignored);  // So no reader sees half of it.
}

std::vector<Running> running_analyses(const std::filesystem::path& catalogue) {
    std::vector<Running> found;
    std::error_code none;
    for (std::filesystem::directory_iterator entry(folder_of(catalogue), none), end; !none && entry != end;
         entry.increment(none)) {
        if (entry->path().has_extension()) continue;  // A note being written.
        auto lines = lines_of(entry->path());
        if (!lines.contains("end")) continue;
        Running one;
        one.process = number_in<int>(lines, "process");
        if (one.process <= 0 || begin_of(one.process) != lines["begin"]) continue;
        one.started_at = lines["started"];
        one.inputs = number_in<std::size_t>(lines, "inputs");
        one.done = number_in<std::size_t>(lines, "done");
        one.share = std::clamp(number_in<double>(lines, "share"), 0.0, 1.0);
        one.seconds_left = std::max(0.0, number_in<double>(lines, "seconds_left"));
        one.file = lines["file"];
        found.push_back(std::move(one));
    }
    std::sort(found.begin(), found.end(),
              [](const Running& a, const Running& b) { return a.process < b.process; });
    return found;
}

}  // namespace sourcereel::web
