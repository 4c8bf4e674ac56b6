#include <algorithm>

#include "report/markup.h"
#include "unicode/country.h"

namespace sourcereel::report {
namespace {

const TextTrack* track_of(const Report& report, const Evidence& piece) {
    for (const ReportVideo& entry : report.videos) {
        if (entry.video.media.sha256 != piece.video || !piece.track) continue;
        const auto index = static_cast<std::size_t>(*piece.track);
        if (index < entry.video.tracks.size()) return &entry.video.tracks[index];
    }
    return nullptr;
}

/// The name of the file that shows it, for people; the hash beside it is what counts.
std::string file_of(const Report& report, const Evidence& piece) {
    for (const ReportVideo& entry : report.videos) {
        const MediaInfo& media = entry.video.media;
        if (media.sha256 == piece.video) return escaped(media.path.substr(media.path.find_last_of('/') + 1));
    }
    return {};
}

std::string entity_text(const Report& report, const Entity& entity) {
    const std::string sign = entity.kind == EntityKind::handle ? "@" : "";
    std::string name = entity.value;
    if (entity.kind == EntityKind::outlet)
        for (const RegistryRow& row : report.outlets)
            if (row.id == entity.value) name = row.name;
    if (entity.kind == EntityKind::outlet_class) name = unicode::outlet_class_name(entity.value);
    std::string text = "<b>" + sign + escaped(name) + "</b>";
    text += " <span class=\"soft\">(" + spaced(name_of(entity.kind)) +
            (entity.platform ? " on " + escaped(*entity.platform) : "") + ")</span>";
    return text;
}

std::string place_of(const Evidence& piece, const TextTrack* track) {
    if (track == nullptr) return {};
    const Timestamp& begin = track->range.begin;
    const Timestamp& end = track->range.end;
    std::string text = clock(piece.begin) + " to " + clock(piece.end) + " · PTS " +
                       std::to_string(begin.ticks) + " to " + std::to_string(end.ticks) + " × " +
                       std::to_string(begin.base.num) + "/" + std::to_string(begin.base.den) +
                       " s · frames " + std::to_string(track->begin_frame) + " to " +
                       std::to_string(track->end_frame) + " · seen in " + std::to_string(track->frames_seen) +
                       " of " + std::to_string(track->frames_examined) + " pictures";
    if (piece.box)
        text += " · box " + std::to_string(piece.box->x) + ", " + std::to_string(piece.box->y) + ", " +
                std::to_string(piece.box->width) + " × " + std::to_string(piece.box->height);
    return "<p class=\"small\">" + text + "</p>\n";
}

std::string readings_of(const TextTrack* track) {
    if (track == nullptr) return {};
    std::string text;
    for (const Reading& reading : track->readings)
        text += (text.empty() ? "" : "<br>") + escaped(reading.engine) + " read “" + escaped(reading.text) +
                "” with confidence " + two_decimals(reading.confidence);
    return "<p class=\"small\">" + text + "</p>\n";
}

std::string pictures_of(const Report& report, const Evidence& piece) {
    if (piece.crop.empty() || piece.picture.empty()) return {};
    std::string caption = "the whole picture";
    if (const auto facts = report.pictures.find(piece.picture); facts != report.pictures.end())
        caption += " at " + clock(facts->second.time) + ", frame " + std::to_string(facts->second.frame) +
                   ", PTS " + std::to_string(facts->second.pts);
    return R"(<div class="pictures"><figure class="crop"><img src=")" + escaped(piece.crop) +
           "\" alt=\"the mark\"><figcaption>the mark, original pixels</figcaption></figure>"
           "<figure class=\"full\"><img src=\"" +
           escaped(piece.picture) + R"(" alt="the whole picture with the mark in a box"><figcaption>)" +
           caption + "</figcaption></figure></div>\n";
}

