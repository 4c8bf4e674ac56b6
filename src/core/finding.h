// core/finding.h: what videos show for or against one claim of an article.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/geometry.h"

namespace sourcereel {

enum class Verdict {
    supported,
    partly_supported,
    contradicted,
    conflicting,
    not_found,
    inconclusive,
    out_of_scope
};
enum class Stance { supports, opposes };  ///< Printed as "for" and "against".
/// A: metadata that identifies the post; B: a persistent, exact mark; C: one that is short or alone; D: weak.
enum class Strength { A, B, C, D };
/// Where a piece of evidence comes from. Pieces of one layer are not independent of each other by themselves.
enum class EvidenceLayer { carrier, marks, copies, file };

std::string_view name_of(Verdict verdict) noexcept;
std::string_view name_of(Stance stance) noexcept;
std::string_view name_of(Strength strength) noexcept;
std::string_view name_of(EvidenceLayer layer) noexcept;

/// One observation about one video that bears on a claim.
struct Evidence {
    std::string code;  ///< What it is: "watermark.handle", "bug.outlet", "sidecar.handle", …
    Stance stance = Stance::supports;
    Strength strength = Strength::D;
    EvidenceLayer layer = EvidenceLayer::marks;
    std::string source;  ///< Two pieces with the same source are one: a mark in copies of one video.
    std::string video;   ///< SHA-256 of the file.
    double begin = 0;    ///< Seconds; 0 and 0 where it has no place in time.
    double end = 0;
    std::optional<Rect> box;   ///< Where in the upright picture; nothing where it has no place there.
    std::optional<int> track;  ///< Index of the text track in the video.
    std::string text;          ///< As read or as the metadata has it.
    std::string match;         ///< "exact", "ambiguous_ocr", "lookalike", "near".
    double confidence = 0;     ///< 0..1.
    std::string detail;        ///< A sentence for people: which field, which outlet, which engine.
    std::string crop;          ///< Path of the evidence picture within the report; empty: none.
    std::string picture;       ///< Path of the full picture with the box; empty: none.
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// How much of the videos was looked at: what "no mark was found" rests on.
struct Coverage {
    std::int64_t frames_examined = 0;
    double examined_seconds = 0;         ///< Duration of the videos examined.
    double decoded_share = 1;            ///< The least of the videos', 0..1.
    std::vector<std::string> languages;  ///< Of the OCR data used, sorted.
    int short_side = 0;                  ///< The least of the videos', pixels.
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// A claim with its verdict.
struct Finding {
    Claim claim;
    Verdict verdict = Verdict::inconclusive;
    std::vector<Evidence> evidence;  ///< Against first, then for; each stance strongest first.
    Coverage coverage;
    std::string explanation;  ///< Fixed wording per rule.
};

}  // namespace sourcereel
