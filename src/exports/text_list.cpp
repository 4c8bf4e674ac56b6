#include "exports/text_list.h"

#include <algorithm>

namespace sourcereel::exports {

const TextKinds& subtitle_kinds() {
    static const TextKinds kinds{TextKind::caption, TextKind::title};
    return kinds;
}

const TextKinds& all_text_kinds() {
    static const TextKinds kinds{TextKind::watermark,   TextKind::bug,    TextKind::caption,
                                 TextKind::lower_third, TextKind::ticker, TextKind::credit,
                                 TextKind::title,       TextKind::scene};
    return kinds;
}

TextList make_text_list(const MediaInfo& media, const std::vector<TextTrack>& tracks,
                        const TextKinds& kinds) {
    TextList list;
    list.media = media;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (std::find(kinds.begin(), kinds.end(), tracks[i].kind) == kinds.end())
            ++list.left_out;
        else
            list.texts.push_back({i, tracks[i]});
    }
    return list;
}

}  // namespace sourcereel::exports
