// claims/passive_agents.h: who does what a passive verb tells, where no "by" names it. Private to claims.
#pragma once

#include <cstddef>
#include <optional>

#include "claims/scan.h"

namespace sourcereel::claims {

/// "ran on B", "went out on B", "premiered on B": nobody's doing, but the outlet's.
bool goes_out(const Scan& scan, std::size_t verb);

/// "B said that it had never appeared on its channel": B's.
std::optional<Source> own_channel(const Scan& scan, std::size_t at);

/// "the public channel Kanal Sabor" says itself what it is.
bool names_outlet(const Scan& scan, const Source& source);

/// "Kenya's Citizen TV": a name that says what it is.
bool is_station(const Scan& scan, const Source& source);

/// "by pro-army pages on Facebook, among them Nile Shield": the one that is named.
void name_members(const Scan& scan, Source& source);

/// "shared by the bartender on TikTok (@name)": the account says more.
void name_account(const Scan& scan, Source& source);

/// "by several outlets, including B": the one that is named.
std::optional<Source> member_of_many(const Scan& scan, std::size_t verb);

/// "On TRT World the clips were shown": the station with which the sentence begins.
std::optional<Source> station_before(const Scan& scan, std::size_t verb);

/// "Viewers of B were shown the clip": whose audience it is.
std::optional<Source> whose_viewers(const Scan& scan, std::size_t verb);

/// "The ministry's own daily video, released the same morning": whose it is published it.
std::optional<Source> owner_of_published(const Scan& scan, std::size_t verb);

}  // namespace sourcereel::claims
