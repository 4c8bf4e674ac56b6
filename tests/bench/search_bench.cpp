// bench/search_bench: fills a catalogue with captions and says how fast and how completely it is searched.
#include <ctime>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/caption_maker.h"
#include "catalogue/catalogue.h"
#include "unicode/fold.h"

namespace {

using namespace sourcereel;
using namespace sourcereel::bench;
using catalogue::Catalogue;

struct Options {
    std::filesystem::path db = "search_bench.db";
    std::size_t texts = 1'000'000;
    std::size_t videos = 10'000;
    std::size_t words = 50'000;  ///< Vocabulary of each language.
    std::size_t queries = 200;   ///< Of each kind.
    std::size_t scanned = 12;    ///< Of these, compared with a scan of all captions.
    std::string only;            ///< Part of the name of the kinds that are asked; empty: all.
};

double seconds_of(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

Timestamp at_frame(std::size_t frame) {
    return {static_cast<std::int64_t>(frame), {1, 25}};
}

TextTrack track_of(const Caption& caption, std::size_t place) {
    TextTrack track;
    track.range = {at_frame(place * 25), at_frame(place * 25 + 50)};
    track.begin_frame = static_cast<std::int64_t>(place) * 25;
    track.end_frame = track.begin_frame + 50;
    track.box = {100, 600, 800, 40};
    track.text = caption.text;
    track.confidence = 0.9;
    track.script = script_of(caption.language);
    track.language = code_of(caption.language);
    track.frames_seen = 10;
    track.frames_examined = 10;
    track.readings = {{"network", caption.text, 0.9}};
    return track;
}

/// A mark with one of 3000 handles, and the logo of one of 40 outlets.
void add_marks(AnalysedVideo& video, std::mt19937_64& random, const Zipf& zipf) {
    TextTrack& mark = video.tracks[0];
    const std::string handle = "account" + std::to_string(zipf.draw(random));
    mark.kind = TextKind::watermark;
    mark.text = "@" + handle;
    mark.readings = {{"network", mark.text, 0.9}};
    mark.language = "eng";
    mark.script = "Latin";
    mark.handles = {{mark.text, handle, "x", "exact"}};
    video.tracks[1].kind = TextKind::bug;
    video.outlets.resize(video.tracks.size());
    video.outlets[1] = {"outlet" + std::to_string(zipf.draw(random) % 40)};
}

/// Makes the captions again, and stores them where `catalogue` is given. Returns what to scan.
std::vector<Caption> make_captions(const Options& options, CaptionMaker& maker, Catalogue* catalogue) {
    std::vector<Caption> all;
    all.reserve(options.texts);
    std::mt19937_64 random{17};
    const Zipf zipf{3000};
    const std::size_t each = options.texts / options.videos;
    for (std::size_t number = 0; number < options.videos; ++number) {
        AnalysedVideo video;
        char sha[65];
        std::snprintf(sha, sizeof sha, "%064zx", number + 1);
        video.media = {"/clips/" + std::to_string(number % 30) + "/" + std::to_string(number) + ".mp4",
                       sha,
                       1280,
                       720,
                       at_frame(each * 25 + 50),
                       static_cast<std::int64_t>(each) * 25 + 50,
                       25.0,
                       false,
                       "h264",
                       "mov,mp4",
                       0};
        video.settings = {"bench", "", ""};
        video.shots = {{{at_frame(0), video.media.duration}, 0, video.media.frames, {}}};
        for (std::size_t i = 0; i < each; ++i) {
            all.push_back(maker.next());
            video.tracks.push_back(track_of(all.back(), i));
        }
        if (each >= 2) {
            add_marks(video, random, zipf);
            all[all.size() - each].plain.clear();  // Marks are no captions.
            all[all.size() - each].text.clear();
        }
        if (catalogue != nullptr) catalogue->store(video);
        for (std::size_t i = all.size() - each; i < all.size(); ++i) all[i].text.clear();
    }
    return all;
}

/// What is asked, and what a caption must hold, for the scan.
struct Question {
    std::string query;
    std::string needle;
};

struct QuestionKind {
    const char* name;
    std::function<Question(std::mt19937_64&)> make;
};

/// A rank such that each power of ten is as likely as another: common words and rare ones alike.
std::size_t rank_of(std::mt19937_64& random, std::size_t words) {
    const double share = static_cast<double>(random() >> 11U) * 0x1p-53;
    return std::min(words - 1, static_cast<std::size_t>(std::pow(static_cast<double>(words), share)) - 1);
}

std::string first_letters(const std::string& word, std::size_t count) {
    return unicode::to_utf8(unicode::code_points(word).substr(0, count));
}

std::vector<QuestionKind> question_kinds(const CaptionMaker& maker, const std::vector<Caption>& captions,
                                         const Options& options) {
    const auto word = [&maker, &options](Language language) {
        return [&maker, &options, language](std::mt19937_64& random) {
            const std::string& chosen = maker.words(language)[rank_of(random, options.words)];
            return Question{chosen, " " + chosen + " "};
        };
    };
    const auto of_length = [&maker](Language language, std::size_t letters) {
        std::vector<std::string> list;
        for (const std::string& one : maker.words(language))
            if (unicode::code_points(one).size() == letters) list.push_back(one);
        return list;
    };
    const auto part = [&maker, &options](Language language, std::size_t letters) {
        return [&maker, &options, language, letters](std::mt19937_64& random) {
            const std::string piece =
                first_letters(maker.words(language)[rank_of(random, options.words)], letters);
            return Question{piece, piece};
        };
    };
    const auto phrase = [&captions](std::mt19937_64& random) {
        for (;;) {
            const Caption& caption = captions[random() % captions.size()];
            if (caption.plain.empty() || caption.language == Language::chinese) continue;
            const std::size_t second = caption.plain.find(' ', 1);
            const std::size_t third = caption.plain.find(' ', second + 1);
            const std::string two = caption.plain.substr(1, third - 1);
            return Question{"\"" + two + "\"", " " + two + " "};
        }
    };
    const auto prefix = [&maker, &options](std::mt19937_64& random) {
        const Language language = random() % 2 == 0 ? Language::english : Language::russian;
        const std::string begin =
            first_letters(maker.words(language)[rank_of(random, options.words)], 2 + random() % 3);
        return Question{begin + "*", " " + begin};
    };
    const auto common = [&maker](std::mt19937_64& random) {
        const std::string& chosen = maker.words(kLanguages[random() % 2])[random() % 3];
        return Question{chosen, " " + chosen + " "};
    };
    const auto short_russian = [list = of_length(Language::russian, 2)](std::mt19937_64& random) {
        const std::string& chosen = list[random() % list.size()];
        return Question{chosen, " " + chosen + " "};
    };
    return {{"word, English", word(Language::english)},
            {"word, Russian", word(Language::russian)},
            {"word, Arabic", word(Language::arabic)},
            {"one of the 3 most common words", common},
            {"phrase of two words", phrase},
            {"beginning of 2 to 4 letters", prefix},
            {"two-letter Cyrillic word", short_russian},
            {"two Korean syllables", part(Language::korean, 2)},
            {"two Chinese characters", part(Language::chinese, 2)},
            {"one Chinese character", part(Language::chinese, 1)}};
}

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::min(last, share * static_cast<double>(values.size())))];
}

