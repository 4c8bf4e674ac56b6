// Small clips whose truth is known by how they are made.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "support/temp_folder.h"

namespace sourcereel::tests {

using support::TempFolder;

/// Two seconds of moving noise over `color`, 25 pictures a second, then one second of another colour: a cut
/// at picture 50 of 75.
inline void make_clip(const std::filesystem::path& file, const std::string& color) {
    const auto source = [](const std::string& name, const char* seconds) {
        return "-f lavfi -i \"color=" + name + ":s=160x120:r=25:d=" + seconds +
               ",noise=alls=40:allf=t:all_seed=7\" ";
    };
    const std::string command =
        "ffmpeg -v error -y " + source(color, "2") + source("yellow", "1") +
        "-filter_complex concat=n=2 -c:v mpeg4 -q:v 5 -threads 1 -fflags +bitexact '" + file.string() +
        "' </dev/null";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("ffmpeg failed: " + command);
}

inline void write_file(const std::filesystem::path& file, const std::string& content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

}  // namespace sourcereel::tests
