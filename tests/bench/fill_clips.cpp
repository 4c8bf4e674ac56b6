// fill_clips CATALOGUE CLIPS STILL.jpg VIDEO: a new catalogue of made-up clips that all show one picture and
// play one video, for timing the page. The same call makes the same rows.
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>

#include "catalogue/catalogue.h"

namespace {

using namespace sourcereel;

constexpr const char* kWords[] = {"harbour",   "bridge", "minister", "ferry",     "storm",
                                  "statement", "river",  "train",    "northern",  "council",
                                  "паром",     "порт",   "мост",     "заявление", "항구",
                                  "다리",      "배가",   "港口",     "渡轮",      "evening"};

class Writer {
public:
    explicit Writer(std::string still) : still_(std::move(still)) {}

    AnalysedVideo video(unsigned number, const std::string& path) {
        AnalysedVideo video;
        char digest[65];
        std::snprintf(digest, sizeof digest, "%08x%056x", number, 1U);
        video.media = {path, digest, 640, 360, at(1500), 1500, 25, false, "h264", "mov,mp4,m4a,3gp,3g2,mj2",
                       0};
        constexpr std::int64_t kShots = 6;
        for (std::int64_t i = 0; i < kShots; ++i) {
            const auto kind = i == 0 ? TransitionKind::start : TransitionKind::cut;
            video.shots.push_back(
                {{at(i * 250), at(i * 250 + 250)}, i * 250, i * 250 + 250, {kind, i * 250, i * 250, 1}});
        }
        video.stills.push_back({0, at(10), 320, 180, still_});
        for (int i = 0; i < 8; ++i) video.tracks.push_back(track(i));
        video.settings = {"fill_clips", "", ""};
        return video;
    }

private:
    static Timestamp at(std::int64_t frame) { return {frame, {1, 25}}; }
    std::size_t pick(std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
    }

    TextTrack track(int index) {
        TextTrack track;
        track.begin_frame = index * 180;
        track.end_frame = track.begin_frame + 100;
        track.range = {at(track.begin_frame), at(track.end_frame)};
        track.box = {60, 300, 400, 30};
        track.confidence = 0.9;
        track.script = "Latin";
        track.language = "eng";
        track.frames_seen = track.frames_examined = 20;
        if (index == 0) {
            const std::string name = "account" + std::to_string(pick(300));
            track.kind = TextKind::watermark;
            track.text = "@" + name;
            track.handles = {{track.text, name, std::nullopt, "exact"}};
        } else {
            for (int word = 0; word < 6; ++word)
                track.text += (word > 0 ? " " : "") + std::string(kWords[pick(std::size(kWords))]);
        }
        track.readings = {{"none", track.text, 0.9}};
        return track;
    }

    std::string still_;
    std::mt19937 random_{7};
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::cerr << "fill_clips CATALOGUE CLIPS STILL.jpg VIDEO\n";
        return 2;
    }
    try {
        std::ifstream file(argv[3], std::ios::binary);
        Writer writer({std::istreambuf_iterator<char>(file), {}});
        auto catalogue = catalogue::Catalogue::open(argv[1], catalogue::Access::read_write);
        const unsigned clips = static_cast<unsigned>(std::stoul(argv[2]));
        for (unsigned i = 0; i < clips; ++i) catalogue.store(writer.video(i, argv[4]));
    } catch (const std::exception& error) {
        std::cerr << "fill_clips: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
