#include "pipeline/batch.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

#include "catalogue/catalogue.h"
#include "media/content_hash.h"
#include "pipeline/file_state.h"
#include "pipeline/same_content.h"
#include "pipeline/video_sidecars.h"

namespace sourcereel::pipeline {
namespace {

/// The catalogue itself failed: no other file would fare better.
struct CatalogueFailure {
    Error error;
};

/// Runs a call to the catalogue. What is wrong with this one video only passes as the Error it is.
template <typename Call>
auto with_catalogue(const Call& call) {
    try {
        return call();
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::internal || error.kind() == ErrorKind::not_found) throw;
        throw CatalogueFailure{error};
    }
}

void describe(const AnalysedVideo& video, JobResult& result) {
    result.shots = video.shots.size();
    result.tracks = video.tracks.size();
    result.decoded_share = video.decoded_share;
    result.warnings = video.warnings;
    result.handles.clear();
    std::set<std::string> known;
    for (const TextTrack& track : video.tracks) {
        for (const HandleMention& mention : track.handles) {
            if (known.insert(mention.handle).second) result.handles.push_back(mention.handle);
        }
    }
}

JobStatus status_of(catalogue::Stored stored) {
    switch (stored) {
        case catalogue::Stored::added:
            return JobStatus::added;
        case catalogue::Stored::unchanged:
            return JobStatus::unchanged;
        case catalogue::Stored::replaced:
            return JobStatus::replaced;
    }
    throw Error(ErrorKind::internal, "the catalogue gave an unknown answer");
}

/// One worker's door to the catalogue, which may not exist yet.
class LazyCatalogue {
public:
    explicit LazyCatalogue(std::filesystem::path file) : file_(std::move(file)) {}

    /// nullptr where nobody has made the file so far.
    catalogue::Catalogue* if_there() {
        std::error_code ignored;
        return opened_ || std::filesystem::exists(file_, ignored) ? &get() : nullptr;
    }
    /// Makes it if need be.
    catalogue::Catalogue& get() {
        if (!opened_) {
            opened_ = std::make_unique<catalogue::Catalogue>(
                catalogue::Catalogue::open(file_, catalogue::Access::read_write));
        }
        return *opened_;
    }

private:
    std::filesystem::path file_;
    std::unique_ptr<catalogue::Catalogue> opened_;
};

class Batch {
public:
    Batch(const std::vector<std::filesystem::path>& files, const BatchOptions& options,
          const BatchObserver& observer, const std::stop_token& stop)
        : options_(options),
          observer_(observer),
          results_(files.size()),
          on_stop_(stop, [this] { stop_.request_stop(); }) {
        for (std::size_t i = 0; i < files.size(); ++i) results_[i].file = files[i];
        const std::size_t jobs =
            std::clamp<std::size_t>(options.jobs, 1, std::max<std::size_t>(files.size(), 1));
        options_.jobs = jobs;
        options_.analysis.hash = false;  // Known before the analysis begins.
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        const auto threads = static_cast<int>(std::max<std::size_t>(1, cores / jobs));
        if (options_.analysis.read.threads == 0) options_.analysis.read.threads = threads;
        text::compute_in_threads(threads);  // files side by side make better use of the cores
        settings_ = settings_of(options_.analysis);
    }

    std::vector<JobResult> run() {
        // What is there is opened here, so that its failure reaches the caller before any work. What is not
        // there yet is made by the first video to be stored: a batch without any leaves none behind.
        catalogue::Catalogue::require_creatable(options_.catalogue);
        std::vector<LazyCatalogue> catalogues;
        for (std::size_t i = 0; i < options_.jobs; ++i) {
            catalogues.emplace_back(options_.catalogue).if_there();
        }
        {
            std::vector<std::jthread> workers;
            workers.reserve(catalogues.size());
            for (LazyCatalogue& catalogue : catalogues) {
                workers.emplace_back([this, &catalogue] { work(catalogue); });
            }
        }
        if (failure_) std::rethrow_exception(failure_);
        settle_order();
        return std::move(results_);
    }

private:
    void work(LazyCatalogue& catalogue) {
        try {
            for (std::size_t i = next_++; i < results_.size() && !stop_.stop_requested(); i = next_++) {
                run_one(i, catalogue);
            }
        } catch (const CatalogueFailure& failure) {
            give_up(std::make_exception_ptr(failure.error));
        } catch (...) {
            give_up(std::current_exception());
        }
    }

    void give_up(std::exception_ptr why) {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::move(why);
        stop_.request_stop();
    }

    void run_one(std::size_t input, LazyCatalogue& catalogue) {
        JobResult& result = results_[input];
        try {
            process(input, catalogue, result);
        } catch (const Cancelled&) {
            result.status = JobStatus::cancelled;
            return;
        } catch (const Error& error) {
            fail(result, error);
        } catch (const std::bad_alloc&) {
            fail(result, Error(ErrorKind::exhausted, result.file.string() + ": not enough memory"));
        } catch (const std::exception& error) {
            fail(result, Error(ErrorKind::internal, result.file.string() + ": " + error.what()));
        }
        if (!observer_.finished) return;
        const std::lock_guard lock(mutex_);
        observer_.finished(input, result);
    }

