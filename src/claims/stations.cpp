#include "claims/stations.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "claims/phrases.h"
#include "unicode/fold.h"

namespace sourcereel::claims {
namespace {

/// Broadcasters that the registry does not have and whose names alone do not tell what they are. Folded.
constexpr std::string_view kStations[] = {"sky sports",
                                          "sky sport",
                                          "tnt sports",
                                          "bt sport",
                                          "bein sports",
                                          "bein",
                                          "espn",
                                          "dazn",
                                          "eurosport",
                                          "fox sports",
                                          "nbc sports",
                                          "cbs sports",
                                          "canal+",
                                          "canal plus",
                                          "netflix",
                                          "hbo",
                                          "amazon prime",
                                          "prime video",
                                          "talksport",
                                          "lbc",
                                          "gb news",
                                          "newsmax",
                                          "newsnation",
                                          "scripps news",
                                          "court tv",
                                          "univision",
                                          "telemundo",
                                          "azteca",
                                          "caracol",
                                          "rcn",
                                          "telefe",
                                          "todo noticias",
                                          "la sexta",
                                          "antena 3",
                                          "telecinco",
                                          "cuatro",
                                          "mediaset",
                                          "la7",
                                          "orf",
                                          "srf",
                                          "svt",
                                          "nrk",
                                          "nos",
                                          "rtl",
                                          "vrt",
                                          "rtbf",
                                          "prosieben",
                                          "sat.1",
                                          "yle",
                                          "tvn",
                                          "tvn24",
                                          "polsat",
                                          "skai",
                                          "ert",
                                          "nova",
                                          "pro tv",
                                          "digi24",
                                          "hromadske",
                                          "espreso",
                                          "dozhd",
                                          "tv rain",
                                          "belsat",
                                          "rustavi 2",
                                          "imedi",
                                          "mtavari",
                                          "halk tv",
                                          "haberturk",
                                          "habertürk",
                                          "a haber",
                                          "cnn türk",
                                          "rudaw",
                                          "kurdistan 24",
                                          "al hurra",
                                          "alhurra",
                                          "al-ghad",
                                          "mtv lebanon",
                                          "al jadeed",
                                          "tolonews",
                                          "tolo news",
                                          "aaj tak",
                                          "times now",
                                          "republic tv",
                                          "india today",
                                          "news18",
                                          "zee news",
                                          "wion",
                                          "ary news",
                                          "dunya news",
                                          "samaa",
                                          "hum news",
                                          "abs-cbn",
                                          "gma",
                                          "cna",
                                          "channel newsasia",
                                          "astro awani",
                                          "thai pbs",
                                          "kompas tv",
                                          "metro tv",
                                          "tvb",
                                          "rthk",
                                          "tvbs",
                                          "set news",
                                          "citizen tv",
                                          "ktn",
                                          "channels tv",
                                          "arise news",
                                          "sabc",
                                          "enca",
                                          "newzroom afrika",
                                          "wral",
                                          "nine news",
                                          "seven news",
                                          "7news",
                                          "9news",
                                          "10 news",
                                          "rnz",
                                          "1news",
                                          "newshub",
                                          "stv",
                                          "s4c",
                                          "rté",
                                          "rte",
                                          "virgin media news"};

/// What a name holds that is an outlet's.
constexpr std::string_view kOutletEndings[] = {"TV",      "News",      "Radio", "Television",
                                               "Channel", "Broadcast", "Sports"};

bool is_known(std::string_view name) {
    static const std::unordered_set<std::string_view> names(std::begin(kStations), std::end(kStations));
    return names.contains(unicode::nfkc_casefold(name));
}

/// "TF1", "2M", "TV4": letters and a figure.
bool is_lettered_number(const Token& token) {
    constexpr std::size_t kLongest = 5;
    if (!token.capital || !token.latin || token.folded.size() < 2 || token.folded.size() > kLongest)
        return false;
    std::size_t digits = 0;
    for (const char c : token.folded) digits += c >= '0' && c <= '9' ? 1 : 0;
    return digits > 0 && digits < token.folded.size() && token.words == 0 && digits <= 2;
}

/// "KXRT", "WRAL-TV": the call sign of an American station.
bool is_call_sign(const Token& token) {
    return token.capitals && token.latin && (token.folded.size() == 4 || token.folded.size() == 3) &&
           (token.folded[0] == 'k' || token.folded[0] == 'w');
}

}  // namespace

bool is_on_air(const Scan& scan, const Source& source) {
    if (source.entity.kind == EntityKind::outlet_class) return true;
    if (source.entity.kind == EntityKind::literal) return is_known(source.entity.value);
    if (source.entity.kind != EntityKind::outlet) return false;
    const attribution::Outlet* outlet = scan.outlets.by_id(source.entity.value);
    return outlet && outlet->medium == "tv";
}

bool looks_like_outlet(const Scan& scan, const Source& source) {
    if (source.entity.kind != EntityKind::literal) return false;
    // "TVN said it had not used it".
    if (source.referring && scan.has(source.begin, kPronoun)) {
        const std::string& name = source.entity.value;
        const bool initials =
            name.size() >= 3 && name.size() <= 5 &&
            std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        const bool says =
            std::any_of(std::begin(kOutletEndings), std::end(kOutletEndings),
                        [&](std::string_view word) { return name.find(word) != std::string::npos; });
        return initials || says || is_known(name);
    }
    // "state TV host Ann Lee" is a person.
    for (std::size_t i = source.begin + 1; i < source.end; ++i)
        if (scan.has(i, kTitle) && !scan.token(i).capital) return false;
    if (is_known(source.entity.value)) return true;
    for (std::size_t i = source.begin; i < source.end; ++i) {
        const Token& token = scan.token(i);
        if (token.kind != TokenKind::word) continue;
        if (is_call_sign(token) || is_lettered_number(token)) return true;
        if (token.words & kOutletWord) return true;
        if (token.is("radio") || token.is("news") || token.is("channel") || token.is("times") ||
            token.is("herald") || token.is("kanal") || token.is("canal"))
            return true;
        if (token.capital && token.folded[0] >= '0' && token.folded[0] <= '9' && i > source.begin)
            return true;
        if (token.folded.ends_with("tv") && token.capital) return true;
        if (token.capitals && token.latin && token.folded.size() <= 5) return true;
    }
    for (std::size_t i = source.begin; i-- > scan.sentence().begin && source.begin - i <= 2;)
        if (scan.has(i, kOutletWord) && !scan.token(i).capital) return true;
    return false;
}

bool names_station(const Scan& scan, const Source& named) {
    const Token& last = scan.token(named.end - 1);
    if (named.entity.kind != EntityKind::literal || !last.capital) return false;
    for (std::size_t i = named.begin; i < named.end; ++i)  // "the Telegram channel Nord".
        if (scan.token(i).capital && platform_named(scan.token(i).folded)) return false;
    if (named.begin > scan.sentence().begin && platform_named(scan.token(named.begin - 1).folded))
        return false;
    const bool initials = last.capitals && last.latin && last.folded.size() >= 3 && last.folded.size() <= 5;
    if (is_known(named.entity.value)) return true;
    bool described = false;
    for (std::size_t i = named.begin; i < named.end; ++i)
        described = described || (scan.has(i, kOutletWord) && !scan.has(i, kMedia)) || scan.is(i, "radio");
    // "Sky5", "Chopper4".
    const bool numbered = last.folded.back() >= '0' && last.folded.back() <= '9' && last.folded[0] >= 'a';
    return is_lettered_number(last) || last.folded.ends_with("tv") || initials || described || numbered;
}

}  // namespace sourcereel::claims
