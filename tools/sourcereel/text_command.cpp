#include <unistd.h>

#include "json/documents.h"
#include "sourcereel/commands.h"
#include "sourcereel/one_video.h"
#include "sourcereel/output.h"
#include "sourcereel/terminal.h"
#include "sourcereel/track_table.h"

namespace sourcereel::cli {

int run_text(const CommandLine& line, const Settings& settings) {
    pipeline::AnalysisOptions options;
    options.find_shots = false;
    options.read.chroma = false;  // Reading needs brightness only.
    options.hash = settings.format == Format::json;
    options.text = text_options(settings);
    return answer_about(line.video, options, settings, [&](const AnalysedVideo& video) {
        if (settings.format == Format::json)
            return json::text_document(video.media, video.tracks, video.warnings);
        if (video.tracks.empty()) {
            if (!settings.quiet) say("no text found");
            return std::string();
        }
        return track_table(video.tracks)
            .render(line_width(STDOUT_FILENO), use_color(settings.color, STDOUT_FILENO));
    });
}

}  // namespace sourcereel::cli
