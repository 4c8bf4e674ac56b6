#include "sourcereel/command_line.h"

#include <sstream>

#include "sourcereel/commands.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/parser.h"

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
    "  sourcereel search handle:BRICSinfo   which of them carry this handle\n"
    "  sourcereel verify story.html         whether they bear out an article\n"
    "  sourcereel serve                     all of this in a browser\n";

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

}  // namespace

Parser::Parser() : app_(kPurpose, "sourcereel") {
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

Parsed Parser::parse(int argc, const char* const* argv) {
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

std::vector<std::string> Parser::with_removals_kept(int argc, const char* const* argv) {
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

void Parser::take_settings() {
    for (const Setting& setting : settings_) {
        if (setting.value) line_.flags[setting.key] = {*setting.value, setting.flag};
    }
    for (std::string& tag : line_.tags)
        if (tag.starts_with(kRemoval)) tag[0] = '-';
    // Of the two ways to speak of progress the stricter wins.
    if (no_progress_) line_.flags["progress"] = {"off", "--no-progress"};
}

CLI::App* Parser::add(const char* name, Command command, const char* summary, const std::string& more) {
    CLI::App* sub = app_.add_subcommand(name, summary);
    sub->footer(more + "\n\nOptions of all commands, exit codes, variables: sourcereel --help");
    sub->fallthrough();  // Global options may follow the command.
    sub->callback([this, command] { line_.command = command; });
    return sub;
}

void Parser::add_setting(CLI::App& to, std::size_t index, const char* flags, const char* placeholder,
                         const std::string& description) {
    to.add_option(flags, settings_[index].value, description)->type_name(placeholder);
}

void Parser::add_globals() {
    add_setting(app_, 0, "--db", "FILE", "Catalogue (default: sourcereel/catalogue.db in\n$XDG_DATA_HOME)");
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

void Parser::add_min_shot(CLI::App* sub) {
    sub->add_option("--min-shot", line_.min_shot_s, "A shorter shot joins the one before")
        ->type_name("SECONDS")
        ->check(CLI::Range(0.0, 3600.0).description(""));
}

void Parser::add_detection(CLI::App* sub) {
    add_min_shot(sub);
    sub->add_option("--sensitivity", line_.sensitivity, "How weak a change counts, 0 to 1 (default: 0.5)")
        ->type_name("S")
        ->check(CLI::Range(0.0, 1.0).description(""));
    sub->add_option("--crop", line_.crop, "Look only at this part of the picture")->type_name("X,Y,W,H");
    sub->add_option("--from", line_.from, "Look only at the video from here on,")->type_name("TIME");
    sub->add_option("--to", line_.to, "and only up to here")->type_name("TIME");
}

void Parser::add_languages(CLI::App* sub) {
    add_setting(*sub, 5, "--langs", "eng,rus,...", "Languages to read (default: all of ours installed)");
    add_setting(*sub, 7, "--effort", "fast|default|thorough",
                "How much is done to read faint and small text");
}

void Parser::add_analyze() {
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

void Parser::add_kinds(CLI::App* sub) {
    sub->add_option("--kinds", line_.kinds, "Only texts of these kinds, or \"all\"")
        ->type_name("KIND,...|all");
    sub->add_flag("--scene", line_.scene, "Also texts on things in the scene");
}

void Parser::add_force(CLI::App* sub) {
    sub->add_flag("--force", line_.force, "Replace files that exist already");
}

void Parser::add_shots() {
    CLI::App* sub = add("shots", Command::shots, "Shots of one video; needs no catalogue",
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
    sub->add_option("-o,--output", line_.output, "Write the list to FILE, not to stdout")->type_name("FILE");
    sub->add_option("--scores", line_.scores, "Write what each picture scores, as CSV")->type_name("FILE");
    sub->add_option("--from-scores", line_.from_scores, "Decide by such a file; decode nothing")
        ->type_name("FILE");
    sub->add_option("--stills", line_.stills, "First, middle and last picture of each\nshot as JPEG")
        ->type_name("DIR");
    sub->add_option("--sheet", line_.sheet, "Contact sheet (.jpg, .png): a still a shot")->type_name("FILE");
    sub->add_option("--split", line_.split, "Each shot as a file, to the very picture")->type_name("DIR");
    sub->add_flag("--copy", line_.copy, "With --split: copy from keyframes, not encode");
    add_force(sub);
}

void Parser::add_clip() {
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

void Parser::add_text() {
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
    sub->add_option("--sheet", line_.sheet, "Stills with the texts in boxes (.jpg, .png)")->type_name("FILE");
    add_force(sub);
}

void Parser::add_doctor() {
    add("doctor", Command::doctor, "What works here and what is missing",
        "Versions, languages, models, codecs and the catalogue. Exit code 1 when\n"
        "something that is needed is missing.");
}

Parsed parse_command_line(int argc, const char* const* argv) {
    return Parser().parse(argc, argv);
}

}  // namespace sourcereel::cli
