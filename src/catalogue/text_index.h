// catalogue/text_index.h: what the full-text index holds of a text, and how a term asks it. Private to
// catalogue.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/query.h"
#include "catalogue/sqlite.h"
#include "core/text_track.h"

namespace sourcereel::catalogue {

/// The text as the column `words` has it: unicode::search_fold, one space between words, also where Hangul,
/// Han or kana touch another script.
std::string index_words(std::string_view text);

/// The column `cjk`: pairs of Hangul, Han and kana; then each letter that ends a word and begins no pair, so
/// that a single letter is found as the beginning of something wherever it stands.
std::string index_cjk(std::string_view text);

/// The column `handles`.
std::string index_handles(const std::vector<HandleMention>& handles);

/// An account name as it is compared: without "@", folded.
std::string fold_handle(std::string_view handle);

/// Makes index_words(text), index_cjk(text) and track_key(video_id, track_index, words, class_id) known to
/// the SQL of upgrades.
void define_index_functions(const Connection& connection);

/// What a term asks for.
struct TermMatch {
    std::string expression;  ///< In the language of FTS5, whose quotes hold all that the user typed.
    std::optional<std::string> exact;  ///< `words` must hold this too: pairs of letters alone do not say it.
    bool one_word = false;             ///< Nothing but one word, or a beginning of two or three letters.
    std::string shown;                 ///< What to look for when a text is shortened around the match.
};

/// Nothing where the term has no letter or digit.
std::optional<TermMatch> match_of(const Term& term);

}  // namespace sourcereel::catalogue
