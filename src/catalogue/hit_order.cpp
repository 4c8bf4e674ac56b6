#include "catalogue/hit_order.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "catalogue/track_key.h"

namespace sourcereel::catalogue {
namespace {

using Keys = std::vector<std::int64_t>;

/// What is left of a page while hits go by.
struct Room {
    std::int64_t skip = 0;
    std::int64_t take = 0;
    bool full() const { return take <= 0; }
    void offer(std::int64_t key, Keys& page) {
        if (skip > 0) {
            --skip;
        } else if (take > 0) {
            --take;
            page.push_back(key);
        }
    }
};

bool is_in_handle(const ClipTable& table, const Mention& mention, const std::vector<std::string>& needles) {
    const std::string& handle = table.handle_names.folded(mention.name);
    return std::any_of(needles.begin(), needles.end(),
                       [&](const std::string& needle) { return handle.find(needle) != std::string::npos; });
}

/// An account name that was recognised says more than the same letters in a sentence; then, as in BM25 where
/// a word stands once in each text, the shorter text is the better one. Sixteen ranks, by counting.
Keys best_of(const ClipTable& table, const Selection& selection, Room room) {
    constexpr std::size_t kRanks = 2 * kLengthClasses;
    std::array<std::int64_t, kRanks> of_rank{};
    std::vector<unsigned char> ranks(selection.keys.size());
    auto mention = table.handles.begin();
    const bool few = selection.keys.size() * 16 < table.handles.size();
    for (std::size_t i = 0; i < selection.keys.size(); ++i) {
        const std::int64_t key = selection.keys[i];
        if (few)
            mention = std::lower_bound(mention, table.handles.end(), key,
                                       [](const Mention& m, std::int64_t k) { return m.key < k; });
        while (mention != table.handles.end() && mention->key < key) ++mention;
        bool in_handle = false;
        for (; !in_handle && mention != table.handles.end() && mention->key == key; ++mention)
            in_handle = is_in_handle(table, *mention, selection.needles);
        const int rank = length_of_key(key) + (in_handle ? 0 : kLengthClasses);
        ranks[i] = static_cast<unsigned char>(rank);
        ++of_rank.at(static_cast<std::size_t>(rank));
    }
    Keys page;
    for (std::size_t rank = 0; rank < kRanks && !room.full(); ++rank) {
        if (of_rank.at(rank) <= room.skip) {
            room.skip -= of_rank.at(rank);
            continue;
        }
        for (std::size_t i = 0; i < ranks.size() && !room.full(); ++i)
            if (ranks[i] == rank) room.offer(selection.keys[i], page);
    }
    return page;
}

void offer_texts_of(const Connection& connection, const ClipTable& table, const Selection& selection,
                    std::uint32_t clip, Room& room, Keys& page) {
    const std::int64_t id = table.clips[clip].video_id;
    if (selection.listed) {
        auto key = std::lower_bound(selection.keys.begin(), selection.keys.end(), first_key(id));
        for (; key != selection.keys.end() && *key < first_key(id + 1) && !room.full(); ++key)
            room.offer(*key, page);
        return;
    }
    Statement rows =
        connection.prepare("SELECT track_id FROM text_track WHERE video_id = ?1 ORDER BY track_index");
    rows.bind(id);
    while (!room.full() && rows.step())
        if (selection.wants_class(class_of_key(rows.integer(0)))) room.offer(rows.integer(0), page);
}

}  // namespace

std::vector<std::uint32_t> clips_in_order(const ClipTable& table, const Selection& selection,
                                          const Tally& tally, ClipSort sort) {
    std::vector<std::uint32_t> places;
    for (std::uint32_t place = 0; place < table.clips.size(); ++place) {
        const bool needs_text = selection.listed || selection.asks_for_text;
        if (selection.clip_wanted[place] != 0 && (!needs_text || tally.of_clip[place] > 0))
            places.push_back(place);
    }
    const auto by = [&](const auto& less) {
        std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
            return less(table.clips[a], table.clips[b]);
        });
    };
    switch (sort) {
        case ClipSort::newest:
            by([](const Clip& a, const Clip& b) { return a.date > b.date; });
            break;
        case ClipSort::oldest:
            by([](const Clip& a, const Clip& b) { return a.date < b.date; });
            break;
        case ClipSort::name:
            by([](const Clip& a, const Clip& b) { return a.name < b.name; });
            break;
        case ClipSort::longest:
            by([](const Clip& a, const Clip& b) { return a.seconds > b.seconds; });
            break;
        case ClipSort::most_hits:
            std::stable_sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
                return tally.of_clip[a] > tally.of_clip[b];
            });
            break;
        case ClipSort::added:
            break;
    }
    return places;
}

Keys page_of(const Connection& connection, const ClipTable& table, const Selection& selection,
             const Tally& tally, Sort sort, std::int64_t limit, std::int64_t offset) {
    Room room{offset, limit};
    if (sort == Sort::relevance && !selection.needles.empty()) return best_of(table, selection, room);
    // Without words nothing is better than another: by video.
    const ClipSort clips = sort == Sort::relevance ? ClipSort::added : ClipSort::newest;
    Keys page;
    for (const std::uint32_t clip : clips_in_order(table, selection, tally, clips)) {
        if (room.full()) break;
        if (tally.of_clip[clip] <= room.skip)
            room.skip -= tally.of_clip[clip];
        else
            offer_texts_of(connection, table, selection, clip, room, page);
    }
    return page;
}

}  // namespace sourcereel::catalogue
