#include "text/text_reader.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <sstream>
#include <utility>

#include <opencv2/core.hpp>

#include "core/error.h"
#include "text/languages.h"
#include "text/line_reader.h"
#include "text/line_tracker.h"
#include "text/model_files.h"
#include "text/neural_recognizer.h"
#include "text/neural_regions.h"
#include "text/reading_thread.h"
#include "text/recent_frames.h"
#include "text/sampler.h"
#include "text/stroke_detector.h"
#include "text/text_blocks.h"
#include "text/ticker_text.h"
#include "text/ticker_tracker.h"
#include "text/word_captions.h"
#include "unicode/fold.h"

namespace sourcereel::text {
namespace {

/// The languages to read with: those asked for, each known to be installed, or all of ours that are.
std::vector<std::string> usable_languages(const std::vector<std::string>& wanted) {
    if (!wanted.empty()) {
        for (const auto& code : wanted) require_language(code);
        return wanted;
    }
    std::vector<std::string> usable;
    std::string missing;
    for (const auto& language : known_languages()) {
        if (language.installed) usable.push_back(language.code);
        missing += (missing.empty() ? "" : " ") + language.package;
    }
    if (std::all_of(usable.begin(), usable.end(), is_script))
        throw Error(ErrorKind::not_found,
                    "no Tesseract language data is installed; install one of: " + missing);
    return usable;
}

double samples_per_second(Effort effort) {
    return effort == Effort::fast ? 2.5 : 5.0;
}

std::unique_ptr<RegionDetector> detector_with(const std::optional<ModelFiles>& models, Effort effort) {
    // Half of the samples' size: letters of 24 px become 12. Small print needs more.
    constexpr int kShortSide_px = 352;
    constexpr int kThoroughShortSide_px = 544;
    constexpr int kFastShortSide_px = 256;
    const int short_side = effort == Effort::fast       ? kFastShortSide_px
                           : effort == Effort::thorough ? kThoroughShortSide_px
                                                        : kShortSide_px;
    const MarkPictures mark_pictures = effort == Effort::fast ? MarkPictures::one : MarkPictures::one_each;
    if (models) return std::make_unique<NeuralRegions>(models->detector, short_side, mark_pictures);
    return std::make_unique<StrokeDetector>();
}

std::optional<NeuralRecognizer> recognizer_with(const std::optional<ModelFiles>& models) {
    if (!models) return std::nullopt;
    return NeuralRecognizer(models->recognizers, models->keys);
}

/// Names and addresses drift; whatever else moves is more often writing in the scene, or rolls by.
bool is_drifting_mark(const TextTrack& track) {
    return track.text.find_first_of("@/") != std::string::npos ||
           (track.text.find('.') != std::string::npos && track.text.find(' ') == std::string::npos);
}

/// Where the words stand: as far to the sides as they were read, but in the rows in which the line was found.
/// An engine takes the edge of a strap, or a piece of the next line, for a mark above a letter.
cv::Rect place_of(const cv::Rect& words, const cv::Rect& line) {
    if (words.empty()) return line;
    const int room = line.height / 6;
    const int top = std::max(words.y, line.y - room);
    const int bottom = std::min(words.br().y, line.br().y + room);
    return bottom > top ? cv::Rect{words.x, top, words.width, bottom - top} : line;
}

std::optional<TextTrack> read_line(const LineTrack& line, LineReader& reader) {
    auto reading = reader.read(line);
    if (!reading) return std::nullopt;
    TextTrack track;
    track.range = {line.presence.begin, line.presence.end};
    track.begin_frame = line.presence.begin_frame;
    track.end_frame = line.presence.end_frame;
    track.box = as_rect(place_of(reading->box, line.box));
    track.text = std::move(reading->text);
    track.confidence = reading->confidence;
    track.script = unicode::dominant_script(track.text);
    track.language = std::move(reading->language);
    track.frames_seen = line.presence.seen;
    track.frames_examined = line.presence.examined;
    track.readings = std::move(reading->readings);
    if (reading->scenery) track.kind = TextKind::scene;
    if (!line.path.empty()) {
        track.box.x = line.path.front().at.x;
        track.box.y = line.path.front().at.y;
        for (const TrackPoint& point : line.path) track.path.push_back({point.time, point.at.x, point.at.y});
    }
    return track;
}

}  // namespace

class TextReader::Impl {
public:
    explicit Impl(const TextOptions& options) : Impl(options, find_models(options.models)) {}
    Impl(const TextOptions& options, const std::optional<ModelFiles>& models)
        : scene_(options.scene),
          sampler_(samples_per_second(options.effort)),
          detector_(detector_with(models, options.effort)),
          lines_(*detector_, frames_, options.effort != Effort::fast),
          reader_(usable_languages(options.languages), recognizer_with(models), options.effort) {
        compute_in_threads(kThreads);
    }

