#!/usr/bin/python3
"""check_layers on small trees: a good one, and one with each kind of fault."""
import contextlib
import io
import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import check_layers  # noqa: E402

GOOD = {
    "src/core/time.h": "#include <chrono>\n",
    "src/media/reader.h": '#include "core/time.h"\n#include <memory>\n',
    "src/media/reader.cpp": '#include "media/reader.h"\nextern "C" {\n#  include <libavformat/avformat.h>\n}\n#include <sys/stat.h>\n',
    "src/media/av/raii.h": "#include <libavutil/frame.h>\n",
    "src/unicode/fold.cpp": '#include <unicode/unorm2.h>\n#include "core/time.h"\n',
    "src/unicode/fold.h": "#include <string>\n",
    "src/text/reader.cpp": '#include <tesseract/baseapi.h>\n#include <opencv2/imgproc.hpp>\n#include "unicode/fold.h"\n',
    "src/pipeline/job.cpp": '#include "media/reader.h"\n// #include <sqlite3.h>\n/*\n#include <CLI/CLI.hpp>\n*/\n',
    "tools/sourcereel/main.cpp": '#include "commands.h"\n#include "media/reader.h"\n#include <CLI/CLI.hpp>\n',
    "tools/sourcereel/commands.h": "#include <vector>\n",
}


class CheckLayers(unittest.TestCase):
    def rules(self, **changes):
        """Findings of the good tree with some files more; double underscores stand for / and three for a dot."""
        files = dict(GOOD)
        files.update({name.replace("___", ".").replace("__", "/"): text for name, text in changes.items()})
        with tempfile.TemporaryDirectory() as root:
            for path, text in files.items():
                os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                    file.write(text)
            return [str(f) for f in check_layers.check(root)[1]]

    def test_a_good_tree_has_no_findings(self):
        self.assertEqual(self.rules(), [])

    def test_a_stage_must_not_know_another(self):
        self.assertEqual(self.rules(src__shots__cut___cpp='#include <vector>\n#include "media/reader.h"\n'),
                         ['src/shots/cut.cpp:2: "media/reader.h": shots must not know media (it may use core)'])

    def test_an_arrow_that_cmake_does_not_declare_is_none(self):
        cmake = "sourcereel_library(text\n  HEADERS reader.h  # DEPENDS unicode\n  SOURCES reader.cpp\n  DEPENDS core imaging\n  FOREIGN X::X)\n"
        self.assertEqual(self.rules(src__text__CMakeLists___txt=cmake),
                         ['src/text/reader.cpp:3: "unicode/fold.h": src/text/CMakeLists.txt does not declare DEPENDS unicode'])
        self.assertEqual(self.rules(src__text__CMakeLists___txt=cmake.replace("core imaging", "core imaging unicode")), [])

    def test_cmake_must_not_declare_an_arrow_that_the_picture_does_not_have(self):
        self.assertEqual(self.rules(src__shots__CMakeLists___txt="# 1\nsourcereel_library(shots SOURCES a.cpp DEPENDS core imaging)\n"),
                         ["src/shots/CMakeLists.txt:2: DEPENDS imaging: shots must not know imaging"])

    def test_shots_and_pipeline_know_no_more_than_they_declare(self):
        self.assertEqual(len(self.rules(src__imaging__mat___h="", src__shots__cut___cpp='#include "imaging/mat.h"\n',
                                        src__pipeline__x___cpp='#include "unicode/fold.h"\n')), 2)

    def test_core_knows_nobody_and_only_the_standard_library(self):
        found = self.rules(src__core__frame___h='#include "unicode/fold.h"\n#include <unistd.h>\n')
        self.assertEqual([line.split(": ")[0] for line in found], ["src/core/frame.h:1", "src/core/frame.h:2"])

    def test_foreign_libraries_stay_in_their_folders(self):
        for folder, header in (("shots", "opencv2/core.hpp"), ("imaging", "tesseract/baseapi.h"), ("pipeline", "sqlite3.h"),
                               ("text", "unicode/uchar.h"), ("catalogue", "nlohmann/json.hpp"), ("pipeline", "toml++/toml.h"),
                               ("json", "CLI/CLI.hpp"), ("catalogue", "libavutil/frame.h"), ("shots", "boost/asio.hpp")):
            found = self.rules(**{f"src__{folder}__x___cpp": f"#include <{header}>\n"})
            self.assertEqual(len(found), 1, f"{folder} with {header}: {found}")
            self.assertTrue(found[0].startswith(f"src/{folder}/x.cpp:1: <{header}>"), found)

    def test_the_tools_use_no_library_but_ours_directly(self):
        self.assertEqual(len(self.rules(tools__sourcereel__show___cpp="#include <nlohmann/json.hpp>\n#include <sqlite3.h>\n")), 2)

    def test_a_public_header_of_media_shows_no_libav(self):
        self.assertEqual(len(self.rules(src__media__leak___h="#include <libavutil/frame.h>\n")), 1)

    def test_the_inside_of_media_is_private(self):
        self.assertEqual(len(self.rules(src__pipeline__x___cpp='#include "media/av/raii.h"\n')), 1)

    def test_headers_that_are_nowhere_and_folders_that_are_unknown(self):
        self.assertEqual(len(self.rules(src__media__x___cpp='#include "media/gone.h"\n')), 1)
        self.assertEqual(len(self.rules(src__media__x___cpp='#include "reader.h"\n')), 1)
        self.assertEqual(len(self.rules(src__utils__x___h="")), 1)

    def test_an_empty_tree_is_no_success(self):
        with tempfile.TemporaryDirectory() as root, contextlib.redirect_stderr(io.StringIO()):
            self.assertEqual(check_layers.main(["check_layers", root]), 2)

    def test_a_comment_sign_inside_quotes_hides_nothing(self):
        self.assertEqual(len(self.rules(src__shots__x___cpp='const char* a = "/*";\n#include <sqlite3.h>\nconst char* b = "*/";\n')), 1)


if __name__ == "__main__":
    unittest.main()
