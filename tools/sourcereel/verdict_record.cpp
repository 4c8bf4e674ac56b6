#include "sourcereel/verdict_record.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "catalogue/catalogue.h"
#include "sourcereel/failures.h"
#include "verdict/verify.h"

namespace sourcereel::cli {
namespace {

/// Whether the claim may be about this clip of a whole catalogue: something in it is in favour, or what is
/// against it was counted in the verdict on all of them.
bool speaks_of(const Finding& of_all, const Finding& alone, const std::string& video) {
    return std::any_of(alone.evidence.begin(), alone.evidence.end(),
                       [](const Evidence& piece) { return piece.stance == Stance::supports; }) ||
           std::any_of(of_all.evidence.begin(), of_all.evidence.end(),
                       [&](const Evidence& piece) { return piece.video == video; });
}

}  // namespace

void record_verdicts(const ArticleFacts& article, const std::vector<Finding>& findings,
                     const std::vector<verdict::VideoFacts>& videos,
                     const attribution::OutletRegistry& outlets, Judged judged, const Settings& settings) {
    std::error_code ignored;
    if (videos.empty() || !std::filesystem::exists(settings.db, ignored)) return;
    const std::string name =
        article.title.empty() ? std::filesystem::path(article.path).filename().string() : article.title;
    std::vector<catalogue::JudgedClip> clips;
    for (const verdict::VideoFacts& video : videos) {
        catalogue::JudgedClip clip{video.sha256, {}};
        const std::vector<verdict::VideoFacts> alone{video};
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const Claim& claim = findings[i].claim;
            const Finding finding = verdict::verify(claim, alone, outlets);
            if (judged == Judged::catalogue && !speaks_of(findings[i], finding, video.sha256)) continue;
            clip.verdicts.push_back({article.sha256,
                                     name,
                                     static_cast<int>(i),
                                     std::string(name_of(claim.type)),
                                     claim.entity.value,
                                     claim.quote,
                                     finding.verdict,
                                     {}});
        }
        if (judged == Judged::named || !clip.verdicts.empty()) clips.push_back(std::move(clip));
    }
    asking_catalogue([&] {
        auto catalogue = catalogue::Catalogue::open(settings.db, catalogue::Access::read_write);
        catalogue.keep_verdicts(article.sha256, clips, judged == Judged::catalogue);
    });
}

}  // namespace sourcereel::cli
