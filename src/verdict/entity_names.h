// verdict/entity_names.h: whom a claim means. Private to verdict.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribution/outlets.h"
#include "core/claim.h"

namespace sourcereel::verdict {

/// The outlet, the members of the class; empty for others and for ids that the registry does not have.
std::vector<const attribution::Outlet*> outlets_meant(const Entity& entity,
                                                      const attribution::OutletRegistry& outlets);

/// Whether `outlet` is one of `meant`.
bool is_one_of(const attribution::Outlet* outlet, const std::vector<const attribution::Outlet*>& meant);

/// Whether the article names a platform alone: "posted on Telegram".
bool names_platform(const Entity& entity);

/// How sentences name the entity: "@BRICSinfo", "Rossiya 1", "state television of Russia".
std::string shown_name(const Entity& entity, const attribution::OutletRegistry& outlets);

/// Texts as literals are compared: folded, spaces collapsed, without articles, possessives and punctuation at
/// the ends.
std::string folded_literal(std::string_view text);

/// Whether `words` stands in `text` as whole words; both folded.
bool holds_words(std::string_view text, std::string_view words);

/// Runs of letters and digits.
std::size_t count_words(std::string_view text);

/// The lines of a block.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace sourcereel::verdict
