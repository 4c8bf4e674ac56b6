// pipeline/batch.h: many files, a few at a time, each into the catalogue as soon as it is done.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/error.h"
#include "pipeline/analysis.h"

namespace sourcereel::pipeline {

enum class JobStatus { added, unchanged, replaced, failed, cancelled };

/// "added", …
const char* name_of(JobStatus status) noexcept;

struct JobResult {
    std::filesystem::path file;
    JobStatus status = JobStatus::cancelled;
    std::string sha256;
    std::size_t shots = 0;
    std::size_t tracks = 0;
    std::vector<std::string> handles;  ///< Each once, in the order first seen.
    double decoded_share = 0;
    std::size_t sidecars = 0;  ///< Downloaders' metadata found beside it.
    std::vector<std::string> warnings;
    std::optional<Error> error;  ///< Set exactly when failed.
};

struct BatchOptions {
    std::filesystem::path catalogue;
    std::size_t jobs =
        1;  ///< Files at the same time, each in a thread of its own; memory is that of one file × jobs.
    bool again = false;  ///< Analyse also what is current.
    AnalysisOptions analysis;
};

/// All calls come one at a time, from any thread of the batch.
struct BatchObserver {
    std::function<void(std::size_t input, const Progress&)> progress;
    std::function<void(std::size_t input, const JobResult&)> finished;
};

/// Analyses `files` into the catalogue: one file, one transaction. A file whose content is catalogued with
/// the same settings is skipped by its hash, so the same call after an interruption goes on where it was. A
/// file that fails costs nothing but itself. Two files of the same content: the second is `unchanged`. On
/// `stop` running files are dropped, finished ones stay. One result an input, in the order given.
/// @throws Error when the catalogue itself cannot be used.
std::vector<JobResult> run_batch(const std::vector<std::filesystem::path>& files, const BatchOptions& options,
                                 const BatchObserver& observer = {}, const std::stop_token& stop = {});

/// The files that `paths` mean: a folder gives its files with a media extension, recursively and sorted by
/// name; hidden ones not. What does not exist is kept as it is, so that its failure is reported.
std::vector<std::filesystem::path> expand_inputs(const std::vector<std::filesystem::path>& paths);

}  // namespace sourcereel::pipeline
