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
    search,
    show,
    serve,
    db_check,
    db_stats,
    db_backup,
    db_migrate,
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
    std::optional<std::string> as;           ///< shots: the format of the list
    std::optional<std::string> output;       ///< shots, clip: -o
    std::optional<std::string> stills;       ///< shots: folder
    std::optional<std::string> sheet;        ///< shots: file
    std::optional<std::string> split;        ///< shots: folder
    bool copy = false;                       ///< shots --split
    bool force = false;                      ///< shots, clip: replace files
    std::optional<std::size_t> shot;         ///< clip
    std::optional<std::string> range;        ///< clip
    bool exact = false;                      ///< clip
    std::vector<std::string> words;          ///< search
    std::int64_t limit = 50;                 ///< search
    std::int64_t offset = 0;                 ///< search
    std::string key;                         ///< show
    std::string target;                      ///< db backup
    int port = 8321;                         ///< serve
    std::string listen = "127.0.0.1";        ///< serve
    std::optional<std::string> token_file;   ///< serve
};

}  // namespace sourcereel::cli