/// Whether search gives exactly the captions that hold the needle.
bool is_complete(const Catalogue& catalogue, const std::vector<Caption>& captions, const Question& question,
                 std::size_t each) {
    std::vector<std::pair<std::int64_t, std::int64_t>> expected;
    for (std::size_t i = 0; i < captions.size(); ++i)
        if (captions[i].plain.find(question.needle) != std::string::npos)
            expected.emplace_back(static_cast<std::int64_t>(i / each) + 1,
                                  static_cast<std::int64_t>(i % each) * 25);
    const catalogue::Query query = catalogue::parse_query(question.query);
    // Whole hits cost 20 µs each: of very common words only the number is compared.
    const auto limit = expected.size() > 20'000 ? 1 : static_cast<std::int64_t>(expected.size()) + 1;
    const catalogue::SearchResult result = catalogue.search(query, limit, 0);
    bool same = result.total == static_cast<std::int64_t>(expected.size());
    if (same && limit > 1) {
        std::vector<std::pair<std::int64_t, std::int64_t>> found;
        for (const catalogue::Hit& hit : result.hits) found.emplace_back(hit.video_id, hit.track.begin_frame);
        std::sort(found.begin(), found.end());
        same = found == expected;
    }
    if (!same)
        std::printf("  %s: %zu captions hold it, %lld were found\n", question.query.c_str(), expected.size(),
                    static_cast<long long>(result.total));
    return same;
}

