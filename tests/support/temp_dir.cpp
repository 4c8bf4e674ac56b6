#include "support/temp_dir.h"

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <system_error>

namespace sourcereel::testing {

void RemoveFolder::operator()(const std::filesystem::path* folder) const noexcept {
    std::error_code ignored;
    std::filesystem::remove_all(*folder, ignored);
    delete folder;
}

TempDir make_temp_dir() {
    std::string name = (std::filesystem::temp_directory_path() / "sourcereel-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder: " + name};
    return TempDir{new std::filesystem::path{name}};
}

}  // namespace sourcereel::testing
