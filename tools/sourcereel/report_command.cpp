#include "json/documents.h"
#include "report/report_folder.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"

namespace sourcereel::cli {

int run_report(const CommandLine& line, const Settings& settings) {
    if (!line.check)
        throw UsageError("report: say --check; a report is made by \"verify ARTICLE VIDEO --report DIR\"");
    report::Checked checked;
    try {
        checked = report::check_report(line.target);
    } catch (const Error& error) {
        return report_failed_input(error, line.target, settings);
    }
    if (settings.format == Format::json) {
        write_answer(json::facts_document("sourcereel.report-check/1",
                                          {{"path", line.target},
                                           {"files", std::to_string(checked.files), true},
                                           {"problems", std::to_string(checked.problems.size()), true}},
                                          checked.problems));
    } else {
        std::string text;
        for (const std::string& problem : checked.problems) text += visible(problem) + "\n";
        write_answer(text.empty() ? "all " + std::to_string(checked.files) + " files are as they were\n"
                                  : text);
    }
    return checked.problems.empty() ? kDone : kAnswerIsNo;
}

}  // namespace sourcereel::cli
