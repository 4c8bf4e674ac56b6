#include "catalogue/facets.h"

#include <algorithm>
#include <array>

#include "catalogue/track_key.h"

namespace sourcereel::catalogue {
namespace {

/// Counts of things that have a number, each clip once a thing. Clips come one after the other.
class Counter {
public:
    explicit Counter(std::size_t things) : counts_(things), last_clip_(things, kNoClip) {}

    void add(std::uint32_t thing, std::uint32_t clip, std::int64_t texts) {
        Count& count = counts_[thing];
        count.texts += texts;
        if (last_clip_[thing] == clip) return;
        last_clip_[thing] = clip;
        ++count.clips;
    }

    /// Those that occur, most clips first.
    template <typename NameOf>
    Facet facet(const char* name, NameOf name_of) const {
        std::vector<FacetValue> values;
        for (std::uint32_t thing = 0; thing < counts_.size(); ++thing)
            if (counts_[thing].clips > 0)
                values.push_back({name_of(thing), counts_[thing].texts, counts_[thing].clips});
        const auto before = [](const FacetValue& a, const FacetValue& b) {
            if (a.clips != b.clips) return a.clips > b.clips;
            return a.texts != b.texts ? a.texts > b.texts : a.value < b.value;
        };
        const std::size_t shown = std::min(values.size(), kFacetValues);
        const auto end = values.begin() + static_cast<std::ptrdiff_t>(shown);
        std::partial_sort(values.begin(), end, values.end(), before);
        const auto others = static_cast<std::int64_t>(values.size() - shown);
        values.erase(end, values.end());
        return {name, std::move(values), others};
    }

private:
    static constexpr std::uint32_t kNoClip = 0xFFFFFFFF;
    struct Count {
        std::int64_t texts = 0;
        std::int64_t clips = 0;
    };
    std::vector<Count> counts_;
    std::vector<std::uint32_t> last_clip_;
};

/// Of a query with words, a name counts for all hits of the clips that show it; of one without words, for the
/// texts that hold it: the same texts that asking for the name gives.
Facet name_facet(const char* title, const Names& names, const std::vector<Mention>& mentions,
                 const Selection& selection, const Tally& tally) {
    const bool by_clip = !selection.needles.empty();
    Counter counter{names.size()};
    std::vector<std::uint32_t> counted;  // Of this clip already.
    std::uint32_t clip = Names::kNone;
    for (const Mention& mention : mentions) {
        if (mention.clip >= tally.of_clip.size() || selection.clip_wanted[mention.clip] == 0) continue;
        const std::int64_t texts = tally.of_clip[mention.clip];
        if (by_clip) {
            if (texts == 0) continue;
            if (mention.clip != clip) counted.clear();
            clip = mention.clip;
            if (std::find(counted.begin(), counted.end(), mention.name) != counted.end()) continue;
            counted.push_back(mention.name);
            counter.add(mention.name, mention.clip, texts);
        } else if (selection.listed
                       ? std::binary_search(selection.keys.begin(), selection.keys.end(), mention.key)
                       : selection.wants_class(class_of_key(mention.key))) {
            counter.add(mention.name, mention.clip, 1);
        }
    }
    return counter.facet(title, [&](std::uint32_t name) { return names.shown(name); });
}

/// Kind, language and script.
void add_class_facets(const ClipTable& table, const Tally& tally, std::vector<Facet>& facets) {
    Names kinds;
    Names languages;
    Names scripts;
    std::vector<std::array<std::uint32_t, 3>> numbers;
    for (const TextClass& one : table.classes) {
        const std::string kind{name_of(one.kind)};
        numbers.push_back({kinds.add(kind, kind), languages.add(one.language, one.language),
                           scripts.add(one.script, one.script)});
    }
    Counter by_kind{kinds.size()};
    Counter by_language{languages.size()};
    Counter by_script{scripts.size()};
    for (const ClassCount& run : tally.runs) {
        const auto& [kind, language, script] = numbers[run.class_id];
        by_kind.add(kind, run.clip, run.texts);
        by_language.add(language, run.clip, run.texts);
        by_script.add(script, run.clip, run.texts);
    }
    facets.push_back(by_kind.facet("kind", [&](std::uint32_t n) { return kinds.shown(n); }));
    facets.push_back(by_language.facet("language", [&](std::uint32_t n) { return languages.shown(n); }));
    facets.push_back(by_script.facet("script", [&](std::uint32_t n) { return scripts.shown(n); }));
}

/// Date, folder, tag and verdict.
void add_clip_facets(const ClipTable& table, const Selection& selection, const Tally& tally,
                     std::vector<Facet>& facets) {
    Counter by_month{table.months.size()};
    Counter by_folder{table.folders.size()};
    Counter by_tag{table.tags.size()};
    Counter by_verdict{kVerdicts.size()};
    for (std::uint32_t place = 0; place < table.clips.size(); ++place) {
        const std::int64_t texts = tally.of_clip[place];
        if (selection.clip_wanted[place] == 0 ||
            (texts == 0 && (selection.listed || selection.asks_for_text)))
            continue;
        const Clip& clip = table.clips[place];
        by_month.add(clip.month, place, texts);
        if (clip.folder != Names::kNone) by_folder.add(clip.folder, place, texts);
        for (const std::uint32_t tag : clip.tags) by_tag.add(tag, place, texts);
        for (std::uint32_t i = 0; i < kVerdicts.size(); ++i)
            if ((clip.verdicts >> i & 1U) != 0) by_verdict.add(i, place, texts);
    }
    facets.push_back(by_month.facet("date", [&](std::uint32_t n) { return table.months.shown(n); }));
    facets.push_back(by_folder.facet("folder", [&](std::uint32_t n) { return table.folders.shown(n); }));
    facets.push_back(by_tag.facet("tag", [&](std::uint32_t n) { return table.tags.shown(n); }));
    facets.push_back(
        by_verdict.facet("verdict", [](std::uint32_t n) { return std::string(name_of(kVerdicts.at(n))); }));
}

}  // namespace

Tally count_texts(const ClipTable& table, const Selection& selection) {
    Tally tally;
    tally.of_clip.resize(table.clips.size(), 0);
    const auto add = [&](std::uint32_t clip, std::uint32_t class_id, std::int64_t texts) {
        tally.texts += texts;
        tally.of_clip[clip] += texts;
        if (tally.runs.empty() || tally.runs.back().clip != clip || tally.runs.back().class_id != class_id)
            tally.runs.push_back({clip, class_id, texts});
        else
            tally.runs.back().texts += texts;
    };
    if (!selection.listed) {
        for (const ClassCount& count : table.counts)
            if (selection.clip_wanted[count.clip] != 0 && selection.wants_class(count.class_id))
                add(count.clip, count.class_id, count.texts);
        return tally;
    }
    for (const std::int64_t key : selection.keys) {
        const std::uint32_t place = table.place_of(video_of_key(key));
        const std::size_t class_id = class_of_key(key);
        if (place < table.clips.size() && class_id < table.classes.size())
            add(place, static_cast<std::uint32_t>(class_id), 1);
    }
    return tally;
}

std::vector<Facet> facets_of(const ClipTable& table, const Selection& selection, const Tally& tally) {
    std::vector<Facet> facets;
    facets.push_back(name_facet("handle", table.handle_names, table.handles, selection, tally));
    facets.push_back(name_facet("outlet", table.outlet_names, table.outlets, selection, tally));
    add_class_facets(table, tally, facets);
    add_clip_facets(table, selection, tally, facets);
    return facets;
}

}  // namespace sourcereel::catalogue
