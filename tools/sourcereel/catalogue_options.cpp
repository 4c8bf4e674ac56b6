#include "sourcereel/parser.h"

namespace sourcereel::cli {

void Parser::add_verify() {
    CLI::App* sub = add("verify", Command::verify, "Claims of an article against videos",
                        "Reads what an article (text, Markdown, saved HTML) says about the source of its\n"
                        "pictures, and says of each claim what the videos show for and against it: marks\n"
                        "and credit lines in the picture, and metadata that a downloader (yt-dlp,\n"
                        "gallery-dl, auto-archiver) left beside them. Without VIDEO it asks\n"
                        "the catalogue, which keeps each clip's verdicts for verdict: and has:verdict.\n"
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
    sub->add_flag("--no-record", line_.no_record, "Keep no verdicts in the catalogue");
    sub->add_option("--as", line_.as, "claimreview: schema.org drafts, without rating")->type_name("FORMAT");
    add_languages(sub);
}

void Parser::add_report() {
    CLI::App* sub = add("report", Command::report, "Whether a report is as it was made",
                        "Compares every file of a report with its list of hashes, offline:\n"
                        "  sourcereel report DIR --check\n"
                        "Exit code 1 when one was changed, is missing or was added.");
    sub->add_option("folder", line_.target, "The report")->required()->type_name("DIR");
    sub->add_flag("--check", line_.check, "Compare (the only thing it does)");
}

void Parser::add_search() {
    CLI::App* sub = add("search", Command::search, "Catalogued videos by what was read in them",
                        "A query holds words, \"a phrase\", wor*, this | that, -without, and conditions:\n"
                        "handle:NAME platform:NAME outlet:ID kind:KIND lang:CODE script:NAME\n"
                        "since:2024-06 until:2024 folder:NAME file:NAME tag:NAME -tag:NAME\n"
                        "verdict:supported has:handle|outlet|tag|note|text|verdict. Quote it:\n"
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
    sub->add_option("--forget", line_.forget, "Keep the query of this name no longer")->type_name("NAME");
    sub->add_flag("--clips", line_.clips, "List the clips that answer, not their texts");
    sub->add_flag("--all", line_.all, "All of them, whatever --limit says");
    sub->add_option("--limit", line_.limit, "At most so many hits (default: 50)")
        ->type_name("N")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{100000}).description(""));
    sub->add_option("--offset", line_.offset, "Pass over the first N hits")
        ->type_name("N")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 40).description(""));
}

void Parser::add_show() {
    CLI::App* sub = add("show", Command::show, "One catalogued video, whole",
                        "  sourcereel show clip.mp4\n"
                        "Exit code 1 when the catalogue has no such video.");
    sub->add_option("video", line_.key, "Its number, path, or SHA-256 (8 digits do)")
        ->required()
        ->type_name("ID|SHA256|PATH");
}

void Parser::add_serve() {
    CLI::App* sub = add("serve", Command::serve, "Browse the catalogue in a browser",
                        "  sourcereel serve\n"
                        "Prints its address and runs until Ctrl-C. Only programs on this machine reach\n"
                        "it. For others name an address and a file that holds a secret of 16 characters\n"
                        "or more, and put it behind something that encrypts:\n"
                        "  sourcereel serve --listen 192.0.2.7 --token-file secret.txt");
    sub->add_option("--port", line_.port, "Port (default: 8321; 0: a free one)")
        ->type_name("N")
        ->check(CLI::Range(0, 65535).description(""));
    sub->add_option("--listen", line_.listen, "Address (default: 127.0.0.1)")->type_name("ADDRESS");
    sub->add_option("--token-file", line_.token_file,
                    "Its first line is asked of every browser;\nneeded where others reach the address")
        ->type_name("FILE");
}

void Parser::add_export() {
    CLI::App* sub = add("export", Command::export_videos, "Catalogued videos in other programs' formats",
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

CLI::Option* Parser::add_key(CLI::App* sub) {
    return sub->add_option("video", line_.key, "Its number, path, or SHA-256 (8 digits do)")
        ->type_name("ID|SHA256|PATH");
}

void Parser::add_part(CLI::App* sub) {
    sub->add_option("--shot", line_.shot, "On this shot, numbered as \"show\" does")
        ->type_name("N")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 40).description(""));
    sub->add_option("--range", line_.range, "From A to B; either may be left out")->type_name("A-B");
}

void Parser::add_marks() {
    CLI::App* tag = add("tag", Command::tag, "Tags of one video, or all there are",
                        "  sourcereel tag 7 +checked -seen\n"
                        "  sourcereel tag 7 --shot 3 +bridge        on a part of it\n"
                        "Found again by tag:checked and -tag:checked. Tags stay when the video is\n"
                        "analysed again; one on a shot is kept by its time.");
    add_key(tag);
    tag->add_option("tags", line_.tags, "+NAME puts a tag on, -NAME takes it off")->type_name("+NAME|-NAME");
    add_part(tag);
    CLI::App* note = add("note", Command::note, "Notes on a video, a shot or a range",
                         "  sourcereel note 7                       what is noted\n"
                         "  sourcereel note 7 --shot 3 'the bridge'\n"
                         "  sourcereel note 7 --range 1:02-1:10 'same sign as in 12'\n"
                         "A note on a shot is kept by its time, whatever becomes of the shots.");
    add_key(note)->required();
    note->add_option("text", line_.note, "What to note")->type_name("TEXT");
    add_part(note);
    note->add_option("--remove", line_.remove, "Take away the note of this number")->type_name("NOTE");
    CLI::App* pair = add("not-a-copy", Command::not_a_copy, "Remember that two videos are no copies",
                         "  sourcereel not-a-copy 7 12");
    add_key(pair)->required();
    pair->add_option("other", line_.other_key, "The other one")->required()->type_name("ID|SHA256|PATH");
    pair->add_flag("--undo", line_.undo, "Forget it");
}

void Parser::add_db() {
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

}  // namespace sourcereel::cli
