#include "sourcereel/table.h"

#include <algorithm>
#include <utility>

#include "sourcereel/printable.h"
#include "unicode/fold.h"

namespace sourcereel::cli {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastFlexible = 6;

std::string padded(const std::string& text, std::size_t width, Column::Align align) {
    const std::size_t used = unicode::display_width(text);
    const std::string space(width > used ? width - used : 0, ' ');
    return align == Column::Align::right ? space + text : text + space;
}

}  // namespace

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::add(std::vector<std::string> cells) {
    for (std::string& cell : cells) cell = visible(cell);
    cells.resize(columns_.size());
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::fit(std::size_t width) const {
    std::vector<std::size_t> widths;
    std::size_t total = kGap * (columns_.size() - 1);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t widest = unicode::display_width(columns_[c].title);
        for (const auto& row : rows_) widest = std::max(widest, unicode::display_width(row[c]));
        widths.push_back(widest);
        total += widest;
    }
    // Takes from the widest flexible column first; when those are spent, from any column.
    for (const bool any : {false, true}) {
        while (total > width) {
            std::size_t* widest = nullptr;
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                const bool may = any ? widths[c] > 1
                                     : columns_[c].room != Column::Room::fixed && widths[c] > kLeastFlexible;
                if (may && (widest == nullptr || widths[c] > *widest)) widest = &widths[c];
            }
            if (widest == nullptr) break;
            --*widest;
            --total;
        }
    }
    return widths;
}

std::string Table::render(std::size_t width, bool color) const {
    const std::vector<std::size_t> widths = fit(width);
    const auto line = [&](const auto& cell_of) {
        std::string text;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (c > 0) text.append(kGap, ' ');
            const std::string cell = shorten(cell_of(c), widths[c], columns_[c].room == Column::Room::tail);
            text += padded(cell, widths[c], columns_[c].align);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    };
    const std::string title = line([&](std::size_t c) { return columns_[c].title; });
    std::string text = color ? "\x1b[1m" + title + "\x1b[0m\n" : title + "\n";
    for (const auto& row : rows_) text += line([&](std::size_t c) { return row[c]; }) + "\n";
    return text;
}

}  // namespace sourcereel::cli
