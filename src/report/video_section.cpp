#include "report/markup.h"

namespace sourcereel::report {
namespace {

std::string list_of(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : "<br>") + escaped(item);
    return text;
}

std::string mono(std::string_view text) {
    return text.empty() ? std::string() : "<span class=\"mono\">" + escaped(text) + "</span>";
}

std::string sidecar_text(const Sidecar& sidecar) {
    std::string text = "<h3>Metadata of " + escaped(sidecar.tool) + "</h3>\n<table class=\"facts\">\n";
    text += fact_row("file", mono(sidecar.file)) + fact_row("SHA-256", mono(sidecar.sha256)) +
            fact_row("belongs here by", escaped(sidecar.paired_by)) +
            fact_row("platform", escaped(sidecar.platform));
    for (const auto& [name, member] : kSidecarValues)
        if (const auto& value = sidecar.*member)
            text += fact_row(spaced(name), escaped(value->value.substr(0, 2000)) +
                                               " <span class=\"soft\">(field " + escaped(value->field) +
                                               ")</span>");
    return text + fact_row("in doubt", list_of(sidecar.warnings)) + "</table>\n";
}

std::string video_text(const ReportVideo& entry) {
    const MediaInfo& media = entry.video.media;
    std::string text = "<table class=\"facts\">\n";
    text += fact_row("file", mono(media.path)) + fact_row("SHA-256", mono(media.sha256)) +
            fact_row("MD5", mono(entry.video.md5));
    text += fact_row("picture", std::to_string(media.width) + " × " + std::to_string(media.height) + " px, " +
                                    escaped(media.video_codec) + " in " + escaped(media.container));
    text += fact_row("length", clock(media.duration.seconds()) + ", " + std::to_string(media.frames) +
                                   " frames, " + percent(entry.video.decoded_share) + " decoded");
    text += fact_row("examined", std::to_string(entry.coverage.frames_examined) + " pictures");
    text += fact_row("content credentials", escaped(entry.credentials));
    if (!entry.credentials_answer.empty())
        text += fact_row("c2patool", "<span class=\"mono\">" +
                                         escaped(entry.credentials_answer.substr(0, 20'000)) + "</span>");
    text += fact_row("analysed by", escaped(entry.video.settings.tool)) +
            fact_row("settings", mono(entry.video.settings.options)) +
            fact_row("libraries", escaped(entry.video.settings.versions)) +
            fact_row("warnings", list_of(entry.video.warnings));
    text += "</table>\n";
    for (const Sidecar& sidecar : entry.sidecars) text += sidecar_text(sidecar);
    return text;
}

}  // namespace

std::string video_section(const Report& report) {
    std::string text = report.videos.size() == 1 ? "<h2>The video</h2>\n" : "<h2>The videos</h2>\n";
    if (report.videos.empty()) text += "<p>None was given, and none is catalogued.</p>\n";
    for (const ReportVideo& entry : report.videos) text += video_text(entry);
    return text;
}

}  // namespace sourcereel::report
