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
    "sourcereel finds out what a video says about its own source: it decodes the\n"
    "file, finds its shots, reads the text burned into the picture (marks, handles,\n"
    "captions) and keeps all of it in a catalogue that can be searched.\n"
    "\n"
    "For a first look:\n"
    "  sourcereel text clip.mp4             what is written in this video\n"
    "  sourcereel analyze videos/           put a folder of videos into the catalogue\n"
    "  sourcereel search handle:BRICSinfo   which of them carry this handle\n";

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 done, and nothing was found; 2 wrong usage; 3 some inputs\n"
    "could not be read (the others were done) or the answer could not be written;\n"
    "4 the catalogue cannot be used; 130 interrupted, what was finished is kept.\n"
    "\n"
    "A setting is taken from the first place that has it: the option; the variable\n"
    "SOURCEREEL_DB, SOURCEREEL_FORMAT, SOURCEREEL_COLOR, SOURCEREEL_PROGRESS,\n"
    "SOURCEREEL_JOBS, SOURCEREEL_LANGS or SOURCEREEL_MODELS; ./sourcereel.toml;\n"
    "and $XDG_CONFIG_HOME/sourcereel/config.toml. --config or SOURCEREEL_CONFIG\n"
    "names one file to read instead of those two. NO_COLOR forbids colours.\n"
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
        app_.footer(kFooter);
        app_.set_version_flag(
            "--version", [] { return versions_text(); }, "Print versions and leave");
        app_.set_help_flag("-h,--help", "Print this help and leave");
        add_globals();
        add_analyze();
        add_shots();
        add_text();
        add_clip();
        add_verify();
        add_report();
        add_search();
        add_show();
        add_serve();
        add_export();
        add_marks();
        add_db();
        add_doctor();
    }

    Parsed parse(int argc, const char* const* argv) {
        Parsed parsed;
        const std::vector<std::string> kept = with_removals_kept(argc, argv);
        std::vector<const char*> arguments;
        for (const std::string& argument : kept) arguments.push_back(argument.c_str());
        try {
            app_.parse(argc, arguments.data());
        } catch (const CLI::ParseError& error) {
            std::ostringstream answer;
            std::ostringstream message;
            parsed.ends_here = true;
            parsed.exit = app_.exit(error, answer, message) == 0 ? kDone : kWrongUsage;
            parsed.answer = answer.str();
            if (parsed.exit != kDone) parsed.message = error.what();
            take_settings();  // As far as CLI11 came: how to say the message may be among them.
            parsed.line = line_;
            return parsed;
        }
        take_settings();
        parsed.line = line_;
        // Asked here and not of CLI11, which would speak of it before a misspelt option.
        if (line_.command == Command::none) {
            parsed.ends_here = true;
            parsed.exit = kWrongUsage;
            parsed.message = argc > 1 && app_.got_subcommand("db")
                                 ? "db: name check, stats, backup, migrate or relink"
                                 : "name a command, for instance analyze";
            return parsed;
        }
        return parsed;
    }

