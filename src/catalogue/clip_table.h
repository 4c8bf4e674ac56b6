// catalogue/clip_table.h: what search asks about clips, kept in memory while nobody writes. Private to
// catalogue.
//
// 10,000 clips are some 5 MB and 25 ms to read; after somebody wrote, what changed is taken in some 2 ms.
// What a clip is filtered and counted by (date, folder, handles, outlets, tags) is not in the full-text
// index; asking the tables for each of many hits would cost more than the search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalogue/sqlite.h"
#include "catalogue/text_class.h"

namespace sourcereel::catalogue {

/// Texts that stand for themselves, each once; the number is its place.
class Names {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    /// `shown` is kept of the first that comes.
    std::uint32_t add(const std::string& folded, const std::string& shown);
    std::uint32_t find(const std::string& folded) const;
    std::size_t size() const noexcept { return folded_.size(); }
    const std::string& folded(std::uint32_t number) const { return folded_[number]; }
    const std::string& shown(std::uint32_t number) const { return shown_[number]; }

private:
    std::vector<std::string> folded_, shown_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// A name that a text holds.
struct Mention {
    std::int64_t key = 0;  ///< Of the text track.
    std::uint32_t clip = 0;
    std::uint32_t name = 0;
    std::uint32_t platform = Names::kNone;  ///< Of handles only.
};

/// A name that some text of a clip holds.
struct ClipName {
    std::uint32_t clip = 0;
    std::uint32_t name = 0;
    friend bool operator==(const ClipName&, const ClipName&) = default;
};

struct Clip {
    std::int64_t video_id = 0;
    std::string analysed_on;             ///< "2024-06-30".
    std::string date;                    ///< Published or, where nobody said, analysed.
    std::uint32_t month = Names::kNone;  ///< "2024-06".
    std::uint32_t folder = Names::kNone;
    std::string name;  ///< Of the file last seen, folded.
    double seconds = 0;
    bool has_note = false;
    std::vector<std::uint32_t> tags;  ///< Of the clip or a part of it, each once.
    unsigned verdicts = 0;            ///< Bit n: some claim has the verdict kVerdicts[n].
};

/// The number of texts of one class in one clip.
struct ClassCount {
    std::uint32_t clip = 0;
    std::uint32_t class_id = 0;
    std::int64_t texts = 0;
};

/// All clips in the order of their ids; "clip" elsewhere is a place in `clips`.
struct ClipTable {
    std::vector<Clip> clips;
    std::vector<TextClass> classes;
    std::vector<ClassCount> counts;                    ///< By clip.
    std::vector<Mention> handles;                      ///< By key.
    std::vector<Mention> outlets;                      ///< By key.
    std::vector<ClipName> clip_handles, clip_outlets;  ///< By clip, each name of it once: what facets count.
    Names months, folders, handle_names, platforms, outlet_names, tags;

    /// @pre inside a transaction.
    static ClipTable read(const Connection& connection);
    /// Takes what was written since this was read; a name keeps the letter case it had then. What people
    /// write (tags, notes, dates, verdicts) is read anew, of all else only what belongs to videos that were
    /// seen since: whoever stores a video notes where it was seen. Where that does not tell (videos are gone,
    /// or very many are new) all is read anew.
    /// @pre inside a transaction.
    void catch_up(const Connection& connection);
    /// The place of a video; the number of clips where it is none of them.
    std::uint32_t place_of(std::int64_t video_id) const;

private:
    bool take_new_sightings(const Connection& connection);
    std::int64_t last_sighting_ = 0;
};

}  // namespace sourcereel::catalogue
