// exports/json_writer.h, private to exports: JSON as text, piece by piece.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sourcereel::exports {

/// Writes keys in the order given, indented. Whoever uses it opens and closes in pairs.
class JsonWriter {
public:
    JsonWriter& key(std::string_view name);
    JsonWriter& open_object() { return open('{'); }
    JsonWriter& close_object() { return close('}'); }
    JsonWriter& open_list() { return open('['); }
    JsonWriter& close_list() { return close(']'); }
    JsonWriter& text(std::string_view value);
    JsonWriter& number(double value);
    JsonWriter& whole(std::int64_t value);
    JsonWriter& truth(bool value);
    JsonWriter& null();

    /// The document, with a newline at its end.
    std::string str() const { return out_ + "\n"; }

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    JsonWriter& put(std::string_view value);
    void before();

    std::string out_;
    int depth_ = 0;
    bool first_ = true;  ///< Nothing yet at this depth.
    bool after_key_ = false;
};

}  // namespace sourcereel::exports
