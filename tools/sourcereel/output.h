// sourcereel/output.h: where words go: answers to stdout, all else to stderr.
#pragma once

#include <stdexcept>
#include <string>

#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// The answer could not be written: a full disk, a closed pipe.
struct OutputError : std::runtime_error {
    using std::runtime_error::runtime_error;
    bool closed_pipe = false;  ///< The reader has seen enough; not worth a message.
};

/// Writes the answer to stdout, whole.
/// @throws OutputError
void write_answer(const std::string& text);

/// A line on stderr, made visible(). What stderr itself says about it is nobody's concern.
void say(const std::string& line);
/// "sourcereel: error: …", with colour where allowed.
void say_error(const std::string& message, Color color = Color::automatic);
void say_warning(const std::string& message, Color color = Color::automatic);

}  // namespace sourcereel::cli
