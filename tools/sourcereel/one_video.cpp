#include "sourcereel/one_video.h"

#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/interrupt.h"
#include "sourcereel/output.h"
#include "sourcereel/progress_line.h"
#include "text/model_files.h"

namespace sourcereel::cli {

int answer_about(const std::string& video, const pipeline::AnalysisOptions& options, const Settings& settings,
                 const std::function<void(const AnalysedVideo&, const std::stop_token&)>& answer) {
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
        answer(analysed, interrupt.token());
        return kDone;
    } catch (const Error& error) {
        return report_failed_input(error, video, settings);
    }
}

text::TextOptions text_options(const Settings& settings) {
    text::TextOptions options;
    options.languages = settings.languages;
    options.effort = settings.effort;
    try {
        if (!settings.languages.empty()) const text::TextReader probe(options);
        const bool found = text::find_models(settings.models).has_value();
        if (!found && !settings.models.empty() && !settings.models_asked_by.empty()) {
            throw UsageError(settings.models_asked_by + ": no models in " + settings.models.string() +
                             "; tools/dev/models.sh " + settings.models.string() +
                             " installs them there, and \"none\" does without");
        }
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
    options.models = settings.models;
    return options;
}

}  // namespace sourcereel::cli
