// json/writer.h: JSON as text that people can read as well. Private to json.
#pragma once

#include <cstddef>
#include <string>

#include <nlohmann/json.hpp>

namespace sourcereel::json {

/// The document with one space of indentation a level and a newline at the end; a list or object of plain
/// values that fits in a line stands in one. Real numbers have the fewest digits that give them back, never
/// an exponent, and always a point; what is no finite number is null. Strings must be valid UTF-8.
std::string write(const nlohmann::ordered_json& document);

/// A value as write() writes it that many levels deep, without the newline.
std::string write_within(const nlohmann::ordered_json& value, std::size_t depth);

}  // namespace sourcereel::json
