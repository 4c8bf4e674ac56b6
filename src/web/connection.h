// web/connection.h: one accepted socket with limits on time and size. Private to web; the only header besides
// server.cpp that sees cpp-httplib.
#pragma once

#include <httplib.h>
#include <chrono>
#include <cstddef>
#include <stop_token>

#include "web/server.h"

namespace sourcereel::web {

/// cpp-httplib waits a few seconds for each byte anew; this stream gives a request one deadline as a whole,
/// and counts its bytes.
class Connection final : public httplib::Stream {
public:
    Connection(int socket, const ServerLimits& limits, std::stop_token stop)
        : socket_(socket), limits_(limits), stop_(std::move(stop)) {}

    /// Waits for the first byte of the next request; false: none came, or we are to stop.
    bool wait_for_request();

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char* buffer, std::size_t size) override;
    ssize_t write(const char* data, std::size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override { return socket_; }

private:
    using Clock = std::chrono::steady_clock;
    /// Until the socket is ready for `events`, the deadline has passed or we are to stop.
    bool wait(short events, Clock::time_point deadline) const;

    int socket_;
    ServerLimits limits_;
    std::stop_token stop_;
    Clock::time_point deadline_;
    std::size_t left_ = 0;  ///< Bytes that this request may still have.
    char ahead_[4096];      // Read from the socket and not yet asked for: cpp-httplib reads byte by byte.
    std::size_t ahead_begin_ = 0;
    std::size_t ahead_end_ = 0;
};

}  // namespace sourcereel::web
