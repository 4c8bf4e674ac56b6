// sourcereel/interrupt.h: Ctrl-C and SIGTERM as a stop token.
#pragma once

#include <stop_token>
#include <thread>

namespace sourcereel::cli {

/// While it lives, the first SIGINT or SIGTERM asks to stop; the second ends the process at once with 130.
/// One at a time in a process.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    std::stop_token token() const { return stop_.get_token(); }
    bool interrupted() const { return stop_.stop_requested(); }

private:
    std::stop_source stop_;
    std::thread watcher_;  ///< Waits for the handler's byte: asking to stop is not signal-safe itself.
};

}  // namespace sourcereel::cli
