#include "web/connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sourcereel::web {

bool Connection::wait(short events, Clock::time_point deadline) const {
    while (!stop_.stop_requested()) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return false;
        constexpr long long kLook = 200;  // ms until the next look at the stop token.
        pollfd one{socket_, events, 0};
        const int ready = ::poll(&one, 1, static_cast<int>(std::min<long long>(left, kLook)));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
    return false;
}

bool Connection::wait_for_request() {
    left_ = limits_.header_bytes + limits_.body_bytes;
    const bool comes =
        ahead_begin_ < ahead_end_ || wait(POLLIN, Clock::now() + std::chrono::seconds(limits_.idle_seconds));
    deadline_ = Clock::now() + std::chrono::seconds(limits_.header_seconds);
    return comes;
}

bool Connection::is_readable() const {
    return ahead_begin_ < ahead_end_ || wait(POLLIN, deadline_);
}

bool Connection::is_writable() const {
    pollfd one{socket_, POLLIN, 0};
    char byte = 0;
    // A browser that went away is not written to: its end shows as readable with nothing to read.
    if (::poll(&one, 1, 0) > 0 && ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0) return false;
    return wait(POLLOUT, Clock::now() + std::chrono::seconds(limits_.write_seconds));
}

ssize_t Connection::read(char* buffer, std::size_t size) {
    if (size == 0 || left_ == 0) return -1;
    if (ahead_begin_ == ahead_end_) {
        if (!wait(POLLIN, deadline_)) return -1;
        const ssize_t got = ::recv(socket_, ahead_, sizeof ahead_, 0);
        if (got <= 0) return got;
        ahead_begin_ = 0;
        ahead_end_ = static_cast<std::size_t>(got);
    }
    const std::size_t count = std::min({size, ahead_end_ - ahead_begin_, left_});
    std::memcpy(buffer, ahead_ + ahead_begin_, count);
    ahead_begin_ += count;
    left_ -= count;
    return static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char* data, std::size_t size) {
    std::size_t sent = 0;
    while (sent < size) {
        if (!wait(POLLOUT, Clock::now() + std::chrono::seconds(limits_.write_seconds))) return -1;
        const ssize_t count = ::send(socket_, data + sent, size - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (count <= 0) return -1;
        sent += static_cast<std::size_t>(count);
    }
    return static_cast<ssize_t>(sent);
}

// Nobody here asks who is at the other end: it decides nothing.
void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
    ip.clear();
    port = 0;
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
    ip.clear();
    port = 0;
}

}  // namespace sourcereel::web
