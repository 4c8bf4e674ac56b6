#include "claims/particles.h"

#include <algorithm>
#include <cstdint>

#include "claims/lexicon.h"

namespace sourcereel::claims {
namespace {

constexpr std::uint64_t kBoth = kPassive | kActive;
/// How far a particle may stand from its verb, tokens.
constexpr std::size_t kFurthest = 9;

/// Looks at one verb and the words behind it, up to the end of the clause.
class Verb {
public:
    Verb(const std::vector<Token>& tokens, std::size_t at) : tokens_(tokens), at_(at), end_(at + 1) {
        while (end_ < tokens.size() && end_ <= at + kFurthest &&
               (in_clause(tokens[end_]) ||
                (tokens[end_].is(",") && end_ + 1 < tokens.size() && !tokens[end_ + 1].spaced)))
            ++end_;
    }

    /// Whether the word stands right behind the verb.
    bool next(std::string_view word) const { return at_ + 1 < end_ && tokens_[at_ + 1].is(word); }
    /// Whether the word is the verb's particle: right behind it or behind an object of a few words.
    bool particle(std::string_view word) const {
        constexpr std::size_t kLongestObject = 5;
        for (std::size_t i = at_ + 1; i < end_ && i <= at_ + kLongestObject; ++i) {
            if (tokens_[i].is(word)) return i == at_ + 1 || is_object(i - 1);
            if ((tokens_[i].words & kPreposition) && !tokens_[i].is("of")) return false;
        }
        return false;
    }
    /// Whether it has a video or what stands for one as its object.
    bool has_media_object() const {
        for (std::size_t i = at_ + 1; i < end_; ++i) {
            if (is_object(i)) return true;
            if (tokens_[i].words & kPreposition) return false;
        }
        return false;
    }
    /// Whether it has a video as its object, by that name.
    bool has_media_noun() const {
        for (std::size_t i = at_ + 1; i < end_ && !(tokens_[i].words & kPreposition); ++i)
            if (tokens_[i].words & (kMedia | kStill)) return true;
        return false;
    }
    /// Whether pictures stand behind the word: "with it", "with live pictures", "to the clip".
    bool media_behind(std::string_view word) const {
        for (std::size_t i = at_ + 1; i + 1 < end_; ++i) {
            if (!tokens_[i].is(word)) continue;
            for (std::size_t k = i + 1; k < end_; ++k) {
                if (is_object(k)) return true;
                if ((tokens_[k].words & kPreposition) && !tokens_[k].is("of")) return false;
            }
        }
        return false;
    }
    /// "on air", "on the air", "on screen".
    bool on_air() const {
        for (std::size_t i = at_ + 1; i + 1 < end_; ++i) {
            if (!tokens_[i].is("on") && !tokens_[i].is("to")) continue;
            const std::size_t where = tokens_[i + 1].is("the") && i + 2 < end_ ? i + 2 : i + 1;
            if (is_one_of(tokens_[where], {"air", "screen", "screens", "airwaves"})) return true;
        }
        return false;
    }
    /// "the two side by side".
    bool side_by_side() const {
        for (std::size_t i = at_ + 1; i + 2 < end_; ++i)
            if (tokens_[i].is("side") && tokens_[i + 1].is("by") && tokens_[i + 2].is("side")) return true;
        return false;
    }
    /// "it first", "them too", "it within minutes".
    bool has_it_at_a_time() const {
        if (at_ + 2 >= end_ || !(tokens_[at_ + 1].is("it") || tokens_[at_ + 1].is("them"))) return false;
        if (is_one_of(tokens_[at_ + 2], {"first", "too", "live", "within", "by", "before", "at"}))
            return true;
        for (std::size_t i = at_ + 2; i < end_ && i <= at_ + 5; ++i)  // "had it two days earlier".
            if (is_one_of(tokens_[i], {"earlier", "before", "first"})) return true;
        return false;
    }
    /// "it on at breakfast", "the clip on by noon".
    bool has_it_on() const {
        for (std::size_t i = at_ + 1; i + 1 < end_ && i <= at_ + 4; ++i)
            if (tokens_[i].is("on"))
                return is_object(i - 1) && is_one_of(tokens_[i + 1], {"at", "by", "all", "within", "before",
                                                                      "every", "twice", "first"});
        return false;
    }
    /// "it on film", "the fall on tape".
    bool has_it_on_film() const {
        for (std::size_t i = at_ + 2; i + 1 < end_ && i <= at_ + 5; ++i)
            if (tokens_[i].is("on"))
                return is_one_of(tokens_[i + 1], {"film", "tape", "camera", "video"}) &&
                       !(tokens_[i - 1].words & kPreposition);
        return false;
    }
    /// "on to CNN".
    bool leads_to_name() const {
        for (std::size_t i = at_ + 1; i + 2 < end_; ++i)
            if (tokens_[i].is("on") && tokens_[i + 1].is("to")) return tokens_[i + 2].capital;
        return false;
    }
    /// "90,000 views", "thousands of likes".
    bool counts_views() const {
        for (std::size_t i = at_ + 1; i < end_ && i <= at_ + 7; ++i)
            if (is_one_of(tokens_[i],
                          {"views", "likes", "shares", "hits", "clicks", "comments", "reactions"}))
                return true;
        return false;
    }
    /// "a clip issued by B": somebody else's.
    bool names_doer() const {
        for (std::size_t i = at_ + 1; i < end_; ++i)
            if (tokens_[i].is("by")) return true;
        return false;
    }
    /// "on a loop", "on repeat".
    bool particle_phrase(std::string_view preposition, std::string_view noun) const {
        for (std::size_t i = at_ + 1; i + 1 < end_; ++i)
            if (tokens_[i].is(preposition))
                return tokens_[i + 1].is(noun) || (i + 2 < end_ && tokens_[i + 2].is(noun));
        return false;
    }
    /// "in its morning show", "into the news".
    bool in_programme() const {
        for (std::size_t i = at_ + 1; i + 2 < end_; ++i) {
            if (!is_one_of(tokens_[i], {"in", "into", "on"}) || !(tokens_[i + 1].words & kDeterminer))
                continue;
            for (std::size_t k = i + 2; k < end_ && k <= i + 4; ++k)
                if (is_one_of(tokens_[k], {"show", "news", "bulletin", "newscast", "programme", "program"}))
                    return has_media_object();
        }
        return false;
    }
    /// "pictures of it", "live footage of the quay": right behind the verb.
    bool has_pictures_of() const {
        constexpr std::size_t kDescribed = 3;
        for (std::size_t i = at_ + 1; i + 1 < end_ && i <= at_ + 1 + kDescribed; ++i) {
            if (is_one_of(tokens_[i], {"pictures", "footage", "video", "images", "film"}))
                return tokens_[i + 1].is("of");
            if (tokens_[i].words & (kPreposition | kSourceVerb | kVerb)) return false;
        }
        return false;
    }
    /// "to its clients", "to their subscribers".
    bool to_clients() const {
        for (std::size_t i = at_ + 1; i + 1 < end_; ++i)
            if (tokens_[i].is("to"))
                for (std::size_t k = i + 1; k < end_ && k <= i + 3; ++k)
                    if (is_one_of(tokens_[k], {"clients", "subscribers", "customers", "members", "partners"}))
                        return true;
        return false;
    }
    /// "on YouTube", "on its official YouTube channel", "to Rumble".
    bool on_platform() const {
        for (std::size_t i = at_ + 1; i < end_; ++i) {
            if (!tokens_[i].is("on") && !tokens_[i].is("to") && !tokens_[i].is("onto")) continue;
            for (std::size_t k = i + 1; k < end_ && k <= i + 4; ++k)
                if (tokens_[k].capital && platform_named(tokens_[k].folded)) return true;
        }
        return false;
    }
    /// "on its front page", "on their website".
    bool on_page() const {
        for (std::size_t i = at_ + 1; i + 2 < end_; ++i) {
            if (!tokens_[i].is("on") || !(tokens_[i + 1].words & kDeterminer)) continue;
            for (std::size_t k = i + 2; k < end_ && k <= i + 4; ++k)
                if (tokens_[k].is("page") || tokens_[k].is("website") || tokens_[k].is("homepage") ||
                    tokens_[k].is("site") || tokens_[k].is("cover"))
                    return has_media_object();
        }
        return false;
    }
    /// "on camera", "on his phone".
    bool on_device() const {
        for (std::size_t i = at_ + 1; i < end_; ++i) {
            if (!tokens_[i].is("on") && !tokens_[i].is("with")) continue;
            for (std::size_t k = i + 1; k < end_ && k <= i + 3; ++k)
                for (const char* device : {"camera", "phone", "film", "video", "tape", "dashcam", "mobile",
                                           "smartphone", "camcorder", "cellphone", "bodycam"})
                    if (tokens_[k].is(device)) return true;
        }
        return false;
    }

private:
    static bool in_clause(const Token& token) {
        return token.kind == TokenKind::word ||
               (token.kind == TokenKind::sign && !token.spaced && (token.is("-") || token.is("/")));
    }
    bool is_object(std::size_t i) const {
        return (tokens_[i].words & (kMedia | kStill)) != 0 || tokens_[i].is("it") || tokens_[i].is("them");
    }

