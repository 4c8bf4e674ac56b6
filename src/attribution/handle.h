// attribution/handle.h: account names and addresses in a text.
#pragma once

#include <string_view>
#include <vector>

#include "core/text_track.h"

namespace sourcereel::attribution {

/// The handles in a text, in the order they stand, each once: "@name", "t.me/name", "x.com/name",
/// "youtube.com/@name", "vk.com/name", "IG: name", … A name keeps the rules of its platform (letters,
/// length); with no platform told, the widest rule of those that write "@". E-mail addresses and package
/// scopes ("@types/node") are none. Pure; any thread.
std::vector<HandleMention> find_handles(std::string_view text);

}  // namespace sourcereel::attribution
