#include "sourcereel/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/printable.h"

namespace sourcereel::cli {
namespace {

constexpr const char* kPurpose =
    "sourcereel finds out what a video says about its own source: it decodes the file,\n"
    "finds its shots, reads the text burned into the picture (marks, handles, captions)\n"
    "and keeps all of it in a catalogue that can be searched.\n"
    "\n"
    "For a first look:\n"
    "  sourcereel text clip.mp4                 what is written in this video\n"
    "  sourcereel analyze videos/               put a folder of videos into the catalogue\n"
    "  sourcereel search handle:BRICSinfo       which of them carry this handle";

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 done, and nothing was found; 2 wrong usage; 3 some inputs could\n"
    "not be read (the others were done) or the answer could not be written; 4 the catalogue\n"
    "cannot be used; 130 interrupted, what was finished is kept.\n"
    "\n"
    "Each setting is taken from the first place that has it: the option; the variable\n"
    "SOURCEREEL_DB, SOURCEREEL_FORMAT, SOURCEREEL_COLOR, SOURCEREEL_PROGRESS,\n"
    "SOURCEREEL_JOBS or SOURCEREEL_LANGS; ./sourcereel.toml; and\n"
    "$XDG_CONFIG_HOME/sourcereel/config.toml. SOURCEREEL_CONFIG (or --config) names one file\n"
    "to read instead of those two; NO_COLOR forbids colours.\n"
    "\n"
    "\"sourcereel COMMAND --help\" says more about a command.";

/// A setting that also has other places: kept as written, so that one place judges them all.
struct Setting {
    const char* key;
    const char* flag;
    std::optional<std::string> value;
};

class Parser {
public:
    Parser() : app_(kPurpose, "sourcereel") {
        app_.require_subcommand(1);
        app_.footer(kFooter);
        app_.set_version_flag(
            "--version", [] { return versions_text(); }, "Print versions and leave");
        app_.set_help_flag("-h,--help", "Print this help and leave");
        add_globals();
        add_analyze();
        add_shots();
        add_text();
        add_search();
        add_show();
        add_db();
        add_doctor();
    }

    Parsed parse(int argc, const char* const* argv) {
        Parsed parsed;
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            std::ostringstream answer;
            std::ostringstream message;
            parsed.ends_here = true;
            parsed.exit = app_.exit(error, answer, message) == 0 ? kDone : kWrongUsage;
            parsed.answer = answer.str();
            parsed.message = message.str();
            return parsed;
        }
        for (const Setting& setting : settings_) {
            if (setting.value) line_.flags[setting.key] = {*setting.value, setting.flag};
        }
        // Of the two ways to speak of progress the stricter wins.
        if (no_progress_) line_.flags["progress"] = {"off", "--no-progress"};
        parsed.line = line_;
        return parsed;
    }

private:
    CLI::App* add(const char* name, Command command, const std::string& description) {
        CLI::App* sub = app_.add_subcommand(name, description);
        sub->fallthrough();  // Global options may follow the command.
        sub->callback([this, command] { line_.command = command; });
        return sub;
    }

    void add_setting(CLI::App& to, std::size_t index, const char* flags, const char* placeholder,
                     const std::string& description) {
        to.add_option(flags, settings_[index].value, description)->type_name(placeholder);
    }

    void add_globals() {
        add_setting(app_, 0, "--db", "FILE", "Catalogue (default: $XDG_DATA_HOME/sourcereel/catalogue.db)");
        add_setting(app_, 1, "--format", "table|json", "For people or for programs (default: table)");
        add_setting(app_, 2, "--color", "auto|always|never", "Colours (default: auto, on terminals)");
        add_setting(app_, 3, "--progress", "auto|off|json",
                    "auto: a line where stderr is a terminal; json: a JSON object a line on stderr");
        app_.add_flag("--no-progress", no_progress_, "No progress line");
        app_.add_option("--config", line_.config, "Read settings from this file only")->type_name("FILE");
        app_.add_flag("-q,--quiet", line_.quiet, "Only answers and errors");
        app_.add_flag("-v,--verbose", line_.verbose, "Say also which settings and files are used");
    }

    void add_min_shot(CLI::App* sub) {
        sub->add_option("--min-shot", line_.min_shot_s, "A shot shorter than this joins the one before")
            ->type_name("SECONDS")
            ->check(CLI::Range(0.0, 3600.0));
    }

