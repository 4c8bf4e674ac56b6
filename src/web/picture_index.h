// web/picture_index.h: what the stills of all clips look like, to find a shot by a picture of it. Private to
// web.
//
// Looked at when somebody asks for the first time: a still costs half a millisecond. What was found is kept
// in a file, so that it is done once; it may be removed at any time.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "catalogue/catalogue.h"
#include "core/picture_hash.h"

namespace sourcereel::web {

class PictureIndex {
public:
    using Hash = std::function<std::optional<PictureHash>(std::string_view jpeg)>;

    struct Shot {
        std::int64_t video_id = 0;
        std::string analysed_at;
        std::int64_t number = 0;
        double begin = 0, end = 0;  ///< Seconds.
        PictureHash hash;
    };
    struct Match {
        Shot shot;
        int distance = 0;
    };
    /// A shot, and the most similar one of another clip.
    struct Pair {
        Shot shot, other;
        int distance = 0;
    };
    template <typename Found>
    struct Answer {
        double share = 0;  ///< Of the stills that could be looked at so far; 1: all.
        std::vector<Found> found;
    };

    /// `folder` empty: nothing is kept.
    PictureIndex(std::filesystem::path catalogue, Hash hash, std::filesystem::path folder,
                 std::stop_token stop);
    ~PictureIndex();

    bool can_look() const { return static_cast<bool>(hash_); }
    /// Of a picture that was handed in. Nothing for one that shows nothing. @throws Error as
    /// PictureIndex::Hash.
    std::optional<PictureHash> hash_of(std::string_view jpeg) const { return hash_(jpeg); }
    /// The shots that are most like it, best first; waits for a moment where stills are still looked at.
    Answer<Match> like(const PictureHash& picture, std::size_t most);
    /// The shots of other clips that show the same as some shot of this one, by clip.
    Answer<Pair> pairs_of(std::int64_t video_id);

private:
    using Shots = std::vector<Shot>;
    /// What was looked at, by content, analysis and name of the file; nothing: it has no looks, or no file.
    using Known = std::map<std::string, std::optional<PictureHash>, std::less<>>;

    std::pair<double, std::shared_ptr<const Shots>> current();
    void work(const std::stop_token& own);
    void look_at_all(const std::stop_token& own);
    std::optional<PictureHash> look_at(const std::filesystem::path& file) const;
    void load();
    void save() const;

    std::filesystem::path file_;  ///< The catalogue's.
    Hash hash_;
    std::filesystem::path folder_;
    std::stop_token stop_;
    // The thread's own: what it knows, and of which state of the catalogue.
    std::optional<catalogue::Catalogue> catalogue_;
    std::int64_t version_ = -1;
    Known known_;

    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool wanted_ = false;
    double share_ = 0;
    std::shared_ptr<const Shots> shots_ = std::make_shared<const Shots>();
    std::jthread thread_;  ///< Last: it uses what stands above.
};

}  // namespace sourcereel::web