private:
    /// "tag 7 -seen" takes a tag away. CLI11 would see options in it, so it gets another first letter.
    static std::vector<std::string> with_removals_kept(int argc, const char* const* argv) {
        std::vector<std::string> arguments(argv, argv + argc);
        bool is_tag = false;
        for (std::string& argument : arguments) {
            const bool is_flag = argument == "-q" || argument == "-v" || argument == "-h" || argument == "-";
            if (is_tag && argument.size() > 1 && argument[0] == '-' && argument[1] != '-' && !is_flag)
                argument[0] = kRemoval;
            if (argument == "tag") is_tag = true;
        }
        return arguments;
    }

    void take_settings() {
        for (const Setting& setting : settings_) {
            if (setting.value) line_.flags[setting.key] = {*setting.value, setting.flag};
        }
        for (std::string& tag : line_.tags)
            if (tag.starts_with(kRemoval)) tag[0] = '-';
        // Of the two ways to speak of progress the stricter wins.
        if (no_progress_) line_.flags["progress"] = {"off", "--no-progress"};
    }

    CLI::App* add(const char* name, Command command, const char* summary, const std::string& more) {
        CLI::App* sub = app_.add_subcommand(name, summary);
        sub->footer(more + "\n\nOptions of all commands, exit codes, variables: sourcereel --help");
        sub->fallthrough();  // Global options may follow the command.
        sub->callback([this, command] { line_.command = command; });
        return sub;
    }

    void add_setting(CLI::App& to, std::size_t index, const char* flags, const char* placeholder,
                     const std::string& description) {
        to.add_option(flags, settings_[index].value, description)->type_name(placeholder);
    }

    void add_globals() {
        add_setting(app_, 0, "--db", "FILE",
                    "Catalogue (default: sourcereel/catalogue.db in\n$XDG_DATA_HOME)");
        add_setting(app_, 1, "--format", "table|json", "For people or programs (default: table)");
        add_setting(app_, 2, "--color", "auto|always|never", "Colours (auto: on terminals)");
        add_setting(app_, 3, "--progress", "auto|off|json", "On stderr: a line on terminals, or JSON lines");
        app_.add_flag("--no-progress", no_progress_, "No progress line");
        add_setting(app_, 6, "--models", "DIR|none",
                    "Neural models (default: sourcereel/models in\n$XDG_DATA_HOME); none: do without");
        app_.add_option("--config", line_.config, "Read settings from this file only")->type_name("FILE");
        app_.add_flag("-q,--quiet", line_.quiet, "Only answers and errors");
        app_.add_flag("-v,--verbose", line_.verbose, "Say also which settings and files are used");
    }

    void add_min_shot(CLI::App* sub) {
        sub->add_option("--min-shot", line_.min_shot_s, "A shorter shot joins the one before")
            ->type_name("SECONDS")
            ->check(CLI::Range(0.0, 3600.0).description(""));
    }

    /// What decides where shots begin, the same wherever shots are counted.
    void add_detection(CLI::App* sub) {
        add_min_shot(sub);
        sub->add_option("--sensitivity", line_.sensitivity, "How weak a change counts, 0 to 1 (default: 0.5)")
            ->type_name("S")
            ->check(CLI::Range(0.0, 1.0).description(""));
        sub->add_option("--crop", line_.crop, "Look only at this part of the picture")->type_name("X,Y,W,H");
        sub->add_option("--from", line_.from, "Look only at the video from here on,")->type_name("TIME");
        sub->add_option("--to", line_.to, "and only up to here")->type_name("TIME");
    }

    void add_languages(CLI::App* sub) {
        add_setting(*sub, 5, "--langs", "eng,rus,...", "Languages to read (default: all of ours installed)");
    }

    void add_analyze() {
        CLI::App* sub = add("analyze", Command::analyze, "Put videos into the catalogue",
                            "Decodes each video, finds its shots, reads its text, and stores all of it.\n"
                            "A video is known by its content: what is done already is not done twice, so\n"
                            "the same command goes on after an interruption. For example:\n"
                            "  sourcereel analyze videos/ clip.mp4\n"
                            "  find . -name '*.mp4' -print0 | sourcereel analyze -0 -");
        sub->add_option("paths", line_.paths, "Files, folders, or - for a list on stdin")->type_name("PATH");
        sub->add_option("--from-file", line_.from_file, "Also the paths listed in FILE, one a line")
            ->type_name("FILE");
        sub->add_flag("-0", line_.nul_separated, "Lists are separated by NUL bytes");
        add_setting(*sub, 4, "--jobs", "N", "Videos at the same time (default: cores)");
        add_languages(sub);
        add_min_shot(sub);
        sub->add_flag("--no-text", line_.no_text, "Read no text");
        sub->add_flag("--no-stills", line_.no_stills, "Keep no still of each shot");
        sub->add_flag("--again", line_.again, "Analyse also what is in the catalogue already");
    }

    void add_kinds(CLI::App* sub) {
        sub->add_option("--kinds", line_.kinds, "Only texts of these kinds, or \"all\"")
            ->type_name("KIND,...|all");
        sub->add_flag("--scene", line_.scene, "Also texts on things in the scene");
    }

    void add_force(CLI::App* sub) {
        sub->add_flag("--force", line_.force, "Replace files that exist already");
    }

    void add_shots() {
        CLI::App* sub =
            add("shots", Command::shots, "Shots of one video; needs no catalogue",
                "Says where each shot begins, and by what: cut, dissolve, fade or wipe.\n"
                "For example:\n"
                "  sourcereel shots clip.mp4 --min-shot 0.5\n"
                "  sourcereel shots clip.mp4 --as edl -o clip.edl\n"
                "  sourcereel shots clip.mp4 --stills pictures --sheet shots.jpg\n"
                "Edit lists: edl is CMX 3600 (drop-frame timecode at 29.97 and 59.94), otio is\n"
                "OpenTimelineIO, fcpxml is for Final Cut Pro, qp for x264's --qpfile. html is one\n"
                "page with a still of each shot in it. Without --as, the extension of -o decides.");
        sub->add_option("video", line_.video, "The video")->required()->type_name("VIDEO");
        add_detection(sub);
        sub->add_option("--as", line_.as, "csv, json, html, edl, otio, fcpxml or qp")->type_name("FORMAT");
        sub->add_option("-o,--output", line_.output, "Write the list to FILE, not to stdout")
            ->type_name("FILE");
        sub->add_option("--scores", line_.scores, "Write what each picture scores, as CSV")
            ->type_name("FILE");
        sub->add_option("--from-scores", line_.from_scores, "Decide by such a file; decode nothing")
            ->type_name("FILE");
        sub->add_option("--stills", line_.stills, "First, middle and last picture of each\nshot as JPEG")
            ->type_name("DIR");
        sub->add_option("--sheet", line_.sheet, "Contact sheet (.jpg, .png): a still a shot")
            ->type_name("FILE");
        sub->add_option("--split", line_.split, "Each shot as a file, to the very picture")->type_name("DIR");
        sub->add_flag("--copy", line_.copy, "With --split: copy from keyframes, not encode");
        add_force(sub);
    }

    void add_clip() {
        CLI::App* sub = add("clip", Command::clip, "Cut one part of a video into a file",
                            "Copies from the keyframe at or before the begin and says on stderr which range\n"
                            "it became; with --exact encodes exactly the pictures asked for (H.264, AAC).\n"
                            "Times are seconds, M:SS.s or H:MM:SS.s. For example:\n"
                            "  sourcereel clip clip.mp4 --shot 3 -o shot.mp4\n"
                            "  sourcereel clip clip.mp4 --range 1:02.5-1:10 --exact -o part.mp4");
        sub->add_option("video", line_.video, "The video")->required()->type_name("VIDEO");
        sub->add_option("--shot", line_.shot, "This shot, numbered as \"shots\" does")
            ->type_name("N")
            ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 40).description(""));
        sub->add_option("--range", line_.range, "From A to B; either may be left out")->type_name("A-B");
        sub->add_option("-o,--output", line_.output, "The new file: .mp4, .mov, .mkv, .webm, ...")
            ->required()
            ->type_name("OUT");
        sub->add_flag("--exact", line_.exact, "To the very picture, encoded anew");
        add_detection(sub);
        add_force(sub);
    }

    void add_text() {
        CLI::App* sub = add("text", Command::text, "Text burned into one video; needs no catalogue",
                            "Marks, captions, straps and credits, with the handles in them. For example:\n"
                            "  sourcereel text clip.mp4 --langs eng,rus\n"
                            "  sourcereel text clip.mp4 -o clip.srt --sheet check.jpg\n"
                            "  sourcereel text clip.mp4 --as vtt --kinds all\n"
                            "srt, vtt and csv hold captions and title cards, unless --kinds says otherwise:\n"
                            "caption, title, lower_third, ticker, credit, watermark, bug, scene, or all.\n"
                            "In srt no two cues overlap: texts that stand together become one cue. In vtt\n"
                            "all but captions and titles are laid over their place in the picture. In csv\n"
                            "an apostrophe stands before cells that spreadsheets would take for formulas.\n"
                            "Without --as, the extension of -o decides.");
        sub->add_option("video", line_.video, "The video")->required()->type_name("VIDEO");
        add_languages(sub);
        sub->add_option("--as", line_.as, "csv, json, srt or vtt")->type_name("FORMAT");
        sub->add_option("-o,--output", line_.output, "Write to FILE, not to stdout")->type_name("FILE");
        add_kinds(sub);
        sub->add_option("--sheet", line_.sheet, "Stills with the texts in boxes (.jpg, .png)")
            ->type_name("FILE");
        add_force(sub);
    }

    void add_verify() {
        CLI::App* sub =
            add("verify", Command::verify, "Claims of an article against videos",
                "Reads what an article (text, Markdown, saved HTML) says about the source of its\n"
                "pictures, and says of each claim what the videos show for and against it: marks\n"
                "and credit lines in the picture, and metadata that a downloader (yt-dlp,\n"
                "gallery-dl, auto-archiver) left beside them. Without VIDEO it asks the catalogue.\n"
                "  sourcereel verify article.html clip.mp4\n"
                "  sourcereel verify article.txt clip.mp4 --report check\n"
                "Exit code 0 when every claim is supported, else 1.");
        sub->add_option("article", line_.article, "The article")->required()->type_name("ARTICLE");
        sub->add_option("videos", line_.paths, "Videos to judge it by (default: the catalogue)")
            ->type_name("VIDEO");
        sub->add_option("--sidecar", line_.sidecar, "The VIDEO's metadata, where not beside it")
            ->type_name("FILE");
        sub->add_option("--outlets", line_.outlets, "Rows of your own for the outlet registry")
            ->type_name("FILE");
        sub->add_option("--report", line_.report,
                        "Write a report to hand on: page, JSON,\nevidence pictures, hashes")
            ->type_name("DIR");
        sub->add_option("--dated", line_.dated,
                        "What the report says of its date (default:\nnothing, so that it can be made again)")
            ->type_name("TEXT");
        sub->add_option("--as", line_.as, "claimreview: schema.org drafts, without rating")
            ->type_name("FORMAT");
        add_languages(sub);
    }

    void add_report() {
        CLI::App* sub = add("report", Command::report, "Whether a report is as it was made",
                            "Compares every file of a report with its list of hashes, offline:\n"
                            "  sourcereel report DIR --check\n"
                            "Exit code 1 when one was changed, is missing or was added.");
        sub->add_option("folder", line_.target, "The report")->required()->type_name("DIR");
        sub->add_flag("--check", line_.check, "Compare (the only thing it does)");
    }

    void add_search() {
        CLI::App* sub =
            add("search", Command::search, "Catalogued videos by what was read in them",
                "A query holds words, \"a phrase\", wor*, this | that, -without, and conditions:\n"
                "handle:NAME platform:NAME outlet:ID kind:KIND lang:CODE script:NAME\n"
                "since:2024-06 until:2024 folder:NAME file:NAME tag:NAME -tag:NAME\n"
                "has:handle|outlet|tag|note|text. Quote it for the shell:\n"
                "  sourcereel search '\"lower town\" -harbour kind:caption'\n"
                "Exit code 1 when nothing is found.");
        sub->add_option("query", line_.words, "What to look for")->type_name("QUERY");
        sub->add_flag("--facets", line_.facets, "Also how the hits spread over handles, kinds, ...");
        sub->add_option("--sort", line_.sort, "relevance, or time: newest clip first")
            ->type_name("ORDER")
            ->check(CLI::IsMember({"relevance", "time"}).description(""));
        sub->add_option("--as", line_.as, "csv or json, as a file of its own")->type_name("FORMAT");
        sub->add_option("--save", line_.save, "Keep this query under a name")->type_name("NAME");
        sub->add_option("--saved", line_.saved, "Search for the query of this name")->type_name("NAME");
        sub->add_flag("--list-saved", line_.list_saved, "Names and queries that are kept");
        sub->add_option("--limit", line_.limit, "At most so many hits (default: 50)")
            ->type_name("N")
            ->check(CLI::Range(std::int64_t{1}, std::int64_t{100000}).description(""));
        sub->add_option("--offset", line_.offset, "Pass over the first N hits")
            ->type_name("N")
            ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 40).description(""));
    }

    void add_show() {
        CLI::App* sub = add("show", Command::show, "One catalogued video, whole",
                            "  sourcereel show clip.mp4\n"
                            "Exit code 1 when the catalogue has no such video.");
        sub->add_option("video", line_.key, "Its number, path, or SHA-256 (8 digits do)")
            ->required()
            ->type_name("ID|SHA256|PATH");
    }

    void add_serve() {
        CLI::App* sub = add("serve", Command::serve, "Browse the catalogue in a browser",
                            "  sourcereel serve\n"
                            "Prints its address and runs until Ctrl-C. Only programs on this machine reach it.\n"
                            "For others name an address and a file that holds a secret of 16 characters or more,\n"
                            "and put it behind something that encrypts:\n"
                            "  sourcereel serve --listen 192.0.2.7 --token-file secret.txt");
        sub->add_option("--port", line_.port, "Port (default: 8321; 0: a free one)")
            ->type_name("N")
            ->check(CLI::Range(0, 65535).description(""));
        sub->add_option("--listen", line_.listen, "Address (default: 127.0.0.1)")->type_name("ADDRESS");
        sub->add_option("--token-file", line_.token_file,
                        "Its first line is asked of every browser;\nneeded where others reach the address")
            ->type_name("FILE");
    }

    void add_export() {
        CLI::App* sub =
            add("export", Command::export_videos, "Catalogued videos in other programs' formats",
                "Gives from the catalogue what \"text --as\" and \"shots --as\" give from a file:\n"
                "srt and vtt the text, edl, otio and fcpxml the shots, csv either, json all.\n"
                "Several videos make one csv or json; other formats go into a folder, as\n"
                "ID-NAME.srt. For example:\n"
                "  sourcereel export 12 --as srt\n"
                "  sourcereel export 12 13 14 --as edl -o edits/\n"
                "  sourcereel export clip.mp4 --as csv --kinds all\n"
                "Exit code 1, and nothing is written, when one of them is not catalogued.");
        sub->add_option("videos", line_.keys, "Their numbers, paths, or SHA-256 (8 digits do)")
            ->required()
            ->type_name("ID|SHA256|PATH");
        sub->add_option("--as", line_.as, "csv, json, srt, vtt, edl, otio or fcpxml")->type_name("FORMAT");
        sub->add_option("-o,--output", line_.output, "Write to this file, or into this folder")
            ->type_name("FILE|DIR/");
        sub->add_option("--of", line_.of, "What a csv lists (default: text)")->type_name("text|shots");
        add_kinds(sub);
        add_force(sub);
    }

    CLI::Option* add_key(CLI::App* sub) {
        return sub->add_option("video", line_.key, "Its number, path, or SHA-256 (8 digits do)")
            ->type_name("ID|SHA256|PATH");
    }

    void add_marks() {
        CLI::App* tag = add("tag", Command::tag, "Tags of one video, or all there are",
                            "  sourcereel tag 7 +checked -seen\n"
                            "Found again by tag:checked and -tag:checked. Tags stay when the video is\n"
                            "analysed again.");
        add_key(tag);
        tag->add_option("tags", line_.tags, "+NAME puts a tag on, -NAME takes it off")
            ->type_name("+NAME|-NAME");
        CLI::App* note = add("note", Command::note, "Notes on a video, a shot or a range",
                             "  sourcereel note 7                       what is noted\n"
                             "  sourcereel note 7 --shot 3 'the bridge'\n"
                             "  sourcereel note 7 --range 1:02-1:10 'same sign as in 12'\n"
                             "A note on a shot is kept by its time, whatever becomes of the shots.");
        add_key(note)->required();
        note->add_option("text", line_.note, "What to note")->type_name("TEXT");
        note->add_option("--shot", line_.shot, "On this shot, numbered as \"show\" does")
            ->type_name("N")
            ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 40).description(""));
        note->add_option("--range", line_.range, "From A to B; either may be left out")->type_name("A-B");
        note->add_option("--remove", line_.remove, "Take away the note of this number")->type_name("NOTE");
        CLI::App* pair = add("not-a-copy", Command::not_a_copy, "Remember that two videos are no copies",
                             "  sourcereel not-a-copy 7 12");
        add_key(pair)->required();
        pair->add_option("other", line_.other_key, "The other one")->required()->type_name("ID|SHA256|PATH");
        pair->add_flag("--undo", line_.undo, "Forget it");
    }

    void add_db() {
        CLI::App* db =
            app_.add_subcommand("db", "Look after the catalogue: check, stats, backup,\nmigrate, relink");
        db->fallthrough();
        const auto add_below = [&](const char* name, Command command, const char* description) {
            CLI::App* sub = db->add_subcommand(name, description);
            sub->fallthrough();
            sub->callback([this, command] { line_.command = command; });
            return sub;
        };
        add_below("check", Command::db_check, "Whether all is in order; exit code 1 if not");
        add_below("stats", Command::db_stats, "How much is in it");
        add_below("backup", Command::db_backup, "Copy it while it may be in use; replaces nothing")
            ->add_option("target", line_.target, "The new file")
            ->required()
            ->type_name("FILE");
        add_below("migrate", Command::db_migrate, "Take a file of an older program forward");
        add_below("relink", Command::db_relink, "Find videos that were moved, by their content")
            ->add_option("folder", line_.target, "Where to look, folders in it too")
            ->required()
            ->type_name("DIR");
    }

    void add_doctor() {
        add("doctor", Command::doctor, "What works here and what is missing",
            "Versions, languages, models, codecs and the catalogue. Exit code 1 when\n"
            "something that is needed is missing.");
    }

    static constexpr char kRemoval = '\x01';

    CLI::App app_;
    CommandLine line_;
    bool no_progress_ = false;
    std::vector<Setting> settings_{{"db", "--db", {}},        {"format", "--format", {}},
                                   {"color", "--color", {}},  {"progress", "--progress", {}},
                                   {"jobs", "--jobs", {}},    {"langs", "--langs", {}},
                                   {"models", "--models", {}}};
};

}  // namespace

Parsed parse_command_line(int argc, const char* const* argv) {
    return Parser().parse(argc, argv);
}

}  // namespace sourcereel::cli
