#include "web/connections.h"

#include <optional>

#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace sourcereel::web {
namespace {

TEST(Connections, KeepThoseThatHaveSearchedForSearches) {
    const support::TempFolder folder;
    catalogue::Catalogue::open(folder / "c.db", catalogue::Access::read_write);
    Connections connections{folder / "c.db"};
    std::optional<Connections::Borrowed> search{connections.borrow(Use::search)};
    std::optional<Connections::Borrowed> other{connections.borrow()};
    const catalogue::Catalogue* const has_searched = &**search;
    const catalogue::Catalogue* const has_not = &**other;
    ASSERT_NE(has_searched, has_not);
    search.reset();
    other.reset();
    // Whichever came back last.
    EXPECT_EQ(&*connections.borrow(Use::search), has_searched);
    EXPECT_EQ(&*connections.borrow(), has_not);
    EXPECT_EQ(&*connections.borrow(Use::search), has_searched);
    // None is opened where one is free.
    const auto first = connections.borrow();
    EXPECT_EQ(&*connections.borrow(), has_searched);
}

}  // namespace
}  // namespace sourcereel::web
