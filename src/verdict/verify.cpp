#include "verdict/verify.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "verdict/coverage.h"
#include "verdict/judge.h"
#include "verdict/wording.h"

namespace sourcereel::verdict {
namespace {

/// How much a verdict says about a claim that may be of any of several videos.
int weight_of(Verdict verdict) {
    constexpr std::array<Verdict, 7> kOrder{
        Verdict::contradicted,     Verdict::not_found, Verdict::inconclusive, Verdict::conflicting,
        Verdict::partly_supported, Verdict::supported, Verdict::out_of_scope};
    return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), verdict) - kOrder.begin());
}

auto order_of(const Evidence& piece) {
    return std::tuple(piece.stance == Stance::supports, piece.strength, piece.video, piece.begin,
                      piece.track.value_or(-1), piece.code, piece.text);
}

/// Of many videos most are other people's: that another account posted another video is no news. What opposes
/// is kept for those videos that also have something in favour.
void drop_strangers(std::vector<Evidence>& evidence) {
    std::set<std::string> with_support;
    for (const Evidence& piece : evidence)
        if (piece.stance == Stance::supports) with_support.insert(piece.video);
    std::erase_if(evidence, [&](const Evidence& piece) {
        return piece.stance == Stance::opposes && !with_support.contains(piece.video);
    });
}

}  // namespace

Finding verify(const Claim& claim, const std::vector<VideoFacts>& videos,
               const attribution::OutletRegistry& outlets) {
    Finding finding;
    finding.claim = claim;
    const std::vector<std::string> scripts = scripts_of(claim.entity, outlets);
    std::vector<Coverage> coverages;
    std::vector<Judgement> judgements;
    std::vector<std::vector<std::string>> gaps;
    for (const VideoFacts& video : videos) {
        std::vector<Evidence> evidence = marks_for(claim, video, outlets);
        for (Evidence& piece : metadata_for(claim, video, outlets)) evidence.push_back(std::move(piece));
        gaps.push_back(gaps_in(video.coverage, scripts));
        judgements.push_back(judge(claim, evidence, gaps.back()));
        coverages.push_back(video.coverage);
        for (Evidence& piece : evidence) finding.evidence.push_back(std::move(piece));
    }
    finding.coverage = joined(coverages);
    Judgement best = judge(claim, {}, {"no video was given"});
    std::vector<std::string> best_gaps{"no video was given"};
    for (std::size_t i = 0; i < judgements.size(); ++i)
        if (i == 0 || weight_of(judgements[i].verdict) > weight_of(best.verdict)) {
            best = judgements[i];
            best_gaps = gaps[i];
        }
    finding.verdict = best.verdict;
    if (videos.size() > 1 && best.verdict != Verdict::contradicted) drop_strangers(finding.evidence);
    std::sort(finding.evidence.begin(), finding.evidence.end(),
              [](const Evidence& a, const Evidence& b) { return order_of(a) < order_of(b); });
    if (finding.evidence.size() > kMostEvidence) finding.evidence.resize(kMostEvidence);
    finding.explanation = explain(best, claim, finding.coverage, best_gaps, outlets);
    return finding;
}

}  // namespace sourcereel::verdict
