#include "text/reading_thread.h"

#include <utility>

namespace sourcereel::text {

ReadingThread::ReadingThread() : thread_([this] { run(); }) {}

ReadingThread::~ReadingThread() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void ReadingThread::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
        if (stop_) return;
        {
            const Job job = std::move(waiting_.front());
            waiting_.pop_front();
            busy_ = true;
            const bool skip = failure_ != nullptr;
            lock.unlock();
            try {
                if (!skip) job();
                lock.lock();
            } catch (...) {
                lock.lock();
                failure_ = std::current_exception();
            }
        }  // what the job holds is gone before anybody hears that it is done
        busy_ = false;
        changed_.notify_all();
    }
}

void ReadingThread::rethrow(std::unique_lock<std::mutex>& lock) {
    if (!failure_) return;
    const std::exception_ptr failure = std::exchange(failure_, nullptr);
    lock.unlock();
    std::rethrow_exception(failure);
}

void ReadingThread::add(Job job) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting; });
    rethrow(lock);
    waiting_.push_back(std::move(job));
    lock.unlock();
    changed_.notify_all();
}

void ReadingThread::finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.empty() && !busy_; });
    rethrow(lock);
}

}  // namespace sourcereel::text
