// pipeline/same_content.h: files of the same bytes in one batch. Private to pipeline.
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace sourcereel::pipeline {

/// Sees to it that a content is worked on by one thread at a time, and remembers what was done. Any thread.
class SameContent {
public:
    /// Held while a content is worked on; whoever wants the same waits until it is gone.
    class Claim {
    public:
        Claim(SameContent& owner, std::string sha256) : owner_(owner), sha256_(std::move(sha256)) {}
        ~Claim() { owner_.release(sha256_); }
        Claim(const Claim&) = delete;
        Claim& operator=(const Claim&) = delete;
        /// Whether this batch stored the content already.
        bool done_before() const { return owner_.is_done(sha256_); }
        void mark_done() { owner_.set_done(sha256_); }

    private:
        SameContent& owner_;
        std::string sha256_;
    };

    /// Waits until nobody works on this content.
    [[nodiscard]] Claim claim(const std::string& sha256);

private:
    struct State {
        bool busy = false;
        bool done = false;
    };
    void release(const std::string& sha256);
    bool is_done(const std::string& sha256);
    void set_done(const std::string& sha256);

    std::mutex mutex_;
    std::condition_variable released_;
    std::map<std::string, State> states_;
};

}  // namespace sourcereel::pipeline
