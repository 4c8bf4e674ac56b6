// sourcereel/progress_line.h: how far the work is, for somebody who waits.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/analysis.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// What a progress line tells.
struct ProgressFacts {
    std::size_t done = 0;
    std::size_t inputs = 0;
    double share = 0;         ///< Of all the bytes, 0..1.
    double speed = 0;         ///< Seconds of video a second.
    double seconds_left = 0;  ///< 0 where nothing can be said yet.
};

/// "2 of 10   41 %   3.2x   0:45 left". Pure.
std::string progress_text(const ProgressFacts& facts);
/// {"schema": "sourcereel.progress/1", …}, one line. Pure.
std::string progress_json(const ProgressFacts& facts);

/// Redraws one line on stderr, or writes JSON lines there, a few times a second. Calls come one at a time.
class ProgressLine {
public:
    ProgressLine(const std::vector<std::filesystem::path>& files, const Settings& settings);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void update(std::size_t input, const pipeline::Progress& progress);
    void finished(std::size_t input);
    /// Somebody else who wants the same facts as often, whatever is drawn; `input` is one that goes on.
    void watch(std::function<void(const ProgressFacts& facts, std::size_t input)> watcher) {
        watcher_ = std::move(watcher);
    }
    /// Makes room for another message.
    void clear();

private:
    enum class Style { none, line, json };
    ProgressFacts facts() const;
    void draw(bool at_once);

    struct Input {
        double weight = 1;  ///< Bytes: what is known of the work before it is done.
        double share = 0;
        double media_seconds = 0;
    };
    std::vector<Input> inputs_;
    std::size_t done_ = 0;
    std::size_t latest_ = 0;
    std::function<void(const ProgressFacts&, std::size_t)> watcher_;
    Style style_ = Style::none;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_;
};

}  // namespace sourcereel::cli
