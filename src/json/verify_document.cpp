#include "json/verify_document.h"

#include <cmath>
#include <set>
#include <string_view>

#include "json/values.h"
#include "json/writer.h"

namespace sourcereel::json {
namespace {

using nlohmann::ordered_json;

ordered_json seconds(double value) {
    return std::round(value * 1e6) / 1e6;
}

ordered_json box_or_null(const std::optional<Rect>& box) {
    if (!box) return nullptr;
    return ordered_json::array({box->x, box->y, box->width, box->height});
}

ordered_json article_value(const ArticleFacts& article) {
    ordered_json out = ordered_json::object();
    out["path"] = string_value(article.path);
    out["sha256"] = string_value(article.sha256);
    out["title"] = string_or_null(article.title);
    return out;
}

ordered_json entity_value(const Entity& entity) {
    ordered_json out = ordered_json::object();
    out["kind"] = string_value(name_of(entity.kind));
    out["value"] = string_value(entity.value);
    out["platform"] = entity.platform ? string_value(*entity.platform) : ordered_json(nullptr);
    return out;
}

ordered_json evidence_value(const Evidence& evidence) {
    ordered_json out = ordered_json::object();
    out["code"] = string_value(evidence.code);
    out["stance"] = string_value(name_of(evidence.stance));
    out["strength"] = string_value(name_of(evidence.strength));
    out["video"] = string_value(evidence.video);
    out["begin"] = seconds(evidence.begin);
    out["end"] = seconds(evidence.end);
    out["box"] = box_or_null(evidence.box);
    out["text"] = string_value(evidence.text);
    out["match"] = string_value(evidence.match);
    out["confidence"] = ratio_value(evidence.confidence);
    out["crop"] = string_or_null(evidence.crop);
    out["picture"] = string_or_null(evidence.picture);
    out["layer"] = string_value(name_of(evidence.layer));
    out["track"] = evidence.track ? ordered_json(*evidence.track) : ordered_json(nullptr);
    out["detail"] = string_value(evidence.detail);
    return out;
}

ordered_json coverage_value(const Coverage& coverage) {
    ordered_json out = ordered_json::object();
    out["frames_examined"] = coverage.frames_examined;
    out["decoded_share"] = ratio_value(coverage.decoded_share);
    out["languages"] = string_list(coverage.languages);
    out["short_side"] = coverage.short_side;
    return out;
}

ordered_json finding_value(const Finding& finding, std::size_t id) {
    const Claim& claim = finding.claim;
    ordered_json out = ordered_json::object();
    out["id"] = id;
    out["type"] = string_value(name_of(claim.type));
    out["entity"] = entity_value(claim.entity);
    out["quote"] = string_value(claim.quote);
    out["begin"] = claim.begin;
    out["end"] = claim.end;
    out["hedged"] = claim.hedged;
    out["negated"] = claim.negated;
    out["verdict"] = string_value(name_of(finding.verdict));
    ordered_json evidence = ordered_json::array();
    for (const Evidence& piece : finding.evidence) evidence.push_back(evidence_value(piece));
    out["evidence"] = std::move(evidence);
    out["coverage"] = coverage_value(finding.coverage);
    out["explanation"] = string_value(finding.explanation);
    out["referring"] = claim.referring;
    return out;
}

ordered_json findings_value(const std::vector<Finding>& findings) {
    ordered_json out = ordered_json::array();
    for (std::size_t i = 0; i < findings.size(); ++i) out.push_back(finding_value(findings[i], i));
    return out;
}

ordered_json sidecar_value(const Sidecar& sidecar) {
    ordered_json out = ordered_json::object();
    out["path"] = string_value(sidecar.file);
    out["sha256"] = string_or_null(sidecar.sha256);
    out["tool"] = string_value(sidecar.tool);
    out["platform"] = string_or_null(sidecar.platform);
    out["paired_by"] = string_value(sidecar.paired_by);
    out["doubtful"] = sidecar.doubtful;
    ordered_json values = ordered_json::object();
    for (const auto& [name, member] : kSidecarValues) {
        if (!(sidecar.*member)) continue;
        ordered_json value = ordered_json::object();
        value["value"] = string_value((sidecar.*member)->value);
        value["field"] = string_value((sidecar.*member)->field);
        values[std::string(name)] = std::move(value);
    }
    out["values"] = std::move(values);
    out["warnings"] = string_list(sidecar.warnings);
    return out;
}

ordered_json video_value(const ReportVideo& entry) {
    ordered_json out = ordered_json::object();
    out["media"] = media_value(entry.video.media);
    out["md5"] = string_or_null(entry.video.md5);
    out["coverage"] = coverage_value(entry.coverage);
    out["tool"] = string_value(entry.video.settings.tool);
    out["options"] = string_value(entry.video.settings.options);
    out["versions"] = string_value(entry.video.settings.versions);
    out["content_credentials"] = string_value(entry.credentials);
    out["c2patool"] = string_or_null(entry.credentials_answer);
    ordered_json sidecars = ordered_json::array();
    for (const Sidecar& sidecar : entry.sidecars) sidecars.push_back(sidecar_value(sidecar));
    out["sidecars"] = std::move(sidecars);
    out["tracks"] = tracks_value(entry.video.tracks);
    out["warnings"] = string_list(entry.video.warnings);
    return out;
}

ordered_json pictures_value(const Report& report) {
    ordered_json out = ordered_json::object();
    for (const auto& [name, facts] : report.pictures) {
        ordered_json picture = ordered_json::object();
        picture["time"] = seconds(facts.time);
        picture["pts"] = facts.pts;
        picture["time_base"] = ordered_json::array({facts.base.num, facts.base.den});
        picture["frame"] = facts.frame;
        out[string_value(name).get<std::string>()] = std::move(picture);
    }
    return out;
}

}  // namespace

std::string verify_document(const ArticleFacts& article, const std::vector<Finding>& findings,
                            const std::vector<std::string>& warnings) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.verify/1";
    out["article"] = article_value(article);
    out["claims"] = findings_value(findings);
    out["warnings"] = string_list(warnings);
    return write(out);
}