/// Prints one line; returns the number of questions answered wrongly.
int measure(const Catalogue& catalogue, const std::vector<Caption>& captions, const QuestionKind& kind,
            const Options& options) {
    std::mt19937_64 random{99};
    std::vector<double> wall;
    std::vector<double> cpu;
    std::vector<double> hits;
    std::vector<Question> questions;
    for (std::size_t i = 0; i < options.queries; ++i) {
        questions.push_back(kind.make(random));
        const double wall_before = seconds_of(CLOCK_MONOTONIC);
        const double cpu_before = seconds_of(CLOCK_THREAD_CPUTIME_ID);
        const auto result = catalogue.search(catalogue::parse_query(questions.back().query),
                                             {20, 0, catalogue::Sort::relevance, true});
        cpu.push_back((seconds_of(CLOCK_THREAD_CPUTIME_ID) - cpu_before) * 1e3);
        wall.push_back((seconds_of(CLOCK_MONOTONIC) - wall_before) * 1e3);
        hits.push_back(static_cast<double>(result.total));
    }
    int wrong = 0;
    const std::size_t scanned = std::min(options.scanned, questions.size());
    for (std::size_t i = 0; i < scanned; ++i)
        if (!is_complete(catalogue, captions, questions[i], options.texts / options.videos)) ++wrong;
    std::printf("%-32s %9.0f %9.0f %8.2f %8.2f %8.2f %8.2f   %zu of %zu\n", kind.name, percentile(hits, 0.5),
                percentile(hits, 1), percentile(wall, 0.5), percentile(wall, 0.99), percentile(cpu, 0.5),
                percentile(cpu, 0.99), scanned - static_cast<std::size_t>(wrong), scanned);
    std::fflush(stdout);
    return wrong;
}

void print_size(const std::filesystem::path& file, std::size_t texts) {
    std::uintmax_t bytes = std::filesystem::file_size(file);
    const std::filesystem::path log = file.string() + "-wal";
    if (std::filesystem::exists(log)) bytes += std::filesystem::file_size(log);
    std::printf("file: %.0f MB, %.0f bytes a text\n", static_cast<double>(bytes) * 1e-6,
                static_cast<double>(bytes) / static_cast<double>(texts));
}

/// Also the cost of whatever is read on the first question after somebody wrote.
void measure_opening(const std::filesystem::path& file) {
    const double before = seconds_of(CLOCK_MONOTONIC);
    const Catalogue fresh = Catalogue::open(file, catalogue::Access::read_only);
    const auto first = fresh.search(catalogue::Query{}, {20, 0, catalogue::Sort::relevance, true});
    const double opened = seconds_of(CLOCK_MONOTONIC);
    const auto all = fresh.search(catalogue::Query{}, {20, 0, catalogue::Sort::time, true});
    const double again = seconds_of(CLOCK_MONOTONIC);
    const auto grid = fresh.videos(catalogue::Query{}, {60, 0, catalogue::ClipSort::newest, true});
    std::printf(
        "opening and first page of all %lld texts: %.1f ms; again: %.1f ms; grid of %lld clips: %.1f ms\n",
        static_cast<long long>(first.total + all.total - first.total), (opened - before) * 1e3,
        (again - opened) * 1e3, static_cast<long long>(grid.total),
        (seconds_of(CLOCK_MONOTONIC) - again) * 1e3);
}

