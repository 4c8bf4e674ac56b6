#include "report/report_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

#include "core/error.h"
#include "core/sha256.h"
#include "json/verify_document.h"
#include "report/report_html.h"

namespace sourcereel::report {
namespace {

namespace fs = std::filesystem;

constexpr const char* kList = "hashes.sha256";
constexpr std::size_t kDigits = 64;

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(ErrorKind::unsupported, file.string() + ": cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    out.flush();
    if (!out) throw Error(ErrorKind::exhausted, file.string() + ": could not be written; is the disk full?");
}

/// A folder of its own beside the target that goes away unless it is kept.
class Draft {
public:
    explicit Draft(const fs::path& target) : target_(target) {
        fs::path plain = fs::absolute(target).lexically_normal();
        if (!plain.has_filename()) plain = plain.parent_path();
        target_ = plain;
        folder_ = plain.parent_path() / ("." + plain.filename().string() + ".new");
        std::error_code code;
        if (fs::exists(target_, code) && !(fs::is_directory(target_, code) && fs::is_empty(target_, code)))
            throw Error(ErrorKind::unsupported,
                        target.string() + ": is there already; name a new folder, or remove it first");
        fs::remove_all(folder_, code);
        fs::create_directories(folder_ / "evidence", code);
        if (code)
            throw Error(ErrorKind::unsupported, target.string() + ": cannot be made: " + code.message());
    }
    ~Draft() {
        std::error_code ignored;
        if (!kept_) fs::remove_all(folder_, ignored);
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    const fs::path& folder() const noexcept { return folder_; }
    void keep() {
        std::error_code code;
        fs::remove(target_, code);  // An empty folder, if any.
        fs::rename(folder_, target_, code);
        if (code)
            throw Error(ErrorKind::unsupported, target_.string() + ": cannot be made: " + code.message());
        kept_ = true;
    }

private:
    fs::path target_;
    fs::path folder_;
    bool kept_ = false;
};

/// Name → hash, as the list has them.
std::map<std::string, std::string> read_list(const fs::path& file) {
    std::map<std::string, std::string> listed;
    const std::string text = bytes_of(file);
    std::size_t line_number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        ++line_number;
        const std::string where = file.string() + ": line " + std::to_string(line_number);
        const bool hash = line.size() > kDigits + 2 && line.substr(kDigits, 2) == "  " &&
                          line.substr(0, kDigits).find_first_not_of("0123456789abcdef") == std::string::npos;
        if (!hash) throw Error(ErrorKind::corrupt, where + " is no hash with a name");
        const fs::path name = line.substr(kDigits + 2);
        if (name.is_absolute() || std::find(name.begin(), name.end(), "..") != name.end())
            throw Error(ErrorKind::corrupt, where + " names a file outside the report");
        listed[name.generic_string()] = line.substr(0, kDigits);
    }
    return listed;
}

}  // namespace

std::string picture_name(const std::string& png) {
    constexpr std::size_t kEnough = 16;
    return "evidence/" + sha256_of(png).substr(0, kEnough) + ".png";
}

void write_report(const fs::path& folder, const Report& report,
                  const std::map<std::string, std::string>& pictures) {
    Draft draft(folder);
    std::map<std::string, std::string> files = pictures;
    files["report.html"] = report_html(report);
    files["report.json"] = json::report_document(report);
    std::string list;
    for (const auto& [name, bytes] : files) {
        write(draft.folder() / name, bytes);
        list += sha256_of(bytes) + "  " + name + "\n";
    }
    write(draft.folder() / kList, list);
    draft.keep();
}

Checked check_report(const fs::path& folder) {
    std::error_code code;
    if (!fs::is_regular_file(folder / kList, code))
        throw Error(ErrorKind::not_found, folder.string() + ": there is no report: it has no " + kList);
    const auto listed = read_list(folder / kList);
    Checked checked;
    for (const char* needed : {"report.html", "report.json"})
        if (!listed.contains(needed))
            checked.problems.push_back(std::string(needed) + ": is not in the list");
    for (const auto& [name, hash] : listed) {
        const fs::path file = folder / name;
        if (!fs::is_regular_file(fs::symlink_status(file, code))) {
            checked.problems.push_back(name + ": is missing");
        } else if (sha256_of(bytes_of(file)) != hash) {
            checked.problems.push_back(name + ": was changed");
        } else {
            ++checked.files;
        }
    }
    std::vector<std::string> added;
    for (fs::recursive_directory_iterator entry{folder, code}, end; !code && entry != end;
         entry.increment(code)) {
        const std::string name = entry->path().lexically_relative(folder).generic_string();
        if (!entry->is_directory(code) && name != kList && !listed.contains(name))
            added.push_back(name + ": was added");
    }
    std::sort(added.begin(), added.end());
    checked.problems.insert(checked.problems.end(), added.begin(), added.end());
    return checked;
}

}  // namespace sourcereel::report
