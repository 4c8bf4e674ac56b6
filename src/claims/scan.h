// claims/scan.h: what all rules read and where they put what they find. Private to claims.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "attribution/outlets.h"
#include "claims/article.h"
#include "claims/lexicon.h"
#include "claims/mentions.h"
#include "claims/tokens.h"
#include "core/claim.h"

namespace sourcereel::claims {

/// Who or what a phrase names: tokens [begin, end).
struct Source {
    Entity entity;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool referring = false;  ///< By "the channel" or "it".
};

/// A claim with the tokens of its quote and its sentence.
struct FoundClaim {
    Claim claim;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t sentence = 0;
};

/// One article while it is scanned. Rules see one sentence at a time and look no further than kReach tokens.
struct Scan {
    const Article& article;
    const TokenizedText& text;
    const Mentions& mentions;
    const attribution::OutletRegistry& outlets;
    std::size_t sentence_index = 0;
    std::vector<FoundClaim> found;
    /// The last outlet or account outside the registry that a sentence before this one named, and where.
    std::optional<Entity> last_literal;
    std::size_t last_literal_end = 0;

    /// The last body outside the registry that was named, and where: "The corporation" behind it is it.
    std::optional<Entity> last_body;
    std::size_t last_body_end = 0;

    /// The names outside the registry that claims have had so far.
    std::set<std::string> claimed;

    /// Within the rows of a table: the column of the sources, counted from 1; 0 where it has none.
    std::optional<std::size_t> source_column;

    static constexpr std::size_t kReach = 24;
    static const Token kNoToken;

    const Sentence& sentence() const { return text.sentences[sentence_index]; }
    /// The token; beyond the text one that is nothing, so that rules may look past its ends.
    const Token& token(std::size_t i) const { return i < text.tokens.size() ? text.tokens[i] : kNoToken; }
    bool has(std::size_t i, std::uint64_t words) const { return (token(i).words & words) != 0; }
    /// Whether the token is within the sentence and is that word.
    bool is(std::size_t i, std::string_view word) const {
        return i >= sentence().begin && i < sentence().end && text.tokens[i].folded == word;
    }
    /// The text of tokens [begin, end).
    std::string words(std::size_t begin, std::size_t end) const;
    /// Adds a claim whose quote are the tokens [begin, end); one with the same type and entity in this
    /// sentence counts once.
    FoundClaim& add(ClaimType type, const Source& source, std::size_t begin, std::size_t end);
};

/// The rules. Each reads the sentence at hand.
void read_passive(Scan& scan);          ///< "posted on X by @a", "aired by B".
void read_active(Scan& scan);           ///< "B aired the clip".
void read_platform_alone(Scan& scan);   ///< "first appeared on Reddit".
void read_credit_sentence(Scan& scan);  ///< "credited to B", "provided by B", "citing B as the source".
void read_credit_line(Scan& scan);      ///< "Video: @a / B", "courtesy of B".
void read_origin(Scan& scan);           ///< "footage from B", "B's own film", "still from B".
void read_via(Scan& scan);              ///< "via B".
void read_list_item(Scan& scan);        ///< "- Bridge, by night: B".
void read_credited_item(Scan& scan);    ///< "B" in a column or below a heading of sources.
void read_table_row(Scan& scan);        ///< "| Bridge | @a |" under "| Clip | Source |".
void read_screen(Scan& scan);           ///< "a banner saying LIVE", "the logo of B".
void read_handover(Scan& scan);         ///< "passed it to B", "accounts that shared it were @a".
void read_airing(Scan& scan);           ///< "B was first with the clip", "B gave it four minutes".
void read_keeping(Scan& scan);          ///< "the page B still has the clip", "deleted by @a".
void read_camera(Scan& scan);           ///< "Behind the camera was B".
void read_named_doer(Scan& scan);       ///< "The first station to air it was B".
void read_embedded_post(Scan& scan);    ///< "Name (@a)" below a post.
void read_accounts_of_posts(
    Scan& scan);  ///< "a tweet by @a", "the oldest copy is from the Telegram channel B".

/// "So did B", "B did the same": repeats the claim before, which may be the last of the sentence before.
void read_echo(Scan& scan, const std::vector<FoundClaim>& all);

/// "It did not.": takes back the last claim of the sentence before, which reported what somebody said.
void read_denial(const Scan& scan, std::vector<FoundClaim>& all);

}  // namespace sourcereel::claims