/// The first question after somebody wrote, as it is asked while videos are analysed.
void measure_after_writes(const Catalogue& reader, const std::filesystem::path& file) {
    Catalogue writer = Catalogue::open(file, catalogue::Access::read_write);
    const auto seen = writer.find("1");
    if (!seen) return;
    const auto ask = [&] {
        const double before = seconds_of(CLOCK_THREAD_CPUTIME_ID);
        reader.videos(catalogue::Query{}, {60, 0, catalogue::ClipSort::newest, true});
        return (seconds_of(CLOCK_THREAD_CPUTIME_ID) - before) * 1e3;
    };
    std::vector<double> first;
    std::vector<double> again;
    ask();
    for (int i = 0; i < 20; ++i) {
        writer.note_path(seen->video.media.sha256, seen->video.media.path);
        first.push_back(ask());
        again.push_back(ask());
    }
    std::printf("grid after a write: %.1f ms of CPU (median of 20); again: %.1f ms\n", percentile(first, 0.5),
                percentile(again, 0.5));
}

int usage() {
    std::fputs(
        "search_bench [--db FILE] [--texts N] [--videos N] [--words N] [--queries N] [--scanned N]\n"
        "             [--only PART OF A KIND'S NAME]\n"
        "Fills FILE where it is not there yet, with the same captions every time.\n",
        stderr);
    return 2;
}

int run(const Options& options) {
    CaptionMaker maker{1, options.words};
    std::vector<Caption> captions;
    if (std::filesystem::exists(options.db)) {
        captions = make_captions(options, maker, nullptr);
    } else {
        Catalogue writer = Catalogue::open(options.db, catalogue::Access::read_write);
        const double before = seconds_of(CLOCK_MONOTONIC);
        captions = make_captions(options, maker, &writer);
        const double took = seconds_of(CLOCK_MONOTONIC) - before;
        std::printf("filled in %.0f s: %.0f texts a second, %.1f ms a video\n", took,
                    static_cast<double>(captions.size()) / took,
                    took * 1e3 / static_cast<double>(options.videos));
    }
    const Catalogue reader = Catalogue::open(options.db, catalogue::Access::read_only);
    print_size(options.db, options.texts);
    measure_opening(options.db);
    measure_after_writes(reader, options.db);
    reader.search(catalogue::Query{}, {1, 0, catalogue::Sort::relevance, true});
    std::printf("%-32s %9s %9s %8s %8s %8s %8s   %s\n", "query, with facets and 20 hits", "hits p50", "most",
                "p50 ms", "p99 ms", "CPU p50", "CPU p99", "complete");
    int wrong = 0;
    for (const QuestionKind& kind : question_kinds(maker, captions, options))
        if (std::string_view(kind.name).find(options.only) != std::string_view::npos)
            wrong += measure(reader, captions, kind, options);
    return wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; i += 2) {
        const std::string name = argv[i];
        if (i + 1 == argc) return usage();
        const auto number = static_cast<std::size_t>(std::strtoull(argv[i + 1], nullptr, 10));
        if (name == "--db")
            options.db = argv[i + 1];
        else if (name == "--texts")
            options.texts = number;
        else if (name == "--videos")
            options.videos = number;
        else if (name == "--words")
            options.words = number;
        else if (name == "--queries")
            options.queries = number;
        else if (name == "--scanned")
            options.scanned = number;
        else if (name == "--only")
            options.only = argv[i + 1];
        else
            return usage();
    }
    if (options.videos == 0 || options.texts < options.videos || options.words < 100 || options.queries == 0)
        return usage();
    try {
        return run(options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "search_bench: %s\n", error.what());
        return 1;
    }
}
