#include "catalogue/clip_filter.h"

#include <algorithm>
#include <string>

#include "catalogue/text_index.h"
#include "unicode/fold.h"
#include "unicode/search_fold.h"

namespace sourcereel::catalogue {
namespace {

using Marks = std::vector<char>;

void keep_only(Marks& wanted, const Marks& also) {
    for (std::size_t i = 0; i < wanted.size(); ++i)
        wanted[i] = static_cast<char>(wanted[i] != 0 && also[i] != 0);
}

/// For each number of `names`, whether it is one of `values`.
Marks marked_names(const Names& names, const std::vector<std::string>& values) {
    Marks marks(names.size(), 0);
    for (const std::string& value : values) {
        const std::uint32_t number = names.find(unicode::nfkc_casefold(value));
        if (number != Names::kNone) marks[number] = 1;
    }
    return marks;
}

bool is_on(const Mention& mention, const Query& query, const Marks& platforms) {
    return query.platforms.empty() || (mention.platform != Names::kNone && platforms[mention.platform] != 0);
}

template <typename Fits>
Marks clips_with(const ClipTable& table, const std::vector<Mention>& mentions, Fits fits) {
    Marks clips(table.clips.size() + 1, 0);  // The last is for what belongs to no clip.
    for (const Mention& mention : mentions)
        if (fits(mention)) clips[mention.clip] = 1;
    clips.pop_back();
    return clips;
}

void ask_names(const ClipTable& table, const Query& query, Marks& wanted) {
    const Marks platforms = marked_names(table.platforms, query.platforms);
    for (const std::string& handle : query.handles) {
        const std::uint32_t name = table.handle_names.find(fold_handle(handle));
        keep_only(wanted, clips_with(table, table.handles, [&](const Mention& mention) {
                      return mention.name == name && is_on(mention, query, platforms);
                  }));
    }
    if (query.handles.empty() && !query.platforms.empty())
        keep_only(wanted, clips_with(table, table.handles, [&](const Mention& mention) {
                      return is_on(mention, query, platforms);
                  }));
    if (!query.outlets.empty()) {
        const Marks outlets = marked_names(table.outlet_names, query.outlets);
        keep_only(wanted, clips_with(table, table.outlets,
                                     [&](const Mention& mention) { return outlets[mention.name] != 0; }));
    }
}

/// "/a/b" holds itself and what is below; "b" or "b/c" are whole names anywhere in the path.
bool is_in_folder(const std::string& folder, std::string asked) {
    while (asked.size() > 1 && asked.ends_with('/')) asked.pop_back();
    if (asked == "/") return true;
    const std::string inside = folder + '/';
    return asked.starts_with('/') ? inside.starts_with(asked + '/')
                                  : inside.find('/' + asked + '/') != std::string::npos;
}

void ask_folders(const ClipTable& table, const Query& query, Marks& wanted) {
    if (query.folders.empty()) return;
    Marks folders(table.folders.size(), 0);
    for (const std::string& folder : query.folders) {
        const std::string asked = unicode::nfkc_casefold(folder);
        for (std::uint32_t i = 0; i < folders.size(); ++i)
            if (is_in_folder(table.folders.folded(i), asked)) folders[i] = 1;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::uint32_t folder = table.clips[i].folder;
        if (folder == Names::kNone || folders[folder] == 0) wanted[i] = 0;
    }
}

void ask_clip(const ClipTable& table, const Query& query, Marks& wanted) {
    if (query.files.empty() && query.tags.empty() && query.without_tags.empty() && query.verdicts.empty() &&
        query.since.empty() && query.until.empty())
        return;
    std::vector<std::string> files;
    for (const std::string& file : query.files) files.push_back(unicode::search_fold(file));
    std::vector<std::uint32_t> tags;
    for (const std::string& tag : query.tags) tags.push_back(table.tags.find(unicode::nfkc_casefold(tag)));
    const Marks unwanted_tags = marked_names(table.tags, query.without_tags);
    unsigned verdicts = 0;
    for (std::size_t i = 0; i < kVerdicts.size(); ++i)
        if (std::find(query.verdicts.begin(), query.verdicts.end(), kVerdicts.at(i)) != query.verdicts.end())
            verdicts |= 1U << i;
    const auto fits = [&](const Clip& clip) {
        if (verdicts != 0 && (clip.verdicts & verdicts) == 0) return false;
        if (!query.since.empty() && clip.date < query.since) return false;
        if (!query.until.empty() && clip.date > query.until) return false;
        const auto in_name = [&](const std::string& file) {
            return clip.name.find(file) != std::string::npos;
        };
        const auto has_tag = [&](std::uint32_t tag) {
            return std::find(clip.tags.begin(), clip.tags.end(), tag) != clip.tags.end();
        };
        return std::all_of(files.begin(), files.end(), in_name) &&
               std::all_of(tags.begin(), tags.end(), has_tag) &&
               std::none_of(clip.tags.begin(), clip.tags.end(),
                            [&](std::uint32_t tag) { return unwanted_tags[tag] != 0; });
    };
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!fits(table.clips[i])) wanted[i] = 0;
}

Marks clips_having(const ClipTable& table, Has has) {
    const auto any = [](const Mention&) { return true; };
    if (has == Has::handle) return clips_with(table, table.handles, any);
    if (has == Has::outlet) return clips_with(table, table.outlets, any);
    Marks clips(table.clips.size(), 0);
    if (has == Has::text)
        for (const ClassCount& count : table.counts) clips[count.clip] = 1;
    else
        for (std::size_t i = 0; i < clips.size(); ++i) {
            const Clip& clip = table.clips[i];
            clips[i] = static_cast<char>(has == Has::note      ? clip.has_note
                                         : has == Has::verdict ? clip.verdicts != 0
                                                               : !clip.tags.empty());
        }
    return clips;
}

}  // namespace

bool names_somebody(const Query& query) {
    return !query.handles.empty() || !query.platforms.empty() || !query.outlets.empty();
}

std::vector<char> clips_wanted(const ClipTable& table, const Query& query) {
    Marks wanted(table.clips.size(), 1);
    ask_names(table, query, wanted);
    ask_folders(table, query, wanted);
    ask_clip(table, query, wanted);
    for (const Has has : query.has) keep_only(wanted, clips_having(table, has));
    for (const Has has : query.without) {
        Marks having = clips_having(table, has);
        for (char& mark : having) mark = static_cast<char>(mark == 0);
        keep_only(wanted, having);
    }
    return wanted;
}

std::vector<std::int64_t> texts_that_name(const ClipTable& table, const Query& query) {
    std::vector<std::int64_t> keys;
    const Marks platforms = marked_names(table.platforms, query.platforms);
    const Marks outlets = marked_names(table.outlet_names, query.outlets);
    std::vector<std::string> folded;
    for (const std::string& handle : query.handles) folded.push_back(fold_handle(handle));
    const Marks handles = marked_names(table.handle_names, folded);
    if (!query.handles.empty() || !query.platforms.empty())
        for (const Mention& mention : table.handles)
            if ((query.handles.empty() || handles[mention.name] != 0) && is_on(mention, query, platforms))
                keys.push_back(mention.key);
    for (const Mention& mention : table.outlets)
        if (outlets[mention.name] != 0) keys.push_back(mention.key);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

}  // namespace sourcereel::catalogue
