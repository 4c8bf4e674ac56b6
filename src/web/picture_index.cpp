#include "web/picture_index.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <system_error>
#include <tuple>

#include "core/error.h"

namespace sourcereel::web {
namespace {

namespace fs = std::filesystem;

constexpr auto kPatience =
    std::chrono::milliseconds(400);        ///< That a request waits for what is not there yet.
constexpr std::size_t kBetweenNews = 256;  ///< Stills.
constexpr std::uintmax_t kLargestStill = std::uintmax_t{8} << 20U;
constexpr std::string_view kNoLooks = "-";

/// Another analysis of a clip takes other names for its stills, and later ones come at another time.
std::string key_of(const catalogue::StillPlace& still) {
    return still.sha256 + " " + still.analysed_at + " " + still.file.filename().string();
}

/// Another name whenever hashes are made in another way.
fs::path file_in(const fs::path& folder) {
    return folder / "hashes-1.txt";
}

}  // namespace

PictureIndex::PictureIndex(fs::path catalogue, Hash hash, fs::path folder, std::stop_token stop)
    : file_(std::move(catalogue)),
      hash_(std::move(hash)),
      folder_(std::move(folder)),
      stop_(std::move(stop)) {
    if (hash_) thread_ = std::jthread([this](const std::stop_token& own) { work(own); });
}

PictureIndex::~PictureIndex() {
    thread_.request_stop();
    changed_.notify_all();
}

PictureIndex::Answer<PictureIndex::Match> PictureIndex::like(const PictureHash& picture, std::size_t most) {
    const auto [share, shots] = current();
    using Rank = std::tuple<int, int, std::size_t>;  // Distance, fine distance, place.
    std::vector<Rank> ranks;
    ranks.reserve(shots->size());
    for (std::size_t i = 0; i < shots->size(); ++i)
        ranks.emplace_back(distance(picture, (*shots)[i].hash), fine_distance(picture, (*shots)[i].hash), i);
    const auto end = ranks.begin() + static_cast<std::ptrdiff_t>(std::min(most, ranks.size()));
    std::partial_sort(ranks.begin(), end, ranks.end());
    Answer<Match> answer{share, {}};
    for (auto rank = ranks.begin(); rank != end; ++rank)
        answer.found.push_back({(*shots)[std::get<2>(*rank)], std::get<0>(*rank)});
    return answer;
}

PictureIndex::Answer<PictureIndex::Pair> PictureIndex::pairs_of(std::int64_t video_id) {
    const auto [share, shots] = current();
    std::map<std::pair<std::int64_t, std::int64_t>, Pair> best;  // By other clip and own shot.
    const auto by_video = [](const Shot& shot, std::int64_t id) { return shot.video_id < id; };
    for (auto own = std::lower_bound(shots->begin(), shots->end(), video_id, by_video);
         own != shots->end() && own->video_id == video_id; ++own)
        for (const Shot& other : *shots) {
            if (other.video_id == video_id) continue;
            const int bits = distance(own->hash, other.hash);
            if (bits > kSamePicture) continue;
            const auto [pair, is_new] =
                best.try_emplace({other.video_id, own->number}, Pair{*own, other, bits});
            if (!is_new && bits < pair->second.distance) pair->second = {*own, other, bits};
        }
    Answer<Pair> answer{share, {}};
    for (auto& [place, pair] : best) answer.found.push_back(std::move(pair));
    return answer;
}

/// Also asks for what is new.
std::pair<double, std::shared_ptr<const PictureIndex::Shots>> PictureIndex::current() {
    std::unique_lock lock(mutex_);
    wanted_ = true;
    changed_.notify_all();
    changed_.wait_for(lock, stop_, kPatience, [&] { return !wanted_; });
    return {wanted_ ? std::min(share_, 0.999) : 1, shots_};
}

void PictureIndex::work(const std::stop_token& own) {
    while (!own.stop_requested() && !stop_.stop_requested()) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, own, std::chrono::seconds(1), [&] { return wanted_; });
            if (!wanted_) continue;
        }
        try {
            look_at_all(own);
        } catch (const Error&) {
            catalogue_.reset();  // Locked for long, or replaced: it is asked for again.
        }
        const std::lock_guard lock(mutex_);
        wanted_ = false;
        changed_.notify_all();
    }
}

void PictureIndex::look_at_all(const std::stop_token& own) {
    if (!catalogue_) {
        catalogue_ = catalogue::Catalogue::open(file_, catalogue::Access::read_only);
        version_ = -1;
    }
    const std::int64_t version = catalogue_->data_version();  // Before it is read: what comes later is news.
    if (version == version_) return;
    std::vector<catalogue::StillPlace> stills;
    catalogue_->each_still([&](catalogue::StillPlace&& still) { stills.push_back(std::move(still)); });
    if (known_.empty()) load();
    auto shots = std::make_shared<Shots>();
    const auto publish = [&](double share) {
        const std::lock_guard lock(mutex_);
        share_ = share;
        shots_ = shots;
    };
    bool is_news = false;
    std::size_t since_news = 0;
    Known still_there;
    for (std::size_t i = 0; i < stills.size(); ++i) {
        if (own.stop_requested() || stop_.stop_requested()) return;
        catalogue::StillPlace& still = stills[i];
        const std::string key = key_of(still);
        auto known = known_.find(key);
        if (known == known_.end()) {
            known = known_.emplace(key, look_at(still.file)).first;
            is_news = true;
            if (++since_news % kBetweenNews == 0) {
                publish(static_cast<double>(i) / static_cast<double>(stills.size()));
                shots = std::make_shared<Shots>(*shots);
            }
        }
        still_there.insert(*known);
        if (known->second)
            shots->push_back({still.video_id, std::move(still.analysed_at), still.shot, still.begin,
                              still.end, *known->second});
    }
    publish(1);
    version_ = version;
    known_ = std::move(still_there);
    if (is_news) save();
}

std::optional<PictureHash> PictureIndex::look_at(const fs::path& path) const {
    std::error_code none;
    if (fs::file_size(path, none) > kLargestStill || none) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    try {
        return hash_(bytes);
    } catch (const Error&) {
        return std::nullopt;
    }
}

void PictureIndex::load() {
    if (folder_.empty()) return;
    std::ifstream file(file_in(folder_));
    std::string line;
    while (std::getline(file, line)) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) continue;
        const std::string_view digits = std::string_view(line).substr(tab + 1);
        const auto hash = picture_hash_from(digits);
        if (hash || digits == kNoLooks) known_.emplace(line.substr(0, tab), hash);
    }
}

/// Of this catalogue alone: another one served next looks anew. Whatever hinders it costs time, no answer.
void PictureIndex::save() const {
    if (folder_.empty()) return;
    std::error_code none;
    fs::create_directories(folder_, none);
    const fs::path made = file_in(folder_).string() + ".new";
    {
        std::ofstream file(made, std::ios::binary | std::ios::trunc);
        for (const auto& [key, hash] : known_)
            file << key << '\t' << (hash ? digits_of(*hash) : std::string(kNoLooks)) << '\n';
        if (!file.flush()) return;
    }
    fs::rename(made, file_in(folder_), none);
}

}  // namespace sourcereel::web
