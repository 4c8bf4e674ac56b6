// web/server.h: a Site on a socket.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "web/message.h"

namespace sourcereel::web {

/// What a connection may take. A request that takes more is dropped, or answered 413 or 431.
struct ServerLimits {
    int workers = 24;         ///< Connections answered at the same time; further ones wait.
    int header_seconds = 10;  ///< For a whole request, however slowly its bytes come.
    int idle_seconds = 20;    ///< Between two requests of a connection.
    int write_seconds = 30;   ///< In which some bytes of the answer must be taken.
    std::size_t header_bytes = 32 * 1024;
    std::size_t body_bytes = 4 * 1024 * 1024;
};

/// Listens on one address and hands each request to `answer`, which several threads call at once.
class Server {
public:
    using Answer = std::function<Response(const Request&)>;

    Server(Answer answer, ServerLimits limits = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Takes the address; `port` 0: a free one. Returns the port.
    /// @throws Error unsupported where the address cannot be had, busy where the port is taken.
    int bind(const std::string& address, int port);
    /// Serves until `stop` is asked to; then running answers are cut off.
    /// @pre bind() returned.
    void run(const std::stop_token& stop);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sourcereel::web
