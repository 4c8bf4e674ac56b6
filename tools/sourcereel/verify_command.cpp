#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "claims/article.h"
#include "core/sha256.h"
#include "json/verify_document.h"
#include "pipeline/analysis.h"
#include "sourcereel/article_check.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/interrupt.h"
#include "sourcereel/output.h"
#include "sourcereel/terminal.h"
#include "sourcereel/verdict_record.h"
#include "sourcereel/verify_inputs.h"
#include "sourcereel/verify_report.h"
#include "sourcereel/verify_text.h"
#include "unicode/fold.h"

namespace sourcereel::cli {
namespace {

namespace fs = std::filesystem;
using attribution::OutletRegistry;

/// A file that people write by hand or save: whole, within what an article may have.
std::string read_text_file(const std::string& path) {
    std::error_code code;
    const auto status = fs::status(path, code);
    if (!fs::exists(status)) throw Error(ErrorKind::not_found, path + ": there is no such file");
    if (!fs::is_regular_file(status)) throw Error(ErrorKind::unsupported, path + ": is no regular file");
    if (fs::file_size(path, code) > claims::kMostArticleBytes)
        throw Error(ErrorKind::exhausted, path + ": has more than " +
                                              std::to_string(claims::kMostArticleBytes >> 20U) +
                                              " MiB; no article has");
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(ErrorKind::unsupported, path + ": cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

const OutletRegistry& registry_for(const CommandLine& line, std::optional<OutletRegistry>& own) {
    if (!line.outlets) return OutletRegistry::built_in();
    try {
        own.emplace(OutletRegistry::with_user_rows(read_text_file(*line.outlets), *line.outlets));
    } catch (const Error& error) {
        throw UsageError("--outlets: " + std::string(error.what()));
    }
    return *own;
}

/// Videos without evidence of a whole catalogue would make a report that nobody reads.
void keep_those_with_evidence(Report& report) {
    std::set<std::string> with;
    for (const Finding& finding : report.findings)
        for (const Evidence& piece : finding.evidence) with.insert(piece.video);
    const std::size_t before = report.videos.size();
    std::erase_if(report.videos,
                  [&](const ReportVideo& entry) { return !with.contains(entry.video.media.sha256); });
    if (report.videos.size() < before)
        report.warnings.push_back(std::to_string(before - report.videos.size()) +
                                  " catalogued videos without any evidence were examined and are not listed");
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

void note_in_audit(const Report& report, const std::string& folder, const Settings& settings) {
    auto catalogue = asking_catalogue(
        [&] { return catalogue::Catalogue::open(settings.db, catalogue::Access::read_write); });
    const std::string hash = sha256_of(json::report_document(report));
    asking_catalogue([&] {
        catalogue.append_audit({"verified", report.article.sha256,
                                "report.json sha256 " + hash + "; " + fs::absolute(folder).string()});
    });
}

int exit_code_of(const Report& report, const VerifyInputs& inputs) {
    if (inputs.some_failed) return kInputFailed;
    const bool all = std::all_of(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
        return finding.verdict == Verdict::supported;
    });
    return all && !report.findings.empty() ? kDone : kAnswerIsNo;
}

std::map<std::string, std::string> file_names(const std::vector<ReportVideo>& videos) {
    std::map<std::string, std::string> names;
    for (const ReportVideo& entry : videos)
        names[entry.video.media.sha256] = fs::path(entry.video.media.path).filename().string();
    return names;
}

std::string answer_of(const CommandLine& line, const Report& report, const VerdictNames& names,
                      const Settings& settings) {
    if (line.as) return json::claim_review_document(report.article, report.findings);
    if (settings.format == Format::json)
        return json::verify_document(report.article, report.findings, report.warnings);
    return verdict_text(report.findings, names, line_width(STDOUT_FILENO),
                        use_color(settings.color, STDOUT_FILENO));
}

}  // namespace

int run_verify(const CommandLine& line, const Settings& settings) {
    if (line.as && *line.as != "claimreview")
        throw UsageError("--as: " + *line.as + " is no format; claimreview is one");
    if (line.dated && !line.report)
        throw UsageError("--dated: is printed in a report; say also --report DIR");
    std::optional<OutletRegistry> own;
    const OutletRegistry& outlets = registry_for(line, own);
    Report report;
    std::vector<Claim> claims;
    try {
        ClaimedArticle claimed = claims_in(read_text_file(line.article), line.article, outlets);
        report.article = std::move(claimed.facts);
        report.warnings = std::move(claimed.warnings);
        claims = std::move(claimed.claims);
    } catch (const Error& error) {
        const bool named = std::string_view(error.what()).find(line.article) != std::string_view::npos;
        return report_failed_input(named ? error : error.within(line.article), line.article, settings);
    }
    if (!settings.quiet)
        for (const std::string& warning : report.warnings) say_warning(warning, settings.color);

    const InterruptWatch interrupt;
    VerifyInputs inputs = verify_inputs(line, settings, interrupt.token());
    if (inputs.videos.empty() && !inputs.some_failed && !settings.quiet)
        for (const std::string& warning : inputs.warnings) say_warning(warning, settings.color);
    report.warnings.insert(report.warnings.end(), inputs.warnings.begin(), inputs.warnings.end());
    std::vector<verdict::VideoFacts> facts;
    for (const ReportVideo& entry : inputs.videos) facts.push_back(facts_of(entry));
    report.findings = findings_for(claims, facts, outlets);
    const VerdictNames names{outlets, file_names(inputs.videos)};

    if (line.report) {
        report.videos = std::move(inputs.videos);
        report.videos_examined = facts.size();
        report.program = first_line(versions_text());
        report.versions = pipeline::settings_of({}).versions + "; " + unicode::icu_version();
        report.dated = line.dated.value_or("");
        if (inputs.from_catalogue) keep_those_with_evidence(report);
        try {
            make_report(*line.report, report, outlets, settings, interrupt.token());
        } catch (const Error& error) {
            throw UsageError("--report: " + std::string(error.what()));
        }
        if (inputs.from_catalogue && !facts.empty()) note_in_audit(report, *line.report, settings);
    }
    if (!line.no_record) {
        try {
            record_verdicts(report.article, report.findings, facts, outlets,
                            inputs.from_catalogue ? Judged::catalogue : Judged::named, settings);
        } catch (const CatalogueError& error) {
            if (!settings.quiet)
                say_warning(std::string("the verdicts were not kept: ") + error.what(), settings.color);
        }
    }
    write_answer(answer_of(line, report, names, settings));
    return exit_code_of(report, inputs);
}

}  // namespace sourcereel::cli
