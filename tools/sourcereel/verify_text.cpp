#include "sourcereel/verify_text.h"

#include "sourcereel/printable.h"
#include "unicode/fold.h"
#include "verdict/entity_names.h"

namespace sourcereel::cli {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kMostShown = 6;  // Pieces of evidence against, and for; JSON and the report have all.

/// Words in lines of at most `width`, each indented; a word that is too long is shortened.
std::string wrapped(const std::string& text, std::size_t width) {
    const std::size_t room = width - kIndent;
    std::string out;
    std::string line;
    const auto flush = [&] {
        if (!line.empty()) out += std::string(kIndent, ' ') + line + "\n";
        line.clear();
    };
    const std::string plain = unicode::collapse_spaces(visible(text));
    for (std::size_t begin = 0; begin < plain.size();) {
        const std::size_t end = std::min(plain.find(' ', begin), plain.size());
        const std::string word = shorten(plain.substr(begin, end - begin), room);
        if (!line.empty() && unicode::display_width(line) + 1 + unicode::display_width(word) > room) flush();
        line += (line.empty() ? "" : " ") + word;
        begin = end + 1;
    }
    flush();
    return out;
}

std::string spaced(std::string_view name) {
    std::string text(name);
    for (char& c : text)
        if (c == '_') c = ' ';
    return text;
}

std::string who(const Entity& entity, const VerdictNames& names) {
    std::string name = verdict::shown_name(entity, names.outlets);
    if (verdict::names_platform(entity)) return "somebody on " + entity.value;
    if (!entity.platform) return name;
    return name + " on " + *entity.platform;
}

std::string evidence_line(const Evidence& piece, const VerdictNames& names, std::size_t width) {
    std::string head = std::string(name_of(piece.stance)) + " " + std::string(name_of(piece.strength)) + "  ";
    head.resize(11, ' ');
    head += piece.code + "  ";
    if (piece.box) head += time_range(piece.begin, piece.end, 1) + "  ";
    constexpr std::size_t kLongestFile = 20;
    if (const auto file = names.videos.find(piece.video);
        names.videos.size() > 1 && file != names.videos.end())
        head += shorten(one_line(visible(file->second)), kLongestFile) + "  ";
    std::string tail = piece.match == "exact" || piece.match == "none" ? "" : " (" + piece.match + ")";
    const std::size_t used = kIndent + unicode::display_width(head) + unicode::display_width(tail);
    constexpr std::size_t kLeastRoom = 8;
    const std::size_t room = width > used + kLeastRoom ? width - used : kLeastRoom;
    return std::string(kIndent, ' ') + head + shorten(one_line(visible(piece.text)), room) + tail + "\n";
}

/// The first pieces of one stance, and how many more there are.
std::string evidence_text(const Finding& finding, Stance stance, const VerdictNames& names,
                          std::size_t width) {
    std::string text;
    std::size_t all = 0;
    for (const Evidence& piece : finding.evidence)
        if (piece.stance == stance && all++ < kMostShown) text += evidence_line(piece, names, width);
    if (all > kMostShown)
        text += wrapped("and " + std::to_string(all - kMostShown) + " more " + std::string(name_of(stance)),
                        width);
    return text;
}

}  // namespace

std::string verdict_text(const std::vector<Finding>& findings, const VerdictNames& names, std::size_t width,
                         bool color) {
    std::string text;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        const std::string verdict = spaced(name_of(finding.verdict));
        const std::string number = std::to_string(i + 1) + ".";
        const std::string says =
            spaced(name_of(finding.claim.type)) + " " + visible(who(finding.claim.entity, names));
        std::string head = number;
        head.append(number.size() < kIndent ? kIndent - number.size() : 1, ' ');
        const std::size_t used = unicode::display_width(head) + verdict.size() + 2;
        if (!text.empty()) text += '\n';
        text += head;
        text += color ? "\x1b[1m" + verdict + "\x1b[0m" : verdict;
        text += ": ";
        text += shorten(one_line(says), width > used ? width - used : 1);
        text += '\n';
        text += wrapped("“" + finding.claim.quote + "”", width) + wrapped(finding.explanation, width);
        for (const Stance stance : {Stance::opposes, Stance::supports})
            text += evidence_text(finding, stance, names, width);
    }
    return text;
}

}  // namespace sourcereel::cli