    void push(const Frame& frame) {
        frames_.push(frame);
        auto sample = sampler_.push(frame);
        if (!sample) return;
        read(lines_.push(std::move(*sample), tickers_.places()));
        read(tickers_.push(lines_.window()));
    }
    std::vector<TextTrack> finish(const VideoEnd& end) {
        read(lines_.finish(end));
        read(tickers_.finish(end));
        reading_.finish();
        note_scene_text(tracks_);
        if (!scene_)
            std::erase_if(tracks_, [](const TextTrack& track) { return track.kind == TextKind::scene; });
        for (TextTrack& track : tracks_) {
            track.box = sampler_.to_picture(track.box);
            for (PathPoint& point : track.path) {
                const Rect at = sampler_.to_picture({point.x, point.y, 1, 1});
                point.x = at.x;
                point.y = at.y;
            }
        }
        return join_moving_marks(
            join_lines(join_words(join_interrupted(without_repetitions(std::exchange(tracks_, {}))))));
    }

private:
    static constexpr int kThreads = 2;

    void read(std::vector<LineTrack> ended) {
        // What moves with the scene is on something in it; a ticker is no line that stands.
        std::erase_if(ended, [this](const LineTrack& line) {
            return line.fusion.samples() == 0 || (line.moved && !scene_);
        });
        for (LineTrack& line : ended)
            reading_.add([this, line = std::move(line)] { keep(read_line(line, reader_)); });
    }
    void read(std::vector<TickerTrack> ended) {
        for (TickerTrack& ticker : ended)
            reading_.add([this, ticker = std::move(ticker)] { keep(read_ticker(ticker, reader_)); });
    }
    void keep(std::optional<TextTrack> track) {
        if (track && (track->path.empty() || is_drifting_mark(*track))) tracks_.push_back(std::move(*track));
    }

    bool scene_;
    Sampler sampler_;
    std::unique_ptr<RegionDetector> detector_;
    RecentFrames frames_;
    LineTracker lines_;
    TickerTracker tickers_;
    LineReader reader_;              ///< Used by the reading thread only,
    std::vector<TextTrack> tracks_;  ///< and these, boxes in working pixels, until it has finished.
    ReadingThread reading_;          ///< Last: it uses both.
};

void compute_in_threads(int threads) {
    static std::once_flag once;
    // Of those that the process may use: Intel's threads complain about more, on the error output.
    std::call_once(once,
                   [=] { cv::setNumThreads(std::clamp(threads, 1, std::max(1, cv::getNumberOfCPUs()))); });
}

TextReader::TextReader(const TextOptions& options) : impl_(std::make_unique<Impl>(options)) {}
TextReader::~TextReader() = default;
TextReader::TextReader(TextReader&&) noexcept = default;
TextReader& TextReader::operator=(TextReader&&) noexcept = default;

void TextReader::push(const Frame& frame) {
    impl_->push(frame);
}

std::vector<TextTrack> TextReader::finish(Timestamp end, std::int64_t frames) {
    return impl_->finish({end, frames});
}

std::string_view name_of(Effort effort) noexcept {
    switch (effort) {
        case Effort::fast:
            return "fast";
        case Effort::standard:
            return "default";
        case Effort::thorough:
            return "thorough";
    }
    return "default";
}

std::string settings_of(const TextOptions& options) {
    std::ostringstream text;
    text << "text/15 effort=" << name_of(options.effort) << " rate=" << samples_per_second(options.effort)
         << " languages=";
    const char* separator = "";
    for (const auto& language : usable_languages(options.languages))
        text << std::exchange(separator, ",") << language;
    const auto models = find_models(options.models);
    text << " models=" << (models ? models->version : "none") << (options.scene ? " scene" : "");
    return text.str();
}

}  // namespace sourcereel::text
