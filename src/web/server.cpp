#include "web/server.h"

#include <httplib.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <thread>

#include "core/error.h"
#include "web/answers.h"
#include "web/connection.h"
#include "web/safety.h"

namespace sourcereel::web {
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

Request taken(const httplib::Request& from) {
    Request request;
    request.method = from.method;
    for (const auto& [name, value] : from.headers) request.headers.emplace(lower(name), value);
    request.body = from.body;
    return request;
}

bool send_part(const FilePart& part, std::size_t offset, std::size_t length, httplib::DataSink& sink) {
    std::array<char, 128 * 1024> buffer{};
    const auto wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>({buffer.size(), length, part.length - offset}));
    const ssize_t got = ::pread(*part.file, buffer.data(), wanted, static_cast<off_t>(part.begin + offset));
    return got > 0 && sink.write(buffer.data(), static_cast<std::size_t>(got));
}

void give(Response&& answer, bool head, httplib::Response& to) {
    to.status = answer.status;
    std::string type = "text/plain; charset=utf-8";
    for (const auto& [name, value] : answer.headers) {
        if (name == "Content-Type") {
            type = value;
        } else {
            to.headers.erase(name);  // Ours, not the default: a header stands once.
            to.set_header(name, value);
        }
    }
    if (answer.events && !head) {
        to.set_chunked_content_provider(
            type, [events = std::move(answer.events)](std::size_t, httplib::DataSink& sink) {
                const auto piece = events();
                if (!piece) {
                    sink.done();
                    return true;
                }
                // Nothing is written for long: only so is it noticed that a browser has left.
                return sink.is_writable() && (piece->empty() || sink.write(piece->data(), piece->size()));
            });
    } else if (answer.writer && !head) {
        to.set_chunked_content_provider(
            type, [writer = std::move(answer.writer)](std::size_t, httplib::DataSink& sink) {
                const bool whole =
                    writer([&](std::string_view piece) { return sink.write(piece.data(), piece.size()); });
                // Where it broke off the connection is cut, so that no half of a list passes for all of it.
                if (whole) sink.done();
                return whole;
            });
    } else if (answer.file && answer.file->length > 0) {
        const auto length = static_cast<std::size_t>(answer.file->length);
        to.set_content_provider(
            length, type,
            [part = *answer.file](std::size_t offset, std::size_t rest, httplib::DataSink& sink) {
                return send_part(part, offset, rest, sink);
            });
    } else if (answer.status != 304) {
        to.set_content(answer.body, type);
    }
}

}  // namespace

class Server::Impl final : public httplib::Server {
public:
    Impl(Answer answer, ServerLimits limits) : answer_(std::move(answer)), limits_(limits) {
        new_task_queue = [workers = limits.workers] {
            return new httplib::ThreadPool(static_cast<std::size_t>(workers));
        };
        set_keep_alive_timeout(
            limits.idle_seconds);  // What is said; kept it is by process_and_close_socket().
        set_keep_alive_max_count(1000);
        set_payload_max_length(limits.body_bytes);
        set_socket_options([](socket_t socket) {
            const int yes = 1;  // A restart need not wait; the default option lets two servers share a port.
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        Response carrier;
        add_safety_headers(carrier);  // Also on what cpp-httplib refuses by itself.
        set_default_headers({carrier.headers.begin(), carrier.headers.end()});
        // Every method, before cpp-httplib looks at anything but the size.
        const auto handle = [this](const httplib::Request& from, httplib::Response& to) {
            respond(from, to);
        };
        Get(".*", handle);
        Post(".*", handle);
        Put(".*", handle);
        Patch(".*", handle);
        Delete(".*", handle);
        Options(".*", handle);
        set_exception_handler([](const auto&, httplib::Response& to, const auto&) {
            give(failure(500, ErrorKind::internal, "the request could not be answered"), false, to);
        });
        set_error_handler([](const httplib::Request&, httplib::Response& to) {
            if (to.body.empty()) to.set_content(httplib_words(to.status), "text/plain; charset=utf-8");
        });
    }

    /// cpp-httplib lets five connections wait; a browser opens more at once, and one that is turned away
    /// tries again only after a second.
    void let_more_wait() {
        constexpr int kWaiting = 128;
        ::listen(svr_sock_, kWaiting);
    }

    void set_stop(std::stop_token stop) { stop_ = std::move(stop); }

private:
    static std::string httplib_words(int status) {
        if (status == 413) return "The request is too large.\n";
        if (status == 414) return "The address is too long.\n";
        return "The request cannot be understood.\n";
    }

    /// Whether the bytes that follow on this thread's connection begin a request. Where cpp-httplib answered
    /// by itself, or left a body unread, they do not, and must not be taken for one.
    static bool& is_in_step() {
        thread_local bool in_step = false;
        return in_step;
    }

    void respond(const httplib::Request& from, httplib::Response& to) const {
        Request request = taken(from);
        const bool has_unread_body =
            (request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS") &&
            (!request.header("content-length").empty() || !request.header("transfer-encoding").empty());
        is_in_step() = !has_unread_body;
        Response answer = set_target(request, from.target)
                              ? answer_(request)
                              : plain(400, "The address of the request cannot be understood.\n");
        add_safety_headers(answer);
        give(std::move(answer), request.method == "HEAD", to);
    }

    /// Debian 12 has a cpp-httplib that asks the stream who is there, Debian 13 one that wants to be told.
    /// Ranges are ours to judge: it would cut what is cut already. And the browser is on this machine as a
    /// rule: to compress what is sent took 4 to 16 ms for each module of the page, to send it as it is .4.
    template <typename Self>
    static bool pass_on(Self& self, Connection& connection, bool last, bool& closed) {
        const std::function<void(httplib::Request&)> set_up = [](httplib::Request& request) {
            request.ranges.clear();
            request.headers.erase("Accept-Encoding");
        };
        if constexpr (requires { self.process_request(connection, last, closed, set_up); }) {
            return self.process_request(connection, last, closed, set_up);
        } else {
            return self.process_request(connection, std::string{}, 0, std::string{}, 0, last, closed, set_up);
        }
    }

    bool process_and_close_socket(socket_t socket) override {
        const int yes = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        Connection connection(socket, limits_, stop_);
        bool closed = false;
        bool good = true;
        while (!closed && good && connection.wait_for_request()) {
            is_in_step() = false;
            good = pass_on(*this, connection, stop_.stop_requested(), closed);
            if (!is_in_step()) break;
        }
        ::shutdown(socket, SHUT_RDWR);
        ::close(socket);
        return good;
    }

    Answer answer_;
    ServerLimits limits_;
    std::stop_token stop_;
};

Server::Server(Answer answer, ServerLimits limits)
    : impl_(std::make_unique<Impl>(std::move(answer), limits)) {}
Server::~Server() = default;

int Server::bind(const std::string& address, int port) {
    if (port == 0) {
        const int found = impl_->bind_to_any_port(address);
        if (found > 0) {
            impl_->let_more_wait();
            return found;
        }
    } else if (impl_->bind_to_port(address, port)) {
        impl_->let_more_wait();
        return port;
    }
    const bool taken = errno == EADDRINUSE;
    throw Error(taken ? ErrorKind::busy : ErrorKind::unsupported,
                address + " port " + std::to_string(port) +
                    (taken ? ": another program listens there; choose another --port"
                           : ": this machine cannot listen there"));
}

void Server::run(const std::stop_token& stop) {
    impl_->set_stop(stop);
    const std::stop_callback end(stop, [this] { impl_->stop(); });
    if (!stop.stop_requested()) impl_->listen_after_bind();
}

}  // namespace sourcereel::web
