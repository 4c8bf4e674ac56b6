#include "verdict/coverage.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "unicode/fold.h"
#include "verdict/entity_names.h"

namespace sourcereel::verdict {
namespace {

constexpr double kLeastDecoded = 0.9;
constexpr int kLeastShortSide = 240;
constexpr double kLeastPicturesASecond = 1.0;

/// Which script Tesseract's language data reads. What is not here reads Latin.
constexpr std::array<std::pair<std::string_view, std::string_view>, 23> kScripts{{
    {"rus", "Cyrillic"},   {"ukr", "Cyrillic"},   {"bel", "Cyrillic"},      {"bul", "Cyrillic"},
    {"srp", "Cyrillic"},   {"kaz", "Cyrillic"},   {"kor", "Hangul"},        {"chi_sim", "Han"},
    {"chi_tra", "Han"},    {"jpn", "Han"},        {"jpn", "Hiragana"},      {"jpn", "Katakana"},
    {"ara", "Arabic"},     {"fas", "Arabic"},     {"urd", "Arabic"},        {"heb", "Hebrew"},
    {"hin", "Devanagari"}, {"mar", "Devanagari"}, {"ben", "Bengali"},       {"tha", "Thai"},
    {"ell", "Greek"},      {"kat", "Georgian"},   {"Cyrillic", "Cyrillic"},
}};

bool reads(const std::string& language, const std::string& script) {
    bool other = false;
    for (const auto& [code, name] : kScripts) {
        if (code != language) continue;
        if (name == script) return true;
        other = true;
    }
    return !other && script == "Latin";
}

/// The value behind "name=" in the settings, up to the next space or brace.
std::string setting(const std::string& settings, const std::string& name) {
    const std::size_t at = settings.find(name + "=");
    if (at == std::string::npos) return {};
    const std::size_t begin = at + name.size() + 1;
    return settings.substr(begin, settings.find_first_of(" }", begin) - begin);
}

}  // namespace

Coverage coverage_of(const AnalysedVideo& video) {
    Coverage coverage;
    coverage.examined_seconds = video.media.duration.seconds();
    coverage.decoded_share = video.decoded_share;
    coverage.short_side = std::min(video.media.width, video.media.height);
    const std::size_t text = video.settings.options.find("text{");
    if (text == std::string::npos) return coverage;
    const std::string settings = video.settings.options.substr(text);
    const std::string rate_text = setting(settings, "rate");
    double rate = 0;
    std::from_chars(rate_text.data(), rate_text.data() + rate_text.size(), rate);
    // A picture is examined whenever 1 / rate has passed, the first one always.
    const double due = std::floor(coverage.examined_seconds * rate) + 1;
    if (rate > 0 && std::isfinite(due))
        coverage.frames_examined = std::min(video.media.frames, static_cast<std::int64_t>(due));
    std::string code;
    for (const char c : setting(settings, "languages") + ",") {
        if (c != ',') {
            code += c;
        } else if (!code.empty()) {
            coverage.languages.push_back(std::exchange(code, {}));
        }
    }
    std::sort(coverage.languages.begin(), coverage.languages.end());
    return coverage;
}

Coverage joined(const std::vector<Coverage>& coverages) {
    if (coverages.empty()) return {};
    Coverage all = coverages.front();
    for (auto next = coverages.begin() + 1; next != coverages.end(); ++next) {
        all.frames_examined += next->frames_examined;
        all.examined_seconds += next->examined_seconds;
        all.decoded_share = std::min(all.decoded_share, next->decoded_share);
        all.short_side = std::min(all.short_side, next->short_side);
        std::vector<std::string> both;
        std::set_intersection(all.languages.begin(), all.languages.end(), next->languages.begin(),
                              next->languages.end(), std::back_inserter(both));
        all.languages = std::move(both);
    }
    return all;
}

std::vector<std::string> scripts_of(const Entity& entity, const attribution::OutletRegistry& outlets) {
    std::set<std::string> scripts;
    const auto add = [&](const std::string& text) {
        const std::string script = unicode::dominant_script(text);
        if (script != "Common") scripts.insert(script);
    };
    const auto named = outlets_meant(entity, outlets);
    for (const attribution::Outlet* outlet : named) {
        for (const std::string& text : outlet->screen_texts) add(text);
        if (outlet->screen_texts.empty()) add(outlet->name);
    }
    if (named.empty() && entity.kind != EntityKind::outlet_class) add(entity.value);
    return {scripts.begin(), scripts.end()};
}

std::vector<std::string> gaps_in(const Coverage& coverage, const std::vector<std::string>& scripts) {
    std::vector<std::string> gaps;
    if (static_cast<double>(coverage.frames_examined) < kLeastPicturesASecond * coverage.examined_seconds ||
        coverage.frames_examined == 0)
        gaps.emplace_back("fewer than one picture a second was examined");
    if (coverage.decoded_share < kLeastDecoded)
        gaps.emplace_back("less than 90 % of the duration could be decoded");
    if (coverage.short_side < kLeastShortSide) gaps.emplace_back("the picture is smaller than 240 px");
    for (const std::string& script : scripts)
        if (std::none_of(coverage.languages.begin(), coverage.languages.end(),
                         [&](const std::string& language) { return reads(language, script); }))
            gaps.push_back("no language data for " + script + " script was used");
    return gaps;
}

}  // namespace sourcereel::verdict
