// web/running_note.h: how an analysis tells a page served by another process how far it is.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace sourcereel::web {

/// How far one running analysis is.
struct Running {
    int process = 0;
    std::string started_at;  ///< UTC, "2026-11-24T08:15:00Z".
    std::size_t inputs = 0;
    std::size_t done = 0;
    double share = 0;         ///< Of all its bytes, 0..1.
    double seconds_left = 0;  ///< 0: nothing can be said yet.
    std::string file;         ///< The name of a file that is being worked on, without its folder.
    friend bool operator==(const Running&, const Running&) = default;
};

/// A small file "<catalogue>.running/<process>" that is replaced as the work goes on and goes when this does.
/// What cannot be written is passed over: an analysis never fails because nobody can watch it.
class RunningNote {
public:
    explicit RunningNote(const std::filesystem::path& catalogue);
    ~RunningNote();
    RunningNote(const RunningNote&) = delete;
    RunningNote& operator=(const RunningNote&) = delete;

    void write(const Running& now);

private:
    std::filesystem::path file_;
};

/// The analyses that run on this machine into `catalogue`, by process number. Notes of processes that ended
/// without taking theirs along are passed over, also where the number is in use again.
std::vector<Running> running_analyses(const std::filesystem::path& catalogue);

}  // namespace sourcereel::web
