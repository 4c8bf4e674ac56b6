#include "catalogue/facets.h"

#include <algorithm>
#include <array>
#include <string_view>

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

    /// Those that occur, most clips first. Only those shown are named: there may be thousands.
    template <typename NameOf>
    Facet facet(const char* name, NameOf name_of) const {
        std::vector<std::uint32_t> found;
        for (std::uint32_t thing = 0; thing < counts_.size(); ++thing)
            if (counts_[thing].clips > 0) found.push_back(thing);
        const auto before = [&](std::uint32_t a, std::uint32_t b) {
            if (counts_[a].clips != counts_[b].clips) return counts_[a].clips > counts_[b].clips;
            return counts_[a].texts != counts_[b].texts ? counts_[a].texts > counts_[b].texts
                                                        : name_of(a) < name_of(b);
        };
        const std::size_t shown = std::min(found.size(), kFacetValues);
        const auto end = found.begin() + static_cast<std::ptrdiff_t>(shown);
        std::partial_sort(found.begin(), end, found.end(), before);
        Facet facet{name, {}, static_cast<std::int64_t>(found.size() - shown)};
        for (auto thing = found.begin(); thing != end; ++thing)
            facet.values.push_back(
                {std::string(name_of(*thing)), counts_[*thing].texts, counts_[*thing].clips});
        return facet;
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

/// Names of handles or outlets.
struct NameList {
    const Names& names;
    const std::vector<Mention>& mentions;
    const std::vector<ClipName>& by_clip;
};

/// Of a query with words, a name counts for all hits of the clips that show it; of one without words, for the
/// texts that hold it: the same texts that asking for the name gives.
Facet name_facet(const char* title, const NameList& list, const Selection& selection, const Tally& tally) {
    Counter counter{list.names.size()};
    const auto name_of = [&](std::uint32_t name) -> std::string_view { return list.names.shown(name); };
    if (!selection.needles.empty()) {
        for (const ClipName& one : list.by_clip)
            if (tally.of_clip[one.clip] > 0) counter.add(one.name, one.clip, tally.of_clip[one.clip]);
        return counter.facet(title, name_of);
    }
    for (const Mention& mention : list.mentions) {
        if (mention.clip >= tally.of_clip.size() || selection.clip_wanted[mention.clip] == 0) continue;
        if (selection.listed ? std::binary_search(selection.keys.begin(), selection.keys.end(), mention.key)
                             : selection.wants_class(class_of_key(mention.key)))
            counter.add(mention.name, mention.clip, 1);
    }
    return counter.facet(title, name_of);
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
    facets.push_back(
        by_kind.facet("kind", [&](std::uint32_t n) -> std::string_view { return kinds.shown(n); }));
    facets.push_back(by_language.facet(
        "language", [&](std::uint32_t n) -> std::string_view { return languages.shown(n); }));
    facets.push_back(
        by_script.facet("script", [&](std::uint32_t n) -> std::string_view { return scripts.shown(n); }));
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
    facets.push_back(
        by_month.facet("date", [&](std::uint32_t n) -> std::string_view { return table.months.shown(n); }));
    facets.push_back(by_folder.facet(
        "folder", [&](std::uint32_t n) -> std::string_view { return table.folders.shown(n); }));
    facets.push_back(
        by_tag.facet("tag", [&](std::uint32_t n) -> std::string_view { return table.tags.shown(n); }));
    facets.push_back(by_verdict.facet("verdict", [](std::uint32_t n) { return name_of(kVerdicts.at(n)); }));
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
    std::int64_t video = -1;  // Texts of a video follow each other.
    std::uint32_t place = 0;
    for (const std::int64_t key : selection.keys) {
        if (video_of_key(key) != video) {
            video = video_of_key(key);
            place = table.place_of(video);
        }
        const std::size_t class_id = class_of_key(key);
        if (place < table.clips.size() && class_id < table.classes.size())
            add(place, static_cast<std::uint32_t>(class_id), 1);
    }
    return tally;
}

std::vector<Facet> facets_of(const ClipTable& table, const Selection& selection, const Tally& tally) {
    std::vector<Facet> facets;
    facets.push_back(
        name_facet("handle", {table.handle_names, table.handles, table.clip_handles}, selection, tally));
    facets.push_back(
        name_facet("outlet", {table.outlet_names, table.outlets, table.clip_outlets}, selection, tally));
    add_class_facets(table, tally, facets);
    add_clip_facets(table, selection, tally, facets);
    return facets;
}

}  // namespace sourcereel::catalogue
