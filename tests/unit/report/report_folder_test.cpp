#include "report/report_folder.h"

#include <fstream>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "support/temp_folder.h"
#include "unit/report/samples.h"

namespace sourcereel::report {
namespace {

namespace fs = std::filesystem;
using support::TempFolder;
using testing::ElementsAre;
using testing::IsEmpty;

ErrorKind kind_thrown(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        return error.kind();
    }
    ADD_FAILURE() << "no Error";
    return ErrorKind::internal;
}

void make(const fs::path& folder) {
    const std::string png = "the bytes of a picture";
    write_report(folder, sample_report(), {{picture_name(png), png}});
}

TEST(ReportFolder, IsAsItWasMade) {
    const TempFolder folder;
    make(folder / "r");
    const Checked checked = check_report(folder / "r");
    EXPECT_EQ(checked.files, 3U);
    EXPECT_THAT(checked.problems, IsEmpty());
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}),
              1);  // No draft is left.
}

TEST(ReportFolder, FindsEveryByteThatWasChanged) {
    const TempFolder folder;
    make(folder / "r");
    for (const char* name : {"report.html", "report.json"}) {
        std::fstream file(folder / "r" / name, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(40);
        file.put('~');
        file.close();
        EXPECT_THAT(check_report(folder / "r").problems,
                    testing::Contains(std::string(name) + ": was changed"));
    }
}

TEST(ReportFolder, FindsWhatIsMissingAndWhatWasAdded) {
    const TempFolder folder;
    make(folder / "r");
    fs::remove(folder / "r/report.json");
    std::ofstream(folder / "r/evidence/new.png") << "x";
    EXPECT_THAT(check_report(folder / "r").problems,
                ElementsAre("report.json: is missing", "evidence/new.png: was added"));
}

TEST(ReportFolder, DoesNotFollowALinkOrAListThatLeadsOutside) {
    const TempFolder folder;
    make(folder / "r");
    std::ofstream(folder / "outside") << "secret";
    fs::copy_file(folder / "r/report.json", folder / "same");
    fs::remove(folder / "r/report.json");
    fs::create_symlink(folder / "same", folder / "r/report.json");
    EXPECT_THAT(check_report(folder / "r").problems, ElementsAre("report.json: is missing"));
    std::ofstream(folder / "r/hashes.sha256") << std::string(64, '0') << "  ../outside\n";
    EXPECT_EQ(kind_thrown([&] { check_report(folder / "r"); }), ErrorKind::corrupt);
    std::ofstream(folder / "r/hashes.sha256") << "nonsense\n";
    EXPECT_EQ(kind_thrown([&] { check_report(folder / "r"); }), ErrorKind::corrupt);
}

TEST(ReportFolder, AListWithoutTheReportIsAProblem) {
    const TempFolder folder;
    make(folder / "r");
    std::ofstream(folder / "r/hashes.sha256") << "";
    EXPECT_THAT(check_report(folder / "r").problems, testing::Contains("report.html: is not in the list"));
}

TEST(ReportFolder, IsNeverWrittenOverAnother) {
    const TempFolder folder;
    make(folder / "r");
    EXPECT_EQ(kind_thrown([&] { make(folder / "r"); }), ErrorKind::unsupported);
    EXPECT_THAT(check_report(folder / "r").problems, IsEmpty());
    fs::create_directory(folder / "empty");
    make(folder / "empty/");
    EXPECT_THAT(check_report(folder / "empty").problems, IsEmpty());
}

TEST(ReportFolder, ThatIsNoneIsNotFound) {
    const TempFolder folder;
    EXPECT_EQ(kind_thrown([&] { check_report(folder / "nowhere"); }), ErrorKind::not_found);
    EXPECT_EQ(kind_thrown([&] { check_report(folder.path()); }), ErrorKind::not_found);
}

}  // namespace
}  // namespace sourcereel::report
