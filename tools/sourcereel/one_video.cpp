#include "sourcereel/one_video.h"

#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/interrupt.h"
#include "sourcereel/output.h"
#include "sourcereel/progress_line.h"

namespace sourcereel::cli {

int answer_about(const std::string& video, const pipeline::AnalysisOptions& options, const Settings& settings,
                 const std::function<std::string(const AnalysedVideo&)>& answer) {
    try {
        const InterruptWatch interrupt;
        AnalysedVideo analysed;
        {
            ProgressLine line({video}, settings);
            analysed = pipeline::analyse(
                video, options, [&](const pipeline::Progress& progress) { line.update(0, progress); },
                interrupt.token());
        }
        if (!settings.quiet) {
            for (const std::string& warning : analysed.warnings)
                say_warning(video + ": " + warning, settings.color);
        }
        write_answer(answer(analysed));
        return kDone;
    } catch (const Error& error) {
        return report_failed_input(error, video, settings);
    }
}

void require_languages(const Settings& settings) {
    if (settings.languages.empty()) return;
    try {
        text::TextOptions options;
        options.languages = settings.languages;
        const text::TextReader probe(options);
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
}

}  // namespace sourcereel::cli