std::string evidence_text(const Report& report, const Evidence& piece) {
    const TextTrack* track = track_of(report, piece);
    const std::string stance(name_of(piece.stance));
    std::string text = "<div class=\"evidence " + stance + R"("><div class="tag">)" + stance + " " +
                       std::string(name_of(piece.strength)) + "<span>" + std::string(name_of(piece.layer)) +
                       "</span></div><div>\n";
    text += "<div class=\"reading\">" + escaped(piece.text) + "</div>\n";
    text += "<p class=\"small\">" + escaped(piece.detail) + " · <code>" + escaped(piece.code) +
            "</code> · match: " + escaped(spaced(piece.match)) + " · confidence " +
            two_decimals(piece.confidence) + "</p>\n";
    text += place_of(piece, track) + readings_of(track);
    text += "<p class=\"small\">video " + file_of(report, piece) + " <span class=\"mono\">" +
            escaped(piece.video.substr(0, 16)) + "…</span></p>\n";
    return text + pictures_of(report, piece) + "</div></div>\n";
}

std::string examined_text(const Report& report, const Finding& finding) {
    const Coverage& coverage = finding.coverage;
    std::string languages;
    for (const std::string& language : coverage.languages)
        languages += (languages.empty() ? "" : ", ") + escaped(language);
    const bool any_mark =
        std::any_of(finding.evidence.begin(), finding.evidence.end(), [](const Evidence& piece) {
            return piece.layer == EvidenceLayer::marks && piece.stance == Stance::supports;
        });
    const bool any_metadata =
        std::any_of(finding.evidence.begin(), finding.evidence.end(),
                    [](const Evidence& piece) { return piece.layer == EvidenceLayer::carrier; });
    std::string text = "<h3>What was examined, and found empty</h3>\n<ul>\n";
    const bool several = report.videos_examined > 1;
    text += "<li>" + std::to_string(coverage.frames_examined) + " pictures of " +
            std::to_string(report.videos_examined) +
            (several ? " videos, of the least of them " : " video, ") + percent(coverage.decoded_share) +
            " of the duration decoded and a shorter side of " + std::to_string(coverage.short_side) + " px" +
            (any_mark ? "" : ": no mark of this source") + ".</li>\n";
    text += "<li>Languages read: " + (languages.empty() ? std::string("none") : languages) +
            ". Rows of the outlet registry tried: " + std::to_string(report.outlets_tried) + ".</li>\n";
    if (!any_metadata) text += "<li>Downloader’s metadata: none that concerns this claim.</li>\n";
    return text + "</ul>\n";
}

}  // namespace

std::string claim_section(const Report& report, std::size_t index) {
    const Finding& finding = report.findings[index];
    const Claim& claim = finding.claim;
    const std::string verdict(name_of(finding.verdict));
    std::string text = R"(<section class="claim" id="claim-)" + std::to_string(index + 1) +
                       "\">\n<div class=\"head\"><div>" + std::to_string(index + 1) + ". " +
                       spaced(name_of(claim.type)) + " " + entity_text(report, claim.entity) +
                       "</div><span class=\"verdict " + verdict + "\">" + spaced(verdict) + "</span></div>\n";
    text += "<blockquote>" + escaped(claim.quote) + "</blockquote>\n";
    text += "<p class=\"small\">Bytes " + std::to_string(claim.begin) + " to " + std::to_string(claim.end) +
            " of the article’s text as extracted." +
            (claim.hedged ? " The article itself is in doubt." : "") +
            (claim.negated ? " The article denies it." : "") +
            (claim.referring ? " The source is named in a sentence before." : "") + "</p>\n";
    text += "<p>" + escaped(finding.explanation) + "</p>\n";
    if (!finding.evidence.empty()) text += "<h3>Evidence</h3>\n";
    for (const Evidence& piece : finding.evidence) text += evidence_text(report, piece);
    if (finding.verdict != Verdict::out_of_scope) text += examined_text(report, finding);
    return text + "</section>\n";
}

}  // namespace sourcereel::report
