// core/geometry.h: places in the upright picture.
#pragma once

#include <algorithm>

namespace sourcereel {

/// A rectangle in pixels of the upright picture with square pixels: x grows to the right, y downwards; the
/// right and bottom edges are outside. Empty where a side is 0.
struct Rect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    int right() const noexcept { return x + width; }
    int bottom() const noexcept { return y + height; }
    long area() const noexcept { return static_cast<long>(width) * height; }
    bool empty() const noexcept { return width <= 0 || height <= 0; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// What both hold; an empty rectangle where they do not meet.
inline Rect intersection(const Rect& a, const Rect& b) noexcept {
    const int x0 = std::max(a.x, b.x);
    const int y0 = std::max(a.y, b.y);
    const int x1 = std::min(a.right(), b.right());
    const int y1 = std::min(a.bottom(), b.bottom());
    return x1 > x0 && y1 > y0 ? Rect{x0, y0, x1 - x0, y1 - y0} : Rect{};
}

/// The smallest rectangle that holds both. An empty one adds nothing.
inline Rect hull(const Rect& a, const Rect& b) noexcept {
    if (a.empty()) return b;
    if (b.empty()) return a;
    const int x0 = std::min(a.x, b.x);
    const int y0 = std::min(a.y, b.y);
    return {x0, y0, std::max(a.right(), b.right()) - x0, std::max(a.bottom(), b.bottom()) - y0};
}

/// Intersection over union, 0…1; 0 where both are empty.
inline double overlap(const Rect& a, const Rect& b) noexcept {
    const long common = intersection(a, b).area();
    const long all = a.area() + b.area() - common;
    return all > 0 ? static_cast<double>(common) / static_cast<double>(all) : 0.0;
}

}  // namespace sourcereel
