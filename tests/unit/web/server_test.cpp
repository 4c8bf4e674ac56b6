// A real socket, for what only shows there: limits on time and size, and what comes over the wire.
#include "web/server.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <atomic>
#include <chrono>
#include <thread>

#include "core/error.h"

namespace sourcereel::web {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using Clock = std::chrono::steady_clock;

Response echo(const Request& request) {
    Response answer;
    answer.headers["Content-Type"] = "text/plain";
    answer.body = request.method + " " + std::to_string(request.path.size()) + " " +
                  std::to_string(request.body.size());
    return answer;
}

class Running {
public:
    explicit Running(ServerLimits limits = {}, Server::Answer answer = echo)
        : server_(std::move(answer), limits) {
        port_ = server_.bind("127.0.0.1", 0);
        thread_ = std::jthread([this](const std::stop_token& stop) { server_.run(stop); });
    }
    int connect() const {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port_));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        const timeval longest{20, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
        return socket;
    }
    /// Sends all of it and reads until the other side has had enough.
    std::string talk(const std::string& words) const {
        const int socket = connect();
        (void)!::send(socket, words.data(), words.size(), MSG_NOSIGNAL);
        ::shutdown(socket, SHUT_WR);
        std::string answer;
        char buffer[4096];
        for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof buffer, 0)) > 0;)
            answer.append(buffer, static_cast<std::size_t>(got));
        ::close(socket);
        return answer;
    }
    int port() const { return port_; }

private:
    Server server_;
    int port_ = 0;
    std::jthread thread_;
};

TEST(Server, AnswersSeveralRequestsOfAConnection) {
    const Running server;
    const std::string one = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string answer = server.talk(one + one + one);
    std::size_t count = 0;
    for (std::size_t at = 0; (at = answer.find("HTTP/1.1 200", at)) != std::string::npos; ++at) ++count;
    EXPECT_EQ(count, 3U);
    EXPECT_THAT(answer, HasSubstr("Content-Security-Policy: default-src 'none'"));
}

TEST(Server, HandsOverMethodPathAndBody) {
    const Running server;
    EXPECT_THAT(
        server.talk("POST /a/b HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"),
        HasSubstr("POST 2 5"));
}

