#include "json/documents.h"
#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/failures.h"
#include "sourcereel/output.h"
#include "sourcereel/printable.h"

namespace sourcereel::cli {

int run_db_check(const Settings& settings) {
    const catalogue::Catalogue catalogue = open_catalogue(settings);
    const std::vector<std::string> problems = asking_catalogue([&] { return catalogue.check(); });
    if (settings.format == Format::json) {
        write_answer(json::facts_document(
            "sourcereel.db-check/1",
            {{"path", settings.db.string()}, {"problems", std::to_string(problems.size()), true}}, problems));
    } else {
        std::string text;
        for (const std::string& problem : problems) text += visible(problem) + "\n";
        write_answer(text.empty() ? "all in order\n" : text);
    }
    return problems.empty() ? kDone : kAnswerIsNo;
}

int run_db_stats(const Settings& settings) {
    const catalogue::Catalogue catalogue = open_catalogue(settings);
    const catalogue::Stats stats = asking_catalogue([&] { return catalogue.stats(); });
    const std::vector<json::Fact> facts{{"path", settings.db.string()},
                                        {"videos", std::to_string(stats.videos), true},
                                        {"shots", std::to_string(stats.shots), true},
                                        {"tracks", std::to_string(stats.tracks), true},
                                        {"handles", std::to_string(stats.handles), true},
                                        {"seconds", fixed(stats.seconds, 3), true},
                                        {"file_bytes", std::to_string(stats.file_bytes), true},
                                        {"schema_version", std::to_string(stats.schema_version), true}};
    if (settings.format == Format::json) {
        write_answer(json::facts_document("sourcereel.db-stats/1", facts, {}));
        return kDone;
    }
    std::string text;
    for (const json::Fact& fact : facts) {
        std::string name = fact.key;
        for (char& c : name) c = c == '_' ? ' ' : c;
        name.resize(16, ' ');
        text += name + visible(fact.value) + "\n";
    }
    write_answer(text);
    return kDone;
}

int run_db_migrate(const Settings& settings) {
    catalogue::Migration done;
    try {
        done = catalogue::Catalogue::migrate(settings.db);
    } catch (const Error& error) {
        refuse(error, settings);
    }
    const std::string from = std::to_string(done.from);
    const std::string to = std::to_string(done.to);
    if (settings.format == Format::json) {
        write_answer(json::facts_document(
            "sourcereel.db-migrate/1",
            {{"path", settings.db.string()}, {"from_version", from, true}, {"to_version", to, true}}, {}));
    } else {
        write_answer(done.from == done.to ? "version " + to + " already, nothing to do\n"
                                          : "taken from version " + from + " to version " + to + "\n");
    }
    return kDone;
}

int run_db_backup(const CommandLine& line, const Settings& settings) {
    const catalogue::Catalogue catalogue = open_catalogue(settings);
    try {
        catalogue.backup(line.target);
    } catch (const Error& error) {
        // "unsupported" is about the target: the catalogue itself was opened.
        if (error.kind() == ErrorKind::unsupported) throw UsageError(error.what());
        throw CatalogueError(error);
    }
    if (settings.format == Format::json) {
        write_answer(json::facts_document("sourcereel.db-backup/1",
                                          {{"path", settings.db.string()}, {"target", line.target}}, {}));
    } else if (!settings.quiet) {
        say("copied to " + line.target);
    }
    return kDone;
}

}  // namespace sourcereel::cli
