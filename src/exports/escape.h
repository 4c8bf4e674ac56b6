// exports/escape.h, private to exports: texts of unknown origin, made safe for each format.
#pragma once

#include <string>
#include <string_view>

namespace sourcereel::exports {

/// For text and quoted attributes of XML and HTML: valid UTF-8, the five special characters as entities, and
/// without the characters that XML forbids.
std::string xml_text(std::string_view text);

/// A path as a file address: "file:///a%20b.mp4".
std::string file_url(std::string_view absolute_path);

/// One line: control characters become spaces. Valid UTF-8.
std::string one_line_text(std::string_view text);

/// The same with every run of white space as one space, and none at the ends; empty where nothing is to be
/// seen.
std::string spaced_once(std::string_view text);

/// RFC 4180: in quotes where it holds a comma, a quote or a line end. Valid UTF-8.
std::string csv_field(std::string_view text);

/// The same of text that anybody may have written: where spreadsheets would take it for a formula, an
/// apostrophe stands before it.
std::string csv_cell(std::string_view text);

std::string base64(std::string_view bytes);

/// The fewest digits that give the number back, never an exponent.
std::string plain_number(double value);
std::string fixed_number(double value, int decimals);

}  // namespace sourcereel::exports
