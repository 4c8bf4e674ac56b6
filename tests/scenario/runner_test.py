#!/usr/bin/python3
"""The runner and its little language, on made-up programs and answers."""
import os
import stat
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
from expect import json_faults, text_faults  # noqa: E402
from run_scenario import exit_fits, run_case, unused_expectations  # noqa: E402


class Json(unittest.TestCase):
    def fits(self, wanted, got):
        self.assertEqual(json_faults(wanted, got), [])

    def differs(self, wanted, got):
        self.assertNotEqual(json_faults(wanted, got), [])

    def test_objects_may_have_more_keys_but_not_fewer(self):
        self.fits({"a": 1}, {"a": 1, "b": 2})
        self.differs({"a": 1, "b": 2}, {"a": 1})
        self.differs({"a": 1}, [1])

    def test_lists_are_exact_unless_they_have_a_gap(self):
        self.fits([1, 2], [1, 2])
        self.differs([1, 2], [1, 2, 3])
        self.fits([1, "…"], [1, 2, 3])
        self.fits(["…", 3], [1, 2, 3])
        self.fits([1, "…", 3], [1, 2, 3])
        self.fits(["…", 2, "…"], [1, 2, 3])
        self.differs(["…", 2], [1, 2, 3])
        self.differs([2, "…"], [1, 2])
        self.differs(["…", 3, "…", 2, "…"], [1, 2, 3])
        self.fits(["…"], [])

    def test_strings_and_kinds(self):
        self.fits("a…z", "a to z")
        self.differs("a…z", "a to y")
        self.fits("<number>", 3.5)
        self.differs("<number>", True)
        self.differs("<string>", 3)
        self.differs(1, True)
        self.fits(None, None)
        self.differs(None, 0)

    def test_rules(self):
        self.fits({"near": 1.0, "within": .1}, 1.1)
        self.differs({"near": 1.0, "within": .1}, 1.11)
        self.fits({"least": 1, "most": 3}, 3)
        self.differs({"least": 1}, 0)
        self.differs({"least": 1}, "many")
        self.fits({"has": [{"a": 1}]}, [{"a": 2}, {"a": 1}])
        self.differs({"has": [{"a": 1}]}, [{"a": 2}])
        self.differs({"has_no": [{"a": 2}]}, [{"a": 2}])
        self.fits({"any_of": ["x", "y"]}, "y")
        self.differs({"any_of": ["x", "y"]}, "z")

    def test_saving(self):
        saved = {}
        self.assertEqual(json_faults({"id": "<save:id>"}, {"id": 7}, "$", saved), [])
        self.assertEqual(saved, {"id": "7"})


class Text(unittest.TestCase):
    def test_gaps_in_lines_and_of_lines(self):
        self.assertEqual(text_faults("a…c\n…\nend\n", "abc\n1\n2\nend\n"), [])
        self.assertEqual(text_faults("…\nend", "end"), [])
        self.assertNotEqual(text_faults("a\nend", "a\nb\nend"), [])
        self.assertNotEqual(text_faults("a", ""), [])
        self.assertEqual(text_faults("", ""), [])

    def test_exit_codes(self):
        self.assertTrue(exit_fits("0", 0) and exit_fits("1|3", 3) and exit_fits("!0", 2))
        self.assertFalse(exit_fits("0", 1) or exit_fits("1|3", 0) or exit_fits("!0", 0) or exit_fits("1", 11))


class Runner(unittest.TestCase):
    def run_case(self, script, **files):
        """A case with a shell script as the program; dots in file names are written as _dot_."""
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "program")
            with open(program, "w", encoding="utf-8") as file:
                file.write("#!/bin/bash\n" + script)
            os.chmod(program, stat.S_IRWXU)
            case = os.path.join(folder, "case")
            os.makedirs(os.path.join(case, "expected"))
            for name, text in files.items():
                path = name if name == "command" else "expected/" + name.strip("_").replace("_", ".")
                with open(os.path.join(case, path), "w", encoding="utf-8") as file:
                    file.write(text)
            return unused_expectations(case) or run_case(case, program, folder, 20)

    def test_values_go_from_one_answer_into_the_next_command(self):
        script = 'if [ "$1" = first ]; then echo \'{"id": "abc"}\'; else echo "$*"; fi'
        self.assertEqual(self.run_case(script, command="# words\n+ true\nsourcereel first\nsourcereel show {id}\n",
                                       _1_json='{"id": "<save:id>"}', _2_txt="show abc"), [])

    def test_a_wrong_code_text_or_document_is_a_fault(self):
        self.assertIn("exit code 3, expected 0", "\n".join(self.run_case("exit 3", command="sourcereel\n")))
        self.assertEqual(self.run_case("exit 3", command="sourcereel\n", _1_exit="3"), [])
        self.assertTrue(self.run_case("echo yes", command="sourcereel\n", _1_txt="no"))
        self.assertTrue(self.run_case("echo yes", command="sourcereel\n", _1_json="{}"))
        self.assertTrue(self.run_case("echo yes", command="sourcereel\n", _1_err="no"))

    def test_preparation_that_fails_and_stray_expectations_are_faults(self):
        self.assertTrue(self.run_case("exit 0", command="+ false\nsourcereel\n"))
        self.assertTrue(self.run_case("exit 0", command="sourcereel\n", _2_txt=""))
        self.assertTrue(self.run_case("exit 0", command="# nothing\n"))

    def test_the_home_of_the_person_who_runs_it_is_out_of_reach(self):
        self.assertEqual(self.run_case('[ "$HOME" != "' + os.path.expanduser("~") + '" ] && [ -z "$(ls)" ]', command="sourcereel\n"), [])


if __name__ == "__main__":
    unittest.main()
