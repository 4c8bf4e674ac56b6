#include "catalogue/text_class.h"

#include "catalogue/track_key.h"

namespace sourcereel::catalogue {

std::vector<TextClass> read_text_classes(const Connection& connection) {
    std::vector<TextClass> classes;
    Statement rows = connection.prepare("SELECT class_id, kind, language, script FROM text_class");
    while (rows.step()) {
        const auto id = static_cast<std::size_t>(rows.integer(0));
        if (id >= classes.size()) classes.resize(id + 1);
        classes[id] = {text_kind_from(rows.text(1)).value_or(TextKind::scene), rows.text(2), rows.text(3)};
    }
    return classes;
}

TextClassIds::TextClassIds(const Connection& connection)
    : find_(connection.prepare(
          "SELECT class_id FROM text_class WHERE kind = ?1 AND language = ?2 AND script = ?3")),
      add_(connection.prepare("INSERT INTO text_class (class_id, kind, language, script)"
                              " SELECT coalesce(max(class_id), 0) + 1, ?1, ?2, ?3 FROM text_class"
                              " HAVING coalesce(max(class_id), 0) + 1 < ?4 RETURNING class_id")) {}

std::int64_t TextClassIds::id_of(TextKind kind, const std::string& language, const std::string& script) {
    const auto [entry, is_new] = known_.try_emplace({kind, language, script}, 0);
    if (!is_new) return entry->second;
    entry->second = find_.bind(name_of(kind), language, script).number();
    if (entry->second == 0) entry->second = add_.bind(name_of(kind), language, script, kMostClasses).number();
    if (entry->second == 0)
        throw Error(ErrorKind::exhausted, "a catalogue holds at most " + std::to_string(kMostClasses - 1) +
                                              " combinations of kind, language and script");
    return entry->second;
}

}  // namespace sourcereel::catalogue
