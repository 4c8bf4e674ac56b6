// text/reading_thread.h: lines are read while the video is decoded further.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace sourcereel::text {

/// Runs jobs in one thread of its own, one after another in the order given. What a job throws comes out of
/// the next call; later jobs are then left out. Used by one thread.
class ReadingThread {
public:
    using Job = std::function<void()>;

    ReadingThread();
    /// Waits for the job that runs; those that wait are left out.
    ~ReadingThread();
    ReadingThread(const ReadingThread&) = delete;
    ReadingThread& operator=(const ReadingThread&) = delete;

    /// Waits while kMostWaiting jobs wait.
    void add(Job job);
    /// Waits until all jobs are done.
    void finish();

private:
    static constexpr std::size_t kMostWaiting = 64;
    void run();
    void rethrow(std::unique_lock<std::mutex>& lock);

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> waiting_;
    bool busy_ = false;
    bool stop_ = false;
    std::exception_ptr failure_;
    std::thread thread_;  ///< Last: it uses all the others.
};

}  // namespace sourcereel::text
