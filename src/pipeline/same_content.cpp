#include "pipeline/same_content.h"

namespace sourcereel::pipeline {

SameContent::Claim SameContent::claim(const std::string& sha256) {
    std::unique_lock lock(mutex_);
    released_.wait(lock, [&] { return !states_[sha256].busy; });
    states_[sha256].busy = true;
    return {*this, sha256};
}

void SameContent::release(const std::string& sha256) {
    {
        const std::lock_guard lock(mutex_);
        states_[sha256].busy = false;
    }
    released_.notify_all();
}

bool SameContent::is_done(const std::string& sha256) {
    const std::lock_guard lock(mutex_);
    return states_[sha256].done;
}

void SameContent::set_done(const std::string& sha256) {
    const std::lock_guard lock(mutex_);
    states_[sha256].done = true;
}

}  // namespace sourcereel::pipeline
