#include "sourcereel/second_pass.h"

#include <algorithm>

#include "core/error.h"
#include "media/frame_reader.h"
#include "pipeline/analysis.h"
#include "sourcereel/progress_line.h"

namespace sourcereel::cli {

void visit_frames(const MediaInfo& media, const std::vector<std::int64_t>& frames, const Settings& settings,
                  const std::stop_token& stop,
                  const std::function<void(const Frame&, std::size_t)>& on_frame) {
    ProgressLine line({media.path}, settings);
    media::FrameReader reader(media.path);
    const auto all = static_cast<double>(std::max<std::int64_t>(1, media.frames));
    std::size_t next = 0;
    while (next < frames.size()) {
        const auto frame = reader.next();
        if (!frame)
            throw Error(ErrorKind::busy, media.path + ": has fewer pictures than before; was it written to?");
        if (stop.stop_requested()) throw pipeline::Cancelled{};
        for (; next < frames.size() && frames[next] == frame->index; ++next) on_frame(*frame, next);
        line.update(0, {static_cast<double>(frame->index) / all, frame->pts.seconds()});
    }
}

}  // namespace sourcereel::cli