    void add_languages(CLI::App* sub) {
        add_setting(*sub, 5, "--langs", "eng,rus,…",
                    "Languages to read, as Tesseract names them (default: all of ours that are installed)");
    }

    void add_analyze() {
        CLI::App* sub =
            add("analyze", Command::analyze,
                "Decode videos, find shots, read text, and put them into the catalogue.\n"
                "A video is known by its content: what is done already is not done twice, so the\n"
                "same command goes on after an interruption.\n"
                "  sourcereel analyze videos/ clip.mp4\n"
                "  find . -name '*.mp4' -print0 | sourcereel analyze -0 -");
        sub->add_option("paths", line_.paths, "Files, folders (with all below), or - for a list on stdin")
            ->type_name("PATH");
        sub->add_option("--from-file", line_.from_file, "Also the paths listed in FILE, one a line")
            ->type_name("FILE");
        sub->add_flag("-0", line_.nul_separated, "Lists are separated by NUL bytes instead of line ends");
        add_setting(*sub, 4, "--jobs", "N", "Videos at the same time; memory grows with it (default: cores)");
        add_languages(sub);
        add_min_shot(sub);
        sub->add_flag("--again", line_.again, "Analyse also what is in the catalogue already");
    }

    void add_shots() {
        CLI::App* sub = add("shots", Command::shots,
                            "Shots of one video: where each begins, and by what. Needs no catalogue.\n"
                            "  sourcereel shots clip.mp4 --min-shot 0.5");
        sub->add_option("video", line_.video, "The video")->required()->type_name("VIDEO");
        add_min_shot(sub);
    }

    void add_text() {
        CLI::App* sub = add("text", Command::text,
                            "Text burned into the picture of one video. Needs no catalogue.\n"
                            "  sourcereel text clip.mp4 --langs eng,rus");
        sub->add_option("video", line_.video, "The video")->required()->type_name("VIDEO");
        add_languages(sub);
    }

    void add_search() {
        CLI::App* sub =
            add("search", Command::search,
                "Catalogued videos by what was read in them. A query holds words, \"a phrase\", wor*,\n"
                "-without, handle:NAME, platform:NAME, kind:KIND, lang:CODE. Quote it for the shell:\n"
                "  sourcereel search '\"lower town\" -harbour kind:caption'\n"
                "Exit code 1 when nothing is found.");
        sub->add_option("query", line_.words, "What to look for")->required()->type_name("QUERY");
        sub->add_option("--limit", line_.limit, "At most so many hits (default: 50)")
            ->type_name("N")
            ->check(CLI::Range(std::int64_t{1}, std::int64_t{100000}));
        sub->add_option("--offset", line_.offset, "Pass over the first N hits")
            ->type_name("N")
            ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 40));
    }

    void add_show() {
        CLI::App* sub = add("show", Command::show,
                            "All that is known about one catalogued video.\n"
                            "  sourcereel show clip.mp4");
        sub->add_option("video", line_.key, "Its number, its SHA-256 (8 digits are enough) or its path")
            ->required()
            ->type_name("ID|SHA256|PATH");
    }

    void add_db() {
        CLI::App* db = app_.add_subcommand("db", "Look after the catalogue: check, stats, backup");
        db->fallthrough();
        db->require_subcommand(1);
        const auto add_below = [&](const char* name, Command command, const char* description) {
            CLI::App* sub = db->add_subcommand(name, description);
            sub->fallthrough();
            sub->callback([this, command] { line_.command = command; });
            return sub;
        };
        add_below("check", Command::db_check, "Whether all is in order; exit code 1 when it is not");
        add_below("stats", Command::db_stats, "How much is in it");
        add_below("backup", Command::db_backup, "Copy it while it may be in use; replaces nothing")
            ->add_option("target", line_.target, "The new file")
            ->required()
            ->type_name("FILE");
    }

    void add_doctor() {
        add("doctor", Command::doctor,
            "Versions, languages, codecs and the catalogue: what works here and what is missing.\n"
            "Exit code 1 when something that is needed is missing.");
    }

    CLI::App app_;
    CommandLine line_;
    bool no_progress_ = false;
    std::vector<Setting> settings_{{"db", "--db", {}},       {"format", "--format", {}},
                                   {"color", "--color", {}}, {"progress", "--progress", {}},
                                   {"jobs", "--jobs", {}},   {"langs", "--langs", {}}};
};

}  // namespace

Parsed parse_command_line(int argc, const char* const* argv) {
    return Parser().parse(argc, argv);
}

}  // namespace sourcereel::cli