std::string report_document(const Report& report) {
    ordered_json out = ordered_json::object();
    out["schema"] = "sourcereel.report/1";
    out["dated"] = string_or_null(report.dated);
    out["program"] = string_value(report.program);
    out["versions"] = string_value(report.versions);
    out["article"] = article_value(report.article);
    out["claims"] = findings_value(report.findings);
    ordered_json videos = ordered_json::array();
    for (const ReportVideo& entry : report.videos) videos.push_back(video_value(entry));
    out["videos"] = std::move(videos);
    out["pictures"] = pictures_value(report);
    ordered_json rows = ordered_json::array();
    for (const RegistryRow& row : report.outlets) {
        ordered_json value = ordered_json::object();
        value["id"] = string_value(row.id);
        value["name"] = string_value(row.name);
        value["source"] = string_value(row.source);
        rows.push_back(std::move(value));
    }
    out["outlets"] = std::move(rows);
    out["outlets_tried"] = report.outlets_tried;
    out["warnings"] = string_list(report.warnings);
    return write(out);
}

std::string claim_review_document(const ArticleFacts& article, const std::vector<Finding>& findings) {
    ordered_json graph = ordered_json::array();
    ordered_json appearance = ordered_json::object();
    appearance["@type"] = "Article";
    appearance["headline"] = string_or_null(article.title);
    appearance["identifier"] = string_value("sha256:" + article.sha256);
    std::set<std::string> videos;
    for (const Finding& finding : findings) {
        ordered_json review = ordered_json::object();
        review["@type"] = "ClaimReview";
        review["creativeWorkStatus"] = "Draft";
        review["claimReviewed"] = string_value(finding.claim.quote);
        ordered_json reviewed = ordered_json::object();
        reviewed["@type"] = "Claim";
        reviewed["appearance"] = appearance;
        review["itemReviewed"] = std::move(reviewed);
        // For the desk to read; the rating is a person's and is left out.
        review["reviewBody"] = string_value("Draft, not reviewed by a person. " + finding.explanation);
        graph.push_back(std::move(review));
        for (const Evidence& piece : finding.evidence) videos.insert(piece.video);
    }
    for (const std::string& video : videos) {
        ordered_json review = ordered_json::object();
        review["@type"] = "MediaReview";
        review["creativeWorkStatus"] = "Draft";
        ordered_json item = ordered_json::object();
        item["@type"] = "MediaReviewItem";
        ordered_json object = ordered_json::object();
        object["@type"] = "VideoObject";
        object["sha256"] = string_value(video);
        item["mediaItemAppearance"] = ordered_json::array({object});
        review["itemReviewed"] = std::move(item);
        graph.push_back(std::move(review));
    }
    ordered_json out = ordered_json::object();
    out["@context"] = "https://schema.org";
    out["@graph"] = std::move(graph);
    return write(out);
}

}  // namespace sourcereel::json
