#include "report/report_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/markup.h"
#include "unit/report/samples.h"

namespace sourcereel::report {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ReportHtml, ShowsHostileTextAsText) {
    for (const char* hostile : {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
                                "' onclick='x", "</style><b>", "<!--", "&lt;script&gt;", "<svg/onload=x>"}) {
        const std::string page = report_html(sample_report(hostile));
        EXPECT_THAT(page, Not(HasSubstr(hostile))) << hostile;
        EXPECT_THAT(page, HasSubstr(escaped(hostile)));
    }
}

TEST(ReportHtml, HasNoScriptAndNoAddress) {
    const std::string page = report_html(sample_report());
    for (const char* unwanted : {"<script", "http:", "https:", "//", "url(", "@import", "onload"})
        EXPECT_THAT(page, Not(HasSubstr(unwanted))) << unwanted;
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(ReportHtml, WritesControlAndDirectionMarksAsTheirNumbers) {
    EXPECT_EQ(escaped("a\u202eb\x1b[31m"), "a⟨U+202E⟩b⟨U+001B⟩[31m");
    EXPECT_EQ(escaped("two\nlines"), "two\nlines");
    EXPECT_EQ(escaped("\xff"), "\uFFFD");
}

TEST(ReportHtml, SaysWhatItRestsOnAndWhatItDoesNotShow) {
    const std::string page = report_html(sample_report());
    for (const char* wanted :
         {"partly supported", "0:00.000 to 0:04.000", "PTS 0 to 4000 × 1/1000 s", "21 pictures", "99.5 %",
          "What this does not show", "present, not verified", "hashes.sha256"})
        EXPECT_THAT(page, HasSubstr(wanted)) << wanted;
}

TEST(ReportHtml, CallsAClassOfOutletsByItsName) {
    Report report = sample_report();
    report.findings[0].claim.entity = {EntityKind::outlet_class, "state-agency:KP", std::nullopt};
    EXPECT_THAT(report_html(report), testing::HasSubstr("<b>the state news agency of North Korea</b>"));
}

TEST(ReportHtml, OfTheSameReportIsTheSame) {
    EXPECT_EQ(report_html(sample_report()), report_html(sample_report()));
}

TEST(ReportHtml, AShareIsNeverRoundedUpToAWhole) {
    EXPECT_EQ(percent(1), "100 %");
    EXPECT_EQ(percent(0.99999), "99.9 %");
    EXPECT_EQ(percent(0.97), "97 %");
}

}  // namespace
}  // namespace sourcereel::report
