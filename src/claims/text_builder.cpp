#include "claims/text_builder.h"

namespace sourcereel::claims {

std::size_t leading_space(std::string_view text) noexcept {
    if (text.empty()) return 0;
    const auto c = static_cast<unsigned char>(text[0]);
    if (c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F)) return 1;
    if (c < 0xC2) return 0;
    if (text.starts_with("\xC2\xA0") || text.starts_with("\xC2\x85")) return 2;  // No-break space, next line.
    if (text.starts_with("\xE1\x9A\x80") || text.starts_with("\xE3\x80\x80") ||
        text.starts_with("\xE2\x81\x9F"))
        return 3;  // Ogham, ideographic, mathematical space.
    if (text.starts_with("\xE2\x80") && text.size() >= 3) {
        const auto last = static_cast<unsigned char>(text[2]);
        if (last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF) return 3;  // En quad … hair space.
    }
    return 0;
}

void TextBuilder::begin(BlockRole role, std::string_view platform) {
    finish();
    role_ = role;
    platform_ = platform;
}

void TextBuilder::add(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (const std::size_t space = leading_space(text.substr(i, 3))) {
            space_ = true;
            i += space;
            continue;
        }
        if (space_ && !article_.text.empty()) {
            article_.text.push_back(' ');
            if (begin_ + 1 == article_.text.size()) begin_ = article_.text.size();
        }
        space_ = false;
        article_.text.push_back(text[i++]);
    }
}

void TextBuilder::finish() {
    if (has_text()) {
        Block block{role_, begin_, article_.text.size(), std::nullopt, cell_};
        if (!platform_.empty()) block.platform = platform_;
        article_.blocks.push_back(block);
        space_ = true;
    }
    begin_ = article_.text.size();
}

}  // namespace sourcereel::claims
