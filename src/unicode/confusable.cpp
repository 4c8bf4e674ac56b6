#include "unicode/confusable.h"

#include <memory>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include "unicode/fold.h"

namespace sourcereel::unicode {
namespace {

struct CloseChecker {
    void operator()(USpoofChecker* checker) const noexcept { uspoof_close(checker); }
};
using CheckerPtr = std::unique_ptr<USpoofChecker, CloseChecker>;

/// Null only without ICU's data or memory. Read-only once opened, so any thread may use it.
const USpoofChecker* checker() {
    static const CheckerPtr opened = [] {
        UErrorCode status = U_ZERO_ERROR;
        CheckerPtr made{uspoof_open(&status)};
        if (U_FAILURE(status) != 0) made.reset();
        return made;
    }();
    return opened.get();
}

icu::UnicodeString wide(std::string_view text) {
    return icu::UnicodeString::fromUTF8(valid_utf8(text));
}

std::string narrow(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace

std::string confusable_skeleton(std::string_view text) {
    const icu::UnicodeString from = wide(text);
    if (checker() == nullptr) return narrow(from);
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString skeleton;
    uspoof_getSkeletonUnicodeString(checker(), 0, from, skeleton, &status);
    return narrow(U_FAILURE(status) != 0 ? from : skeleton);
}

std::string nfc_casefold(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString folded = wide(text).foldCase();
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    if (U_SUCCESS(status) == 0) return narrow(folded);
    const icu::UnicodeString normal = normalizer->normalize(folded, status);
    return narrow(U_FAILURE(status) != 0 ? folded : normal);
}

}  // namespace sourcereel::unicode
