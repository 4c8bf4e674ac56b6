// sourcereel/table.h: rows of texts as lines that fit the width.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sourcereel::cli {

struct Column {
    std::string title;
    enum class Align { left, right } align = Align::left;
    /// A flexible column gives room when the line would be too long; `tail` keeps the end of its texts.
    enum class Room { fixed, flexible, tail } room = Room::fixed;
};

/// Cells may hold anything: they are made visible() and shortened here and nowhere else.
class Table {
public:
    explicit Table(std::vector<Column> columns);
    /// @pre as many cells as columns.
    void add(std::vector<std::string> cells);
    bool empty() const noexcept { return rows_.empty(); }
    /// Title and rows, each line at most `width` columns and without spaces at its end.
    std::string render(std::size_t width, bool color) const;

private:
    std::vector<std::size_t> fit(std::size_t width) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace sourcereel::cli
