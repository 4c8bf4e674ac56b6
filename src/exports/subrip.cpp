#include "exports/subrip.h"

#include <cstddef>

#include "exports/cues.h"
#include "exports/subtitle_time.h"

namespace sourcereel::exports {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A line that no player takes for a command or for the times of a cue.
std::string harmless(const std::string& line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char next = i + 1 < line.size() ? line[i + 1] : ' ';
        if (line[i] == '>' && out.ends_with("--")) out += ' ';
        out += line[i];
        const bool tag = line[i] == '<' && (is_letter(next) || next == '/');
        if (tag || (line[i] == '{' && next != ' ')) out += ' ';
    }
    return out;
}

}  // namespace

std::string subrip(const TextList& list) {
    std::string out;
    std::size_t number = 0;
    for (const Cue& cue : one_at_a_time(cues_of(list))) {
        if (number > 0) out += "\n";
        out += std::to_string(++number) + "\n" + subtitle_time(cue.begin_ms, ',') + " --> " +
               subtitle_time(cue.end_ms, ',') + "\n";
        for (const std::string& line : cue.lines) out += harmless(line) + "\n";
    }
    return out;
}

}  // namespace sourcereel::exports