    const std::vector<Token>& tokens_;
    std::size_t at_;
    std::size_t end_;
};

bool is_being(const std::vector<Token>& tokens, std::size_t at) {
    return at > 0 && (tokens[at - 1].is("being") || tokens[at - 1].is("be"));
}

/// "was fed": something was done to the pictures.
bool is_being_done(const std::vector<Token>& tokens, std::size_t at) {
    return at > 0 && is_one_of(tokens[at - 1], {"was", "were", "been", "is", "are"});
}

/// "opened its bulletin with the clip", "broke into its programme with it", "cut to pictures of the fire",
/// "devoted two minutes to the video": what a programme does to show pictures.
bool brings_pictures_in(const Token& token, const Verb& verb) {
    if (is_one_of(token, {"led", "leads", "opened", "opens", "closed", "closes", "began", "begins", "ended",
                          "ends", "started", "starts", "topped", "tops", "illustrated", "illustrates",
                          "interrupted", "interrupts", "followed"}))
        return verb.media_behind("with");
    if (is_one_of(token, {"broke", "breaks", "broken"}))
        return verb.next("into") && (verb.media_behind("with") || verb.media_behind("show"));
    if (is_one_of(token, {"cut", "cuts", "switched", "switches", "crossed"}))
        return verb.media_behind("to") && !verb.next("from");
    if (is_one_of(token, {"devoted", "devotes", "dedicated"})) return verb.media_behind("to");
    return false;
}

/// "ignored the clip", "left it out", "held the footage back": a programme does without the pictures.
bool shuns(const Token& token, const Verb& verb) {
    if (!verb.has_media_object()) return false;
    if (is_one_of(token, {"ignored", "ignore", "withheld", "skipped", "shunned"})) return true;
    if (is_one_of(token, {"held", "holds", "kept", "keeps"})) return verb.particle("back");
    return is_one_of(token, {"left", "leaves"}) && verb.particle("out");
}

/// The classes that the verb at `at` has by what stands behind it; its own where nothing makes others.
std::uint64_t classes_of_verb(const std::vector<Token>& tokens, std::size_t at) {
    const Token& token = tokens[at];
    const Verb verb(tokens, at);
    const bool put = token.is("put") || token.is("puts");
    if (is_one_of(token,
                  {"message", "statement", "address", "appeal", "letter", "tribute", "update", "diary"}) &&
        at > 0 && is_one_of(tokens[at - 1], {"video", "filmed", "recorded", "taped"}))
        return kMedia;
    // "drone vision", "aired the vision": pictures, in Australia.
    if (token.is("vision") && at > 0 &&
        (is_one_of(tokens[at - 1], {"drone", "aerial", "helicopter", "mobile", "phone", "dashcam", "bodycam",
                                    "raw", "exclusive", "amateur", "surveillance", "security", "cctv"}) ||
         (at > 1 && tokens[at - 1].is("the") &&
          (tokens[at - 2].words & (kAir | kRelease | kPost | kObtain)))))
        return kMedia;
    // "a video game", "a film festival": no video.
    if (is_one_of(token, {"video", "film"})) {
        const bool other = at + 1 < tokens.size() &&
                           is_one_of(tokens[at + 1],
                                     {"game",       "games",       "shop",   "store",    "call",   "calls",
                                      "conference", "conferences", "link",   "festival", "studio", "industry",
                                      "director",   "maker",       "makers", "club",     "camera", "cameras",
                                      "lesson",     "referee",     "star",   "critic",   "set"});
        return other ? kOtherThing : token.words;
    }
    // "the earliest instance": a copy of a video.
    if (is_one_of(token, {"instance", "instances", "appearance", "iteration"}) && at > 0 &&
        is_one_of(tokens[at - 1], {"earliest", "oldest", "earlier", "older", "other", "known"}))
        return kMedia;
    // "reported live from the quay": on the air.
    if (is_one_of(token, {"reported", "reports"}) && verb.next("live")) return kAir | kActive;
    if (is_one_of(token, {"paid", "pays"}) && verb.media_behind("for")) return kObtain | kActive;
    // "got 90,000 views with it": nothing was handed over.
    if (token.is("got") && verb.counts_views()) return kVerb;
    // "the agency, also run by the group": whose it is.
    if (token.is("run") && verb.next("by") && !is_being_done(tokens, at) && at > 0 &&
        (tokens[at - 1].is(",") ||
         is_one_of(tokens[at - 1], {"also", "channel", "agency", "account", "page", "site", "station"})))
        return kVerb;
    if (put && verb.next("out")) return kRelease | kBoth;
    if ((put || is_one_of(token, {"kept", "keeps", "had"})) && verb.has_media_object() &&
        (verb.particle_phrase("on", "loop") || verb.particle_phrase("on", "repeat")))
        return kAir | kBoth;
    if (put && verb.side_by_side()) return kAir | kBoth;
    // "has since taken it off its website".
    if (token.is("taken") && ((verb.particle("off") && !verb.next("off")) || verb.particle("down")))
        return kVerb;
    if (token.is("took") && verb.particle("over") && verb.has_media_object()) return kAir | kActive;
    if (put && (verb.on_air() || verb.in_programme())) return kAir | kBoth;
    if (put && verb.on_platform()) return kPost | kBoth;
    if (put && verb.on_page()) return kRelease | kBoth;
    if (put && (verb.particle("online") || verb.particle("up") || verb.on_platform())) return kPost | kBoth;
    if (put && verb.particle("out")) return kRelease | kBoth;
    if (token.is("sent") && verb.particle("out")) return kRelease | kBoth;
    if (token.is("made") && (verb.particle("public") || verb.particle("available"))) return kRelease | kBoth;
    if (token.is("made") && is_being(tokens, at)) return kVerb;                    // Not made yet.
    if (token.is("made") && (verb.next("it") || verb.next("them"))) return kVerb;  // "made it the last item".
    // "made the video".
    if (token.is("made") && at + 2 < tokens.size() && (tokens[at + 1].words & kDeterminer) &&
        (tokens[at + 2].words & kMedia))
        return kFilm | kBoth;
    if ((token.is("handed") || token.is("given")) && verb.particle("out")) return kRelease | kBoth;
    if (token.is("picked") && verb.particle("up")) return kAir | kBoth;
    if (token.is("pick") && verb.particle("up")) return kAir | kBase;
    // "the air force".
    if (token.is("air") &&
        (verb.next("force") || verb.next("forces") || verb.next("base") || verb.next("defence") ||
         verb.next("defense") || verb.next("traffic") || verb.next("raid") || verb.next("raids") ||
         verb.next("strike") || verb.next("strikes") || verb.next("show") || verb.next("ambulance") ||
         verb.next("rescue")))
        return 0;
    if ((token.is("had") || token.is("has")) && verb.has_media_object() && verb.on_air())
        return kAir | kActive;
    // "RAI had it first", "CNN has it too".
    if ((token.is("had") || token.is("has")) && verb.has_it_at_a_time()) return kAir | kActive;
    // "has it on film".
    if (is_one_of(token, {"had", "has", "have"}) && verb.has_it_on_film()) return kFilm | kActive;
    // "had it on at breakfast".
    if ((token.is("had") || token.is("has")) && verb.has_it_on()) return kAir | kActive;
    if (token.is("had") && at > 0 && tokens[at - 1].is("never") && (verb.next("it") || verb.next("them")))
        return kAir | kActive;
    // "The army responded with a video of its own".
    if (is_one_of(token, {"responded", "answered", "replied", "countered", "retorted", "reacted"}) &&
        verb.next("with") && verb.media_behind("with") && !verb.names_doer())
        return kRelease | kActive;
    // "CNN had pictures of it within the hour".
    if (token.is("had") && verb.has_pictures_of()) return kAir | kActive;
    if (is_one_of(token, {"supplied", "provided", "contributed"}) && verb.has_media_noun())
        return token.words | kRelease | kActive;
    if (shuns(token, verb)) return kAir | kActive | kShun;
    const bool hands_on = is_one_of(token, {"passed", "sent", "offered", "fed", "moved", "pushed", "beamed"});
    // "Reuters have moved four".
    if (is_one_of(token, {"moved", "filed"}) && at > 0 && is_one_of(tokens[at - 1], {"have", "has", "had"}) &&
        (verb.has_media_object() ||
         (at + 1 < tokens.size() &&
          is_one_of(tokens[at + 1], {"two", "three", "four", "five", "six", "several"}))))
        return kRelease | kBoth;
    if (hands_on && (verb.has_media_object() || is_being_done(tokens, at)) && verb.to_clients())
        return kRelease | kBoth;
    // "passed it on to B": B obtained it.
    if (token.is("passed") && verb.particle("on") && verb.leads_to_name()) return token.words;
    if (token.is("passed") && (verb.particle("on") || verb.particle("around") || verb.particle("round")))
        return kPost | kBoth;
    // "screen capture", "video grab".
    if ((token.is("capture") || token.is("captures")) && at > 0 &&
        is_one_of(tokens[at - 1], {"screen", "video", "tv"}))
        return kStill;
    const bool noun = at > 0 && (tokens[at - 1].words & kDeterminer) != 0;  // "the cut to pictures of".
    if (!noun && brings_pictures_in(token, verb)) return kAir | kActive;
    if ((token.is("caught") || token.is("catches")) && (verb.on_device() || verb.has_media_object()))
        return kFilm | kBoth;
    // "took it for a joke" films nothing.
    const bool films = verb.has_media_noun() || verb.on_device();
    if ((token.is("took") || token.is("shoots")) && films && !verb.particle("down") &&
        !verb.particle("off") && !verb.particle("up") && !verb.particle("from"))
        return kFilm | kActive;
    return token.words;
}

}  // namespace

void join_particles(std::vector<Token>& tokens, std::size_t from) {
    for (std::size_t i = from; i + 1 < tokens.size(); ++i) {
        if (!(tokens[i].words & kTurning) || tokens[i].kind != TokenKind::word || tokens[i].capital) continue;
        tokens[i].words = classes_of_verb(tokens, i);
    }
}

}  // namespace sourcereel::claims