TEST(Server, SendsBytesAsTheyAreAlsoWhereTheyMayBeCompressed) {
    const Running server({}, [](const Request&) {
        Response answer;
        answer.headers["Content-Type"] = "text/javascript; charset=utf-8";
        answer.body = std::string(10'000, 'x');
        return answer;
    });
    const std::string answer = server.talk(
        "GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, HasSubstr("Content-Length: 10000\r\n"));
    EXPECT_THAT(answer, Not(HasSubstr("Content-Encoding")));
    EXPECT_THAT(answer, HasSubstr(std::string(10'000, 'x')));
}

TEST(Server, ATakenPortIsSaid) {
    const Running server;
    Server second(echo);
    try {
        second.bind("127.0.0.1", server.port());
        FAIL() << "two servers on one port";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("another program listens there"));
    }
}

TEST(Server, StopsWhileBrowsersListen) {
    const auto begin = Clock::now();
    int socket = 0;
    {
        const Running server({}, [](const Request&) {
            Response answer;
            answer.headers["Content-Type"] = "text/event-stream";
            answer.events = []() -> std::optional<std::string> {
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
                return "data: x\n\n";
            };
            return answer;
        });
        socket = server.connect();
        const std::string words = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        ASSERT_GT(::send(socket, words.data(), words.size(), MSG_NOSIGNAL), 0);
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    ::close(socket);
    EXPECT_LT(Clock::now() - begin, std::chrono::seconds(8));
}

TEST(Server, NoticesThatAListenerHasLeft) {
    std::atomic<int> listeners = 0;
    const Running server({}, [&](const Request&) {
        ++listeners;
        const std::shared_ptr<int> held(new int, [&](const int* one) {
            --listeners;
            delete one;
        });
        Response answer;
        answer.headers["Content-Type"] = "text/event-stream";
        answer.events = [held]() -> std::optional<std::string> {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            return "";  // Nothing to say.
        };
        return answer;
    });
    const int socket = server.connect();
    const std::string words = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    ASSERT_GT(::send(socket, words.data(), words.size(), MSG_NOSIGNAL), 0);
    const auto wait_for = [&](int wanted) {
        for (int i = 0; i < 500 && listeners != wanted; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return listeners == wanted;
    };
    EXPECT_TRUE(wait_for(1));
    ::close(socket);
    EXPECT_TRUE(wait_for(0));
}

TEST(Attack, HeadersThatNeverEndAreCutOff) {
    ServerLimits limits;
    limits.header_seconds = 1;
    const Running server(limits);
    const int socket = server.connect();
    const auto begin = Clock::now();
    std::string drip = "GET / HTTP/1.1\r\nHost: x\r\n";
    bool cut = false;
    for (int i = 0; i < 100 && !cut; ++i) {  // A byte now and then, for twenty seconds.
        const std::string piece = i == 0 ? drip : "X";
        cut = ::send(socket, piece.data(), piece.size(), MSG_NOSIGNAL) < 0;
        char byte = 0;
        cut = cut || ::recv(socket, &byte, 1, MSG_DONTWAIT) >= 0;
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    ::close(socket);
    EXPECT_TRUE(cut);
    EXPECT_LT(Clock::now() - begin, std::chrono::seconds(6));
}

TEST(Attack, ManySlowConnectionsDoNotShutOutOthers) {
    ServerLimits limits;
    limits.header_seconds = 1;
    limits.idle_seconds = 1;
    limits.workers = 4;
    const Running server(limits);
    std::vector<int> slow;
    for (int i = 0; i < 12; ++i) slow.push_back(server.connect());
    EXPECT_THAT(server.talk("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                StartsWith("HTTP/1.1 200"));
    for (const int socket : slow) ::close(socket);
}

TEST(Attack, TooManyHeadersAreNotRead) {
    const Running server;
    std::string words = "GET / HTTP/1.1\r\nHost: x\r\n";
    while (words.size() < 6 * 1024 * 1024) words += "X-Filler: " + std::string(1000, 'x') + "\r\n";
    EXPECT_THAT(server.talk(words + "\r\n"), testing::Not(HasSubstr("HTTP/1.1 200")));
}

TEST(Attack, ABodyLargerThanItMayBeIsRefused) {
    ServerLimits limits;
    limits.body_bytes = 1000;
    const Running server(limits);
    EXPECT_THAT(
        server.talk("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n" + std::string(1001, 'x')),
        StartsWith("HTTP/1.1 413"));
    EXPECT_THAT(server.talk("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n"),
                testing::Not(HasSubstr("HTTP/1.1 200")));
}

TEST(Attack, ABodyInEndlessPiecesIsCutOff) {
    ServerLimits limits;
    limits.body_bytes = 100'000;
    limits.header_seconds = 3;
    const Running server(limits);
    std::string words = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 4000; ++i) words += "3e8\r\n" + std::string(1000, 'x') + "\r\n";
    EXPECT_THAT(server.talk(words), testing::Not(HasSubstr("HTTP/1.1 200")));
}

TEST(Attack, ABodyIsNeverTakenForAnotherRequest) {
    ServerLimits limits;
    limits.body_bytes = 1000;
    const Running server(limits);
    const std::string inner = "GET /inner/inner HTTP/1.1\r\nHost: x\r\n\r\n";
    const auto with_body = [&](const std::string& method, const std::string& headers,
                               const std::string& body) {
        return server.talk(method + " / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body);
    };
    const std::string length = "Content-Length: " + std::to_string(inner.size()) + "\r\n";
    EXPECT_THAT(with_body("GET", length, inner), testing::Not(HasSubstr("GET 2 0")));
    EXPECT_THAT(with_body("OPTIONS", "Transfer-Encoding: chunked\r\n", inner),
                testing::Not(HasSubstr("GET 2 0")));
    EXPECT_THAT(with_body("POST", "Content-Length: 5000\r\n", inner + std::string(5000 - inner.size(), ' ')),
                testing::Not(HasSubstr("GET 2 0")));
    EXPECT_THAT(with_body("POST", length, inner), HasSubstr("POST 0 " + std::to_string(inner.size())));
}

TEST(Attack, NoHttpAtAllIsRefused) {
    const Running server;
    for (const std::string& words :
         {std::string("\x16\x03\x01\x02\x00\x01\x00"), std::string("GET\r\n\r\n"),
          std::string("GET / HTTP/9.9\r\n\r\n"), std::string("FOO / HTTP/1.1\r\nHost: x\r\n\r\n"),
          std::string(10'000, '\n')}) {
        EXPECT_THAT(server.talk(words), testing::Not(HasSubstr(" 200 "))) << words.substr(0, 20);
    }
    EXPECT_THAT(server.talk("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                StartsWith("HTTP/1.1 200"));
}

TEST(Attack, AnEndlessAddressIsRefused) {
    const Running server;
    EXPECT_THAT(server.talk("GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"),
                testing::Not(HasSubstr(" 200 ")));
}

TEST(Attack, LinesInAnAddressMakeNoHeaders) {
    const Running server({}, [](const Request& request) {
        Response answer = echo(request);
        answer.headers["X-Echo"] = request.parameter("a").value_or("");
        return answer;
    });
    const std::string answer =
        server.talk("GET /?a=b%0d%0aSet-Cookie:%20x=y HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, testing::Not(HasSubstr("\r\nSet-Cookie:")));
}

}  // namespace
}  // namespace sourcereel::web
