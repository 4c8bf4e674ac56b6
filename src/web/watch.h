// web/watch.h: notices what other programs do to the catalogue. Private to web.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "web/connections.h"
#include "web/message.h"

namespace sourcereel::web {

/// One thread looks twice a second; any number of listeners wait for what it sees.
class Watch {
public:
    Watch(std::filesystem::path catalogue, std::string version, std::stop_token stop);
    ~Watch();

    /// {"schema": "sourcereel.status/1", …} as of the last look.
    std::string status() const;
    /// Server-sent events: the status now, then whenever it changes. Nothing where too many listen already.
    EventSource listen();

private:
    void look_around(std::unique_ptr<catalogue::Catalogue> catalogue, std::int64_t seen,
                     const std::stop_token& own);
    std::string document_of(const catalogue::Catalogue& catalogue, std::int64_t revision) const;

    std::filesystem::path file_;
    std::string version_;
    std::stop_token stop_;
    mutable std::mutex mutex_;
    mutable std::condition_variable_any changed_;
    std::string status_;
    std::uint64_t number_ = 0;  ///< Of changes of `status_`.
    int listeners_ = 0;
    std::jthread thread_;  ///< Last: it uses what stands above.
};

}  // namespace sourcereel::web
