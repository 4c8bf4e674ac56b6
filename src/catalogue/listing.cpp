#include "catalogue/listing.h"

#include <algorithm>
#include <map>

#include "catalogue/facets.h"
#include "catalogue/hit_order.h"
#include "catalogue/selection.h"
#include "catalogue/track_key.h"

namespace sourcereel::catalogue {
namespace {

/// Reads summaries one by one, its statements prepared once.
class SummaryReader {
public:
    SummaryReader(const Connection& connection, const ClipTable& table, const std::filesystem::path& stills)
        : table_(table),
          stills_(stills),
          video_(connection.prepare(
              "SELECT sha256, width_px, height_px, analysed_at, title,"
              " (SELECT path FROM (SELECT path, max(sighting_id) FROM video_path AS p"
              " WHERE p.video_id = v.video_id)),"
              " (SELECT count(*) FROM shot AS s WHERE s.video_id = v.video_id),"
              " (SELECT coalesce(sum(tracks), 0) FROM text_count AS c WHERE c.video_id = v.video_id),"
              " (SELECT file FROM still AS i WHERE i.video_id = v.video_id ORDER BY shot_index LIMIT 1)"
              " FROM video AS v LEFT JOIN publication USING (video_id) WHERE v.video_id = ?1")) {}

    VideoSummary read(std::uint32_t place) {
        const Clip& clip = table_.clips[place];
        video_.bind(clip.video_id).step();
        VideoSummary summary;
        summary.id = clip.video_id;
        summary.sha256 = video_.text(0);
        summary.width = static_cast<int>(video_.integer(1));
        summary.height = static_cast<int>(video_.integer(2));
        summary.analysed_at = video_.text(3);
        if (!video_.is_null(4)) summary.title = video_.text(4);
        summary.path = video_.text(5);
        summary.shots = video_.integer(6);
        summary.tracks = video_.integer(7);
        if (!video_.is_null(8)) summary.still = stills_ / video_.text(8);
        summary.seconds = clip.seconds;
        summary.date = clip.date;
        summary.has_note = clip.has_note;
        for (std::size_t i = 0; i < kVerdicts.size(); ++i)
            if ((clip.verdicts >> i & 1U) != 0) summary.verdicts.push_back(kVerdicts.at(i));
        for (const std::uint32_t tag : clip.tags) summary.tags.push_back(table_.tags.shown(tag));
        summary.handles = names_of(table_.handles, table_.handle_names, place);
        summary.outlets = names_of(table_.outlets, table_.outlet_names, place);
        return summary;
    }

private:
    /// Those on most texts of the clip first.
    std::vector<std::string> names_of(const std::vector<Mention>& mentions, const Names& names,
                                      std::uint32_t place) const {
        const std::int64_t id = table_.clips[place].video_id;
        auto mention = std::lower_bound(mentions.begin(), mentions.end(), first_key(id),
                                        [](const Mention& m, std::int64_t key) { return m.key < key; });
        std::vector<std::pair<std::int64_t, std::uint32_t>> counts;
        for (; mention != mentions.end() && mention->clip == place; ++mention) {
            const auto same = std::find_if(counts.begin(), counts.end(),
                                           [&](const auto& count) { return count.second == mention->name; });
            if (same == counts.end())
                counts.emplace_back(1, mention->name);
            else
                ++same->first;
        }
        std::stable_sort(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<std::string> best;
        for (const auto& [count, name] : counts)
            if (best.size() < kNamesOfASummary) best.push_back(names.shown(name));
        return best;
    }

    const ClipTable& table_;
    const std::filesystem::path& stills_;
    Statement video_;
};

}  // namespace

VideoList list_videos(const Connection& connection, const ClipTable& table,
                      const std::filesystem::path& stills, const Query& query, const ListOptions& options) {
    VideoList list;
    const auto begin = [&](const VideoList& frame) {
        list = frame;
        return true;
    };
    list_videos(connection, table, stills, query, options, begin, [&](VideoSummary&& summary) {
        list.videos.push_back(std::move(summary));
        return true;
    });
    return list;
}

void list_videos(const Connection& connection, const ClipTable& table, const std::filesystem::path& stills,
                 const Query& query, const ListOptions& options,
                 const std::function<bool(const VideoList&)>& begin_list,
                 const std::function<bool(VideoSummary&&)>& take) {
    const Selection selection = select(connection, table, query);
    const Tally tally = count_texts(table, selection);
    const std::vector<std::uint32_t> places = clips_in_order(table, selection, tally, options.sort);
    VideoList list;
    list.total = static_cast<std::int64_t>(places.size());
    list.hits = tally.texts;
    if (options.facets) list.facets = facets_of(table, selection, tally);
    if (!begin_list(list)) return;
    SummaryReader reader{connection, table, stills};
    const auto size = static_cast<std::int64_t>(places.size());
    const std::int64_t begin = std::clamp<std::int64_t>(options.offset, 0, size);
    const std::int64_t end = begin + std::clamp<std::int64_t>(options.limit, 0, size - begin);
    for (std::int64_t i = begin; i < end; ++i) {
        const std::uint32_t place = places[static_cast<std::size_t>(i)];
        VideoSummary summary = reader.read(place);
        summary.hits = tally.of_clip[place];
        if (!take(std::move(summary))) return;
    }
}

}  // namespace sourcereel::catalogue
