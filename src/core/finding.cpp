#include "core/finding.h"

namespace sourcereel {

std::string_view name_of(Verdict verdict) noexcept {
    switch (verdict) {
        case Verdict::supported:
            return "supported";
        case Verdict::partly_supported:
            return "partly_supported";
        case Verdict::contradicted:
            return "contradicted";
        case Verdict::conflicting:
            return "conflicting";
        case Verdict::not_found:
            return "not_found";
        case Verdict::inconclusive:
            return "inconclusive";
        case Verdict::out_of_scope:
            return "out_of_scope";
    }
    return "inconclusive";
}

std::string_view name_of(Stance stance) noexcept {
    return stance == Stance::supports ? "for" : "against";
}

std::string_view name_of(Strength strength) noexcept {
    switch (strength) {
        case Strength::A:
            return "A";
        case Strength::B:
            return "B";
        case Strength::C:
            return "C";
        case Strength::D:
            return "D";
    }
    return "D";
}

std::string_view name_of(EvidenceLayer layer) noexcept {
    switch (layer) {
        case EvidenceLayer::carrier:
            return "carrier";
        case EvidenceLayer::marks:
            return "marks";
        case EvidenceLayer::copies:
            return "copies";
        case EvidenceLayer::file:
            return "file";
    }
    return "marks";
}

}  // namespace sourcereel
