#include "claims/state_media.h"

namespace sourcereel::claims {

std::string_view medium_at(const std::vector<Token>& tokens, std::size_t i, const Sentence& sentence,
                           std::size_t& stop) {
    if (i >= sentence.end) return {};
    const Token& token = tokens[i];
    const bool two = i + 1 < sentence.end;
    stop = i + 1;
    if (token.is("news") && two && (tokens[i + 1].is("agency") || tokens[i + 1].is("agencies"))) {
        stop = i + 2;
        return "state-agency";
    }
    if (token.is("news") && two) return medium_at(tokens, i + 1, sentence, stop);
    if (token.is("television") || token.is("tv") || token.is("broadcaster") || token.is("broadcasters")) {
        if (two &&
            (tokens[i + 1].is("channel") || tokens[i + 1].is("network") || tokens[i + 1].is("broadcaster") ||
             tokens[i + 1].is("station") || tokens[i + 1].is("channels")))
            stop = i + 2;
        return "state-tv";
    }
    if (token.is("channel") || token.is("channels") || token.is("network") || token.is("station") ||
        token.is("networks"))
        return "state-tv";
    if (token.is("media") || token.is("press") || token.is("outlets") || token.is("outlet")) {
        if (two && (tokens[i + 1].is("outlet") || tokens[i + 1].is("outlets"))) stop = i + 2;
        return "state-media";
    }
    if (token.is("agency") || token.is("newswire")) return "state-agency";
    return {};
}

std::size_t behind_state(const std::vector<Token>& tokens, std::size_t i, const Sentence& sentence) {
    if (i >= sentence.end || !(tokens[i].is("state") || tokens[i].is("government"))) return i;
    if (i + 2 < sentence.end && tokens[i + 1].is("-")) {
        const Token& how = tokens[i + 2];
        if (how.is("run") || how.is("owned") || how.is("controlled") || how.is("backed")) return i + 3;
        return i;
    }
    return tokens[i].is("state") ? i + 1 : i;
}

}  // namespace sourcereel::claims
