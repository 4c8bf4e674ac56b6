// catalogue/text_class.h: the combinations of kind, language and script that texts have. Private to
// catalogue.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "catalogue/sqlite.h"
#include "core/text_track.h"

namespace sourcereel::catalogue {

struct TextClass {
    TextKind kind = TextKind::scene;
    std::string language;
    std::string script;
};

/// By class id; ids without a row have empty names.
std::vector<TextClass> read_text_classes(const Connection& connection);

/// Gives each class its id, making a row where there is none yet. For one write transaction.
class TextClassIds {
public:
    explicit TextClassIds(const Connection& connection);
    /// @throws Error exhausted where there are 4096 already.
    std::int64_t id_of(TextKind kind, const std::string& language, const std::string& script);

private:
    Statement find_, add_;
    std::map<std::tuple<TextKind, std::string, std::string>, std::int64_t> known_;
};

}  // namespace sourcereel::catalogue
