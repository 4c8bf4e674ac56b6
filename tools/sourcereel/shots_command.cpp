#include <unistd.h>

#include "json/documents.h"
#include "sourcereel/commands.h"
#include "sourcereel/one_video.h"
#include "sourcereel/terminal.h"
#include "sourcereel/track_table.h"

namespace sourcereel::cli {

int run_shots(const CommandLine& line, const Settings& settings) {
    pipeline::AnalysisOptions options;
    options.read_text = false;
    options.keep_stills = false;
    options.hash = settings.format == Format::json;  // The table does not show it.
    options.read.loop_filter = false;  // Costs no accuracy here: pictures are averaged, not kept.
    options.shots.min_shot_s = line.min_shot_s;
    return answer_about(line.video, options, settings, [&](const AnalysedVideo& video) {
        if (settings.format == Format::json)
            return json::shots_document(video.media, video.shots, video.warnings);
        return shot_table(video.shots)
            .render(line_width(STDOUT_FILENO), use_color(settings.color, STDOUT_FILENO));
    });
}

}  // namespace sourcereel::cli