    static void fail(JobResult& result, const Error& error) {
        result.status = JobStatus::failed;
        result.error = error;
    }

    void process(std::size_t input, LazyCatalogue& catalogue, JobResult& result) {
        const FileState before(result.file);
        const media::FileHashes hashes = media::hashes_of_file(result.file);
        result.sha256 = hashes.sha256;
        auto claim = same_content_.claim(result.sha256);
        if (stop_.stop_requested()) throw Cancelled{};
        const bool anew = options_.again && !claim.done_before();
        if (!anew && is_known(catalogue, result)) return;

        AnalysedVideo video = analyse(
            result.file, options_.analysis,
            [&](const Progress& progress) {
                if (!observer_.progress) return;
                const std::lock_guard lock(mutex_);
                observer_.progress(input, progress);
            },
            stop_.get_token());
        before.require_unchanged();
        // Again after decoding: what was analysed is then what the hash says.
        if (media::hashes_of_file(result.file) != hashes)
            throw Error(ErrorKind::busy,
                        result.file.string() +
                            ": its bytes changed while it was read; try again when nobody writes to it");
        video.media.sha256 = result.sha256;
        video.md5 = hashes.md5;
        describe(video, result);
        result.status = status_of(with_catalogue([&] {
            return catalogue.get().store(
                video, anew ? catalogue::Replace::always : catalogue::Replace::other_settings);
        }));
        claim.mark_done();
        keep_sidecars(catalogue.get(), result);
    }

    /// Also for a video that is known already: its metadata may have come later.
    static void keep_sidecars(catalogue::Catalogue& catalogue, JobResult& result) {
        const sidecar::SidecarsFound found = sidecars_of(result.file);
        for (const std::string& warning : found.warnings) result.warnings.push_back(warning);
        for (const Sidecar& sidecar : found.sidecars)
            for (const std::string& warning : sidecar.warnings)
                result.warnings.push_back(sidecar.file + ": " + warning);
        result.sidecars = found.sidecars.size();
        with_catalogue([&] { catalogue.note_sidecars(result.sha256, found.sidecars); });
    }

    /// Whether nothing is left to do for this content; notes where it was seen and tells what is catalogued.
    bool is_known(LazyCatalogue& lazy, JobResult& result) {
        catalogue::Catalogue* there = with_catalogue([&] { return lazy.if_there(); });
        if (there == nullptr) return false;
        catalogue::Catalogue& catalogue = *there;
        if (!with_catalogue([&] { return catalogue.is_current(result.sha256, settings_); })) return false;
        try {
            with_catalogue([&] { catalogue.note_path(result.sha256, result.file.string()); });
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::not_found) throw;
            return false;  // Somebody removed it since.
        }
        if (const auto known = with_catalogue([&] { return catalogue.find(result.sha256); })) {
            describe(known->video, result);
        }
        result.status = JobStatus::unchanged;
        keep_sidecars(catalogue, result);
        return true;
    }

    /// Of several inputs with the same content the first in order counts as the one that did the work,
    /// whichever thread was faster: same input, same answer.
    void settle_order() {
        std::map<std::string, std::size_t> first;
        for (std::size_t i = 0; i < results_.size(); ++i) {
            const JobStatus status = results_[i].status;
            if (status == JobStatus::failed || status == JobStatus::cancelled) continue;
            const auto [known, is_first] = first.emplace(results_[i].sha256, i);
            if (!is_first && status != JobStatus::unchanged) {
                std::swap(results_[known->second].status, results_[i].status);
            }
        }
    }

    BatchOptions options_;
    const BatchObserver& observer_;
    AnalysisSettings settings_;
    std::vector<JobResult> results_;  ///< Each worker writes those of its own inputs only.
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;  ///< Guards failure_ and the observer.
    std::exception_ptr failure_;
    SameContent same_content_;
    std::stop_source stop_;
    std::stop_callback<std::function<void()>> on_stop_;
};

}  // namespace

const char* name_of(JobStatus status) noexcept {
    switch (status) {
        case JobStatus::added:
            return "added";
        case JobStatus::unchanged:
            return "unchanged";
        case JobStatus::replaced:
            return "replaced";
        case JobStatus::failed:
            return "failed";
        case JobStatus::cancelled:
            return "cancelled";
    }
    return "unknown";
}

std::vector<JobResult> run_batch(const std::vector<std::filesystem::path>& files, const BatchOptions& options,
                                 const BatchObserver& observer, const std::stop_token& stop) {
    return Batch(files, options, observer, stop).run();
}

}  // namespace sourcereel::pipeline
