#include "report/report_html.h"

#include "report/markup.h"

namespace sourcereel::report {
namespace {

constexpr const char* kDoesNotShow =
    "<aside class=\"box\"><h2>What this does not show</h2>\n<ul>\n"
    "<li>Who filmed the pictures. Nothing here does: neither a mark, nor an account, nor a logo.</li>\n"
    "<li>That a mark is genuine. Anybody can draw a logo or a name over a video, or cut one away.</li>\n"
    "<li>Where and when something happened, or whether the pictures show what is said about them.</li>\n"
    "<li>That a source is wrong where its mark was not found: marks are cropped, blurred and covered.</li>\n"
    "<li>That metadata are true. They are what a downloader wrote down, and a file that can be edited.</li>\n"
    "</ul></aside>\n";

constexpr const char* kStrengths =
    "<p class=\"small\">Strength of evidence: A, metadata that identify the post of this file; B, an exact "
    "mark that "
    "lasts or an exact credit line; C, one that is short, alone or among other words; D, weak. “Supported” "
    "needs one A "
    "or two independent B and nothing of that strength against.</p>\n";

std::string head(const Report& report) {
    const std::string title = report.article.title.empty() ? report.article.path : report.article.title;
    std::string text =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; "
        "style-src "
        "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>Source check: ";
    text += escaped(title) + "</title>\n<style>\n" + std::string(kStyle) + "</style></head>\n<body>\n";
    text += "<p class=\"kicker\">Source verification report</p>\n<h1>" + escaped(title) +
            "</h1>\n<table class=\"facts\">\n";
    text += fact_row("article", "<span class=\"mono\">" + escaped(report.article.path) + "</span>");
    text += fact_row("SHA-256", "<span class=\"mono\">" + escaped(report.article.sha256) + "</span>");
    return text + fact_row("date", escaped(report.dated)) + "</table>\n";
}

std::string summary(const Report& report) {
    std::string text = "<h2>Claims and verdicts</h2>\n";
    if (report.findings.empty())
        return text + "<p>The article says nothing about the source of its pictures.</p>\n";
    text += "<table><tr><th>No.</th><th>The article says</th><th>Verdict</th></tr>\n";
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const Finding& finding = report.findings[i];
        const std::string verdict(name_of(finding.verdict));
        text += "<tr><td>" + std::to_string(i + 1) + "</td><td>" + escaped(finding.claim.quote) +
                "</td><td><span class=\"verdict " + verdict + "\">" + spaced(verdict) + "</span></td></tr>\n";
    }
    return text + "</table>\n";
}

std::string registry(const Report& report) {
    if (report.outlets.empty()) return {};
    std::string text =
        "<h2>Rows of the outlet registry</h2>\n<table><tr><th>Row</th><th>Outlet</th><th>Where the row comes "
        "from</th></tr>\n";
    for (const RegistryRow& row : report.outlets)
        text += "<tr><td><code>" + escaped(row.id) + "</code></td><td>" + escaped(row.name) + "</td><td>" +
                escaped(row.source.empty() ? "unsourced" : row.source) + "</td></tr>\n";
    return text + "</table>\n";
}

std::string warnings(const Report& report) {
    if (report.warnings.empty()) return {};
    std::string text = "<h2>Warnings</h2>\n<ul>\n";
    for (const std::string& warning : report.warnings) text += "<li>" + escaped(warning) + "</li>\n";
    return text + "</ul>\n";
}

}  // namespace

std::string report_html(const Report& report) {
    std::string page = head(report) + summary(report);
    if (!report.findings.empty()) page += "<h2>Claim by claim</h2>\n" + std::string(kStrengths);
    for (std::size_t i = 0; i < report.findings.size(); ++i) page += claim_section(report, i);
    page += video_section(report) + registry(report) + warnings(report) + kDoesNotShow;
    page += "<footer><p>Made by " + escaped(report.program) + " with " + escaped(report.versions) +
            ". Every file of this folder is listed in <code>hashes.sha256</code>: <code>sha256sum -c "
            "hashes.sha256</code> or "
            "<code>sourcereel report DIR --check</code> compares them.</p></footer>\n";
    return page + "</body></html>\n";
}

}  // namespace sourcereel::report
