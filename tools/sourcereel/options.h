// sourcereel/options.h: the command line, understood as far as it can be without the other places of
// settings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sourcereel/settings.h"

namespace sourcereel::cli {

enum class Command {
    none,
    analyze,
    shots,
    text,
    clip,
    verify,
    report,
    search,
    show,
    serve,
    export_videos,
    db_check,
    db_stats,
    db_backup,
    db_migrate,
    db_relink,
    tag,
    note,
    not_a_copy,
    doctor
};

struct CommandLine {
    Command command = Command::none;

    Layer flags;                        ///< What the user wrote of the settings that have other places too.
    std::optional<std::string> config;  ///< --config
    bool quiet = false;
    bool verbose = false;

    std::vector<std::string> paths;          ///< analyze: PATH…, may hold "-".
    std::optional<std::string> from_file;    ///< analyze
    bool nul_separated = false;              ///< analyze: -0
    bool again = false;                      ///< analyze
    bool no_text = false;                    ///< analyze
    bool no_stills = false;                  ///< analyze
    std::string video;                       ///< shots, text, clip
    double min_shot_s = 0;                   ///< shots, clip, analyze
    std::optional<double> sensitivity;       ///< shots, clip
    std::optional<std::string> crop;         ///< shots, clip: X,Y,W,H
    std::optional<std::string> from;         ///< shots, clip
    std::optional<std::string> to;           ///< shots, clip
    std::optional<std::string> scores;       ///< shots: write them
    std::optional<std::string> from_scores;  ///< shots: read them
    std::optional<std::string> as;           ///< shots, text, export: the format
    std::optional<std::string> output;       ///< shots, text, export, clip: -o
    std::optional<std::string> stills;       ///< shots: folder
    std::optional<std::string> sheet;        ///< shots, text: file
    std::optional<std::string> split;        ///< shots: folder
    bool copy = false;                       ///< shots --split
    bool force = false;                      ///< shots, text, export, clip: replace files
    bool exact = false;                      ///< clip
    bool scene = false;                      ///< text, export: texts on things in the scene too
    std::optional<std::size_t> shot;         ///< clip, note, tag
    std::optional<std::string> range;        ///< clip, note, tag
    std::vector<std::string> words;          ///< search
    std::int64_t limit = 50;                 ///< search
    std::int64_t offset = 0;                 ///< search
    std::vector<std::string> keys;           ///< export
    std::optional<std::string> kinds;        ///< text, export: KIND,… or all
    std::optional<std::string> of;           ///< export: what a CSV lists, text or shots
    std::string sort = "relevance";          ///< search
    std::optional<std::string> save;         ///< search: keep the query under this name
    std::optional<std::string> saved;        ///< search: take the query of this name
    std::optional<std::string> forget;       ///< search: the query of this name
    bool facets = false;                     ///< search
    bool list_saved = false;                 ///< search
    bool clips = false;                      ///< search: list clips, not texts
    bool all = false;                        ///< search: no limit
    std::string key;                         ///< show, tag, note, not-a-copy
    std::string other_key;                   ///< not-a-copy
    std::vector<std::string> tags;           ///< tag: "+name" or "-name"
    std::string note;                        ///< note: its text
    std::optional<std::int64_t> remove;      ///< note: this one
    std::string target;                      ///< db backup, db relink
    int port = 8321;                         ///< serve
    bool undo = false;                       ///< not-a-copy
    bool check = false;                      ///< report
    bool no_record = false;                  ///< verify: keep no verdicts
    std::string article;                     ///< verify
    std::optional<std::string> outlets;      ///< verify: rows of the user's own
    std::optional<std::string> sidecar;      ///< verify: of the one VIDEO
    std::optional<std::string> report;       ///< verify: folder
    std::optional<std::string> dated;        ///< verify: what the report says of its date
    std::string listen = "127.0.0.1";        ///< serve
    std::optional<std::string> token_file;   ///< serve
};

}  // namespace sourcereel::cli
