// unit/report/samples.h: a report made up for the tests.
#pragma once

#include <string>

#include "core/report.h"

namespace sourcereel::report {

inline Report sample_report(const std::string& hostile = "plain") {
    Report report;
    report.article = {hostile + ".html", std::string(64, '1'), hostile};
    report.program = "sourcereel 0.1.0";
    report.versions = "FFmpeg 5.1";
    ReportVideo entry;
    entry.video.media.path = hostile + ".mp4";
    entry.video.media.sha256 = std::string(64, 'a');
    entry.video.media.width = 640;
    entry.video.media.height = 360;
    entry.video.md5 = std::string(32, 'b');
    entry.video.warnings = {hostile};
    entry.credentials = "present, not verified";
    entry.credentials_answer = hostile;
    TextTrack track;
    track.range = {{0, {1, 1000}}, {4000, {1, 1000}}};
    track.text = hostile;
    track.readings = {{hostile, hostile, 0.5}};
    entry.video.tracks = {track};
    Sidecar sidecar;
    sidecar.file = hostile;
    sidecar.tool = hostile;
    sidecar.handle = SidecarValue{hostile, hostile};
    sidecar.warnings = {hostile};
    entry.sidecars = {sidecar};
    report.videos = {entry};
    report.videos_examined = 1;
    Finding finding;
    finding.claim.type = ClaimType::posted_by;
    finding.claim.entity = {EntityKind::literal, hostile, hostile};
    finding.claim.quote = hostile;
    finding.claim.end = hostile.size();
    finding.verdict = Verdict::partly_supported;
    finding.coverage = {21, 4, 0.995, {"eng"}, 360};
    finding.explanation = hostile;
    Evidence piece;
    piece.code = "watermark.handle";
    piece.strength = Strength::B;
    piece.video = entry.video.media.sha256;
    piece.end = 4;
    piece.box = Rect{1, 2, 3, 4};
    piece.track = 0;
    piece.text = hostile;
    piece.match = "exact";
    piece.detail = hostile;
    finding.evidence = {piece};
    report.findings = {finding};
    report.outlets = {{hostile, hostile, hostile}};
    report.warnings = {hostile};
    report.dated = hostile;
    return report;
}

}  // namespace sourcereel::report
