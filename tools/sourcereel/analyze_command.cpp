#include <unistd.h>
#include <array>
#include <chrono>
#include <ctime>
#include <map>

#include "json/documents.h"
#include "pipeline/batch.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/input_list.h"
#include "sourcereel/interrupt.h"
#include "sourcereel/one_video.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"
#include "sourcereel/progress_line.h"
#include "sourcereel/table.h"
#include "sourcereel/terminal.h"
#include "web/running_note.h"

namespace sourcereel::cli {
namespace {

using pipeline::JobResult;
using pipeline::JobStatus;
using Results = std::vector<JobResult>;

std::string utc_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

pipeline::BatchOptions batch_options(const CommandLine& line, const Settings& settings) {
    pipeline::BatchOptions options;
    options.catalogue = settings.db;
    options.jobs = settings.jobs;
    options.again = line.again;
    options.analysis.read_text = !line.no_text;
    options.analysis.keep_stills = !line.no_stills;
    options.analysis.shots.min_shot_s = line.min_shot_s;
    options.analysis.text = text_options(settings);
    return options;
}

Results run(const std::vector<std::filesystem::path>& files, const pipeline::BatchOptions& options,
            const Settings& settings, const std::stop_token& stop) {
    ProgressLine progress(files, settings);
    web::RunningNote note(options.catalogue);
    progress.watch([&, started_at = utc_now()](const ProgressFacts& facts, std::size_t input) {
        note.write({0, started_at, facts.inputs, facts.done, facts.share, facts.seconds_left,
                    files[input].filename().string()});
    });
    pipeline::BatchObserver observer;
    observer.progress = [&](std::size_t input, const pipeline::Progress& now) {
        progress.update(input, now);
    };
    observer.finished = [&](std::size_t input, const JobResult& result) {
        if (result.error || (!result.warnings.empty() && !settings.quiet)) progress.clear();
        if (result.error) say_error(result.error->what(), settings.color);
        if (!settings.quiet) {
            for (const std::string& warning : result.warnings) {
                say_warning(result.file.string() + ": " + warning, settings.color);
            }
        }
        progress.finished(input);
    };
    return asking_catalogue([&] { return pipeline::run_batch(files, options, observer, stop); });
}

std::string document_of(const Results& results, std::vector<std::string> warnings) {
    std::vector<json::AnalyzeEntry> entries;
    for (const JobResult& result : results) {
        if (result.status == JobStatus::cancelled) continue;
        entries.push_back({result.file.string(), result.sha256, name_of(result.status), result.shots,
                           result.tracks, result.handles, result.decoded_share, result.error});
        for (const std::string& warning : result.warnings) {
            warnings.push_back(result.file.string() + ": " + warning);
        }
    }
    return json::analyze_document(entries, warnings);
}

std::string table_of(const Results& results, const Settings& settings) {
    Table table({{"status"},
                 {"shots", Column::Align::right},
                 {"texts", Column::Align::right},
                 {"handles", Column::Align::left, Column::Room::flexible},
                 {"video", Column::Align::left, Column::Room::tail}});
    for (const JobResult& result : results) {
        if (result.status == JobStatus::cancelled) continue;
        std::string handles;
        for (const std::string& handle : result.handles) handles += (handles.empty() ? "" : ", ") + handle;
        const bool failed = result.status == JobStatus::failed;
        table.add({name_of(result.status), failed ? "" : std::to_string(result.shots),
                   failed ? "" : std::to_string(result.tracks), handles, result.file.string()});
    }
    if (table.empty()) return {};
    return table.render(line_width(STDOUT_FILENO), use_color(settings.color, STDOUT_FILENO));
}

std::string summary_of(const Results& results, double seconds) {
    std::map<JobStatus, std::size_t> counts;
    for (const JobResult& result : results) ++counts[result.status];
    std::string text;
    for (const JobStatus status : {JobStatus::added, JobStatus::replaced, JobStatus::unchanged,
                                   JobStatus::failed, JobStatus::cancelled}) {
        if (counts[status] == 0) continue;
        text += (text.empty() ? "" : ", ") + std::to_string(counts[status]) + " " +
                (status == JobStatus::cancelled ? "not done" : name_of(status));
    }
    return text + " in " + clock_time(seconds, 0);
}

}  // namespace

int run_analyze(const CommandLine& line, const Settings& settings) {
    const auto started = std::chrono::steady_clock::now();
    const std::vector<std::filesystem::path> files = pipeline::expand_inputs(named_inputs(line));
    const pipeline::BatchOptions options = batch_options(line, settings);
    std::vector<std::string> warnings;
    if (files.empty()) {
        warnings.emplace_back("no video file in what was named");
        if (!settings.quiet) say_warning(warnings.back(), settings.color);
    }

    const InterruptWatch interrupt;
    const Results results = files.empty() ? Results{} : run(files, options, settings, interrupt.token());
    std::size_t failed = 0;
    std::size_t not_done = 0;
    for (const JobResult& result : results) {
        failed += result.status == JobStatus::failed ? 1U : 0U;
        not_done += result.status == JobStatus::cancelled ? 1U : 0U;
    }
    if (not_done > 0) {
        warnings.push_back("interrupted: " + std::to_string(not_done) + " of " +
                           std::to_string(results.size()) +
                           " inputs are not done; the same command goes on where it was");
    }
    write_answer(settings.format == Format::json ? document_of(results, warnings)
                                                 : table_of(results, settings));
    if (!settings.quiet && !results.empty()) {
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
        say(summary_of(results, taken.count()));
    }
    if (not_done > 0) return kInterrupted;
    if (failed > 0) return kInputFailed;
    return files.empty() ? kAnswerIsNo : kDone;
}

}  // namespace sourcereel::cli
