// Every sample clip in parts, encoded anew: the same pictures at the same times. SOURCEREEL_SAMPLES names
// them.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "media/clip_writer.h"
#include "support/temp_folder.h"
#include "unit/media/clip_frames.h"

namespace sourcereel::media {
namespace {

namespace fs = std::filesystem;

/// All of them reach 42; a neighbour of a moving picture is at 20 to 30.
constexpr double kNearEqual_dB = 40;

std::vector<fs::path> samples() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{SOURCEREEL_SAMPLES})
        if (entry.is_regular_file() && entry.path().filename().string()[0] != '.')
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Timestamp> times_of(const fs::path& file, Timestamp& end) {
    FrameReader reader{file};
    std::vector<Timestamp> times;
    while (const auto frame = reader.next()) times.push_back(frame->pts);
    end = reader.report().end;
    return times;
}

TEST(SampleClips, InPartsAreTheSamePicturesAtTheSameTimes) {
    const std::vector<fs::path> files = samples();
    ASSERT_GE(files.size(), 17U) << "run samples/make_samples.py";
    std::size_t compared = 0;
    double worst_of_all = 99;
    for (const fs::path& file : files) {
        const support::TempFolder folder;
        Timestamp end;
        const std::vector<Timestamp> times = times_of(file, end);
        // Three parts, none of whose borders is likely to be a keyframe.
        const std::size_t borders[] = {0, times.size() / 3 + 1, times.size() * 2 / 3 + 1, times.size()};
        const auto at = [&](std::size_t n) { return n < times.size() ? times[n] : end; };
        std::vector<ClipPart> parts;
        parts.reserve(3);
        for (int i = 0; i < 3; ++i)
            parts.push_back({{at(borders[i]), at(borders[i + 1])}, folder / (std::to_string(i) + ".mp4")});
        ClipOptions options;
        options.mode = ClipMode::exact;
        const auto written = write_clips(file, parts, options);
        ASSERT_EQ(written.size(), 3U) << file;

        FrameReader source{file};
        double worst = 99;
        for (int part = 0; part < 3; ++part) {
            FrameReader clip{parts[static_cast<std::size_t>(part)].target};
            for (std::size_t n = borders[part]; n < borders[part + 1]; ++n) {
                const auto wanted = source.next();
                const auto got = clip.next();
                ASSERT_TRUE(wanted && got) << file << ' ' << n;
                ASSERT_EQ(got->width(), wanted->width()) << file;
                ASSERT_EQ(got->height(), wanted->height()) << file;
                ASSERT_EQ(got->pts, difference(wanted->pts, at(borders[part]))) << file << ' ' << n;
                worst = std::min(worst, psnr(wanted->luma, got->luma));
                ++compared;
            }
            EXPECT_FALSE(clip.next()) << file << ": a picture too many in part " << part;
            EXPECT_EQ(clip.report().end, difference(at(borders[part + 1]), at(borders[part])))
                << file << ' ' << part;
        }
        EXPECT_FALSE(source.next());
        EXPECT_GT(worst, kNearEqual_dB) << file;
        std::cout << file.filename().string() << ": " << times.size() << " pictures, worst " << worst
                  << " dB\n";
        worst_of_all = std::min(worst_of_all, worst);
    }
    std::cout << compared << " pictures compared, worst " << worst_of_all << " dB\n";
}

}  // namespace
}  // namespace sourcereel::media
