#include "sourcereel/progress_line.h"

#include <unistd.h>
#include <algorithm>
#include <cstdio>
#include <system_error>

#include "sourcereel/printable.h"
#include "sourcereel/terminal.h"

namespace sourcereel::cli {
namespace {

constexpr std::chrono::milliseconds kInterval{250};
constexpr double kTooEarly = 0.01;  ///< Share below which the time left would be a guess.

}  // namespace

std::string progress_text(const ProgressFacts& facts) {
    std::string text;
    if (facts.inputs > 1) text = std::to_string(facts.done) + " of " + std::to_string(facts.inputs) + "   ";
    text += fixed(100 * facts.share, 0) + " %   " + fixed(facts.speed, 1) + "x";
    if (facts.seconds_left > 0) text += "   " + clock_time(facts.seconds_left, 0) + " left";
    return text;
}

std::string progress_json(const ProgressFacts& facts) {
    return R"({"schema": "sourcereel.progress/1", "done": )" + std::to_string(facts.done) +
           R"(, "inputs": )" + std::to_string(facts.inputs) + R"(, "share": )" + fixed(facts.share, 4) +
           R"(, "speed": )" + fixed(facts.speed, 2) + R"(, "seconds_left": )" +
           (facts.seconds_left > 0 ? fixed(facts.seconds_left, 1) : std::string("null")) + "}";
}

ProgressLine::ProgressLine(const std::vector<std::filesystem::path>& files, const Settings& settings) {
    if (settings.progress == ProgressStyle::json) {
        style_ = Style::json;
    } else if (settings.progress == ProgressStyle::automatic && !settings.quiet &&
               is_terminal(STDERR_FILENO)) {
        style_ = Style::line;
    }
    for (const auto& file : files) {
        std::error_code failed;
        const auto bytes = std::filesystem::file_size(file, failed);
        inputs_.push_back({failed ? 1.0 : static_cast<double>(bytes) + 1.0});
    }
}

void ProgressLine::update(std::size_t input, const pipeline::Progress& progress) {
    inputs_[input].share = progress.share;
    inputs_[input].media_seconds = progress.media_seconds;
    latest_ = input;
    draw(false);
}

void ProgressLine::finished(std::size_t input) {
    inputs_[input].share = 1;
    ++done_;
    draw(done_ == inputs_.size());
}

ProgressFacts ProgressLine::facts() const {
    ProgressFacts facts{done_, inputs_.size()};
    double all = 0;
    double done = 0;
    double media_seconds = 0;
    for (const Input& input : inputs_) {
        all += input.weight;
        done += input.weight * input.share;
        media_seconds += input.media_seconds;
    }
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
    facts.share = all > 0 ? done / all : 0;
    facts.speed = elapsed > 0 ? media_seconds / elapsed : 0;
    if (facts.share >= kTooEarly) facts.seconds_left = elapsed * (1 - facts.share) / facts.share;
    return facts;
}

void ProgressLine::draw(bool at_once) {
    const auto now = std::chrono::steady_clock::now();
    if (!at_once && now - last_ < kInterval) return;
    last_ = now;
    if (watcher_) watcher_(facts(), latest_);
    if (style_ == Style::none) return;
    if (style_ == Style::json) {
        std::fputs((progress_json(facts()) + "\n").c_str(), stderr);
        return;
    }
    const std::string text = shorten(progress_text(facts()), line_width(STDERR_FILENO) - 1);
    std::fputs(("\r" + text + "\x1b[K").c_str(), stderr);
    std::fflush(stderr);
    drawn_ = true;
}

void ProgressLine::clear() {
    if (drawn_) std::fputs("\r\x1b[K", stderr);
    drawn_ = false;
}

}  // namespace sourcereel::cli
