#include "sourcereel/score_file.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include "core/error.h"
#include "sourcereel/printable.h"

namespace sourcereel::cli {
namespace {

constexpr std::string_view kHeader =
    "frame,pts_ticks,time_base_num,time_base_den,time_s,change,cut,gradual,gradual_begin_frame,gradual_end_"
    "frame,"
    "gradual_score";
constexpr std::size_t kColumns = 11;
constexpr std::size_t kFlushBytes = 64 * 1024;
constexpr std::size_t kLongestLine = 512;

/// The fewest digits that give the number back.
std::string exact(double value) {
    std::array<char, 64> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), result.ptr};
}

std::string time_columns(std::int64_t frame, const Timestamp& time) {
    return std::to_string(frame) + "," + std::to_string(time.ticks) + "," + std::to_string(time.base.num) +
           "," + std::to_string(time.base.den) + "," + fixed(time.seconds(), 6);
}

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> fields;
    for (;;) {
        const auto comma = line.find(',');
        fields.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos) return fields;
        line.remove_prefix(comma + 1);
    }
}

template <typename Number>
bool take(std::string_view text, Number& into) {
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), into);
    return code == std::errc{} && end == text.data() + text.size();
}

bool is_share(double value) {
    return value >= 0 && value <= 1;
}

/// What stands in a row: times, and scores unless it is the end.
struct Row {
    shots::FrameScore score;
    bool is_end = false;
};

std::optional<Row> row_of(std::string_view line) {
    const auto fields = split(line);
    if (fields.size() != kColumns) return std::nullopt;
    Row row;
    shots::FrameScore& score = row.score;
    TimeBase& base = score.pts.base;
    if (!take(fields[0], score.index) || !take(fields[1], score.pts.ticks) || !take(fields[2], base.num) ||
        !take(fields[3], base.den) || base.num <= 0 || base.den <= 0 || score.index < 0)
        return std::nullopt;
    if (fields[5] == "end") {
        row.is_end = true;
        return row;
    }
    if (!take(fields[5], score.change) || !take(fields[6], score.cut) || !is_share(score.cut) ||
        !(score.change >= 0 && score.change <= 1000))
        return std::nullopt;
    if (fields[7].empty()) return row;
    const auto kind = transition_kind_from(fields[7]);
    shots::GradualScore& gradual = score.gradual;
    if (!kind || !take(fields[8], gradual.begin_frame) || !take(fields[9], gradual.end_frame) ||
        !take(fields[10], gradual.score) || !is_share(gradual.score) || gradual.begin_frame < 0 ||
        gradual.begin_frame > gradual.end_frame || gradual.begin_frame > score.index)
        return std::nullopt;
    gradual.kind = *kind;
    return row;
}

}  // namespace

ScoreWriter::ScoreWriter(const std::filesystem::path& file, media::IfExists if_exists)
    : file_(file, if_exists) {
    pending_ = std::string(kHeader) + "\r\n";
}

void ScoreWriter::flush() {
    file_.write(pending_);
    pending_.clear();
}

void ScoreWriter::push(const shots::FrameScore& score) {
    pending_ += time_columns(score.index, score.pts) + "," + exact(score.change) + "," + exact(score.cut);
    const shots::GradualScore& gradual = score.gradual;
    if (gradual.kind == TransitionKind::start)
        pending_ += ",,,,\r\n";
    else
        pending_ += "," + std::string(name_of(gradual.kind)) + "," + std::to_string(gradual.begin_frame) +
                    "," + std::to_string(gradual.end_frame) + "," + exact(gradual.score) + "\r\n";
    frames_ = score.index + 1;
    if (pending_.size() > kFlushBytes) flush();
}

void ScoreWriter::finish(const Timestamp& end) {
    pending_ += time_columns(frames_, end) + ",end,,,,,\r\n";
    flush();
    file_.keep();
}

Timestamp read_scores(const std::filesystem::path& file,
                      const std::function<void(const shots::FrameScore&)>& on_score) {
    const auto fail = [&](ErrorKind kind, const std::string& what) -> Error {
        return {kind, file.string() + ": " + what};
    };
    std::error_code code;
    if (!std::filesystem::exists(file, code)) throw fail(ErrorKind::not_found, "no such file of scores");
    std::ifstream in(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file, code) || !in)
        throw fail(ErrorKind::unsupported, "cannot be read; name a file that --scores has written");
    std::string line;
    std::optional<shots::FrameScore> before;
    for (std::int64_t number = 1; std::getline(in, line); ++number) {
        if (line.size() > kLongestLine) throw fail(ErrorKind::unsupported, "is no file of scores");
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (number == 1) {
            if (line != kHeader)
                throw fail(ErrorKind::unsupported, "is no file of scores, or one of another version");
            continue;
        }
        const auto row = row_of(line);
        const bool later =
            row && (!before || (before->pts < row->score.pts && before->index < row->score.index));
        if (!later) throw fail(ErrorKind::corrupt, "line " + std::to_string(number) + " makes no sense");
        if (row->is_end) return row->score.pts;
        before = row->score;
        on_score(*before);
    }
    throw fail(ErrorKind::corrupt, "ends early: the last line must say where the video ends");
}

}  // namespace sourcereel::cli
