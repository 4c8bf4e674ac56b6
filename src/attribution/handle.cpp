#include "attribution/handle.h"

#include <set>
#include <string>
#include <utility>

#include "attribution/address.h"
#include "attribution/characters.h"
#include "attribution/label.h"
#include "attribution/mention.h"
#include "unicode/fold.h"

namespace sourcereel::attribution {
namespace {

/// Collects mentions in the order they come, each account of each platform once.
class Mentions {
public:
    explicit Mentions(std::u32string_view text) : text_(text) {}

    void add(const Found& found) {
        HandleMention mention;
        mention.raw = part(found.raw);
        mention.handle = part(found.name);
        if (!found.platform.empty()) mention.platform = std::string(found.platform);
        if (seen_.emplace(found.platform, unicode::nfkc_casefold(mention.handle)).second)
            all_.push_back(std::move(mention));
    }
    std::vector<HandleMention> take() { return std::move(all_); }

private:
    std::string part(const Span& span) const {
        return unicode::to_utf8(text_.substr(span.begin, span.end - span.begin));
    }

    std::u32string_view text_;
    std::set<std::pair<std::string, std::string>> seen_;  // Platform and folded name.
    std::vector<HandleMention> all_;
};

}  // namespace

std::vector<HandleMention> find_handles(std::string_view text) {
    const std::u32string points = unicode::code_points(text);
    Mentions mentions(points);
    for (std::size_t pos = 0; pos < points.size();) {
        if (is_at_sign(points[pos])) {
            if (const auto found = mention_at(points, pos)) {
                mentions.add(*found);
                pos = found->raw.end;
                continue;
            }
        } else if (const auto address = address_at(points, pos)) {
            if (address->found) mentions.add(*address->found);
            pos = address->end;
            continue;
        } else if (const auto label = label_at(points, pos)) {
            mentions.add(*label);
            pos = label->raw.end;
            continue;
        }
        ++pos;
    }
    return mentions.take();
}

}  // namespace sourcereel::attribution
