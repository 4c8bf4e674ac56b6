#!/usr/bin/python3
"""page.sh on a tree of its own with an npm that is made up: it only notes its calls and does as it is told."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
NPM = """#!/bin/bash
echo "$*" >>"$STATE/calls"
[ -e "$STATE/fail" ] && cat "$STATE/fail" && exit 1
mkdir -p node_modules/htm && exit 0
"""


class Page(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="page-")
        self.addCleanup(shutil.rmtree, self.folder)
        os.makedirs(self.path("tools/dev/page"))
        os.mkdir(self.path("bin"))
        shutil.copy(os.path.join(HERE, "..", "page.sh"), self.path("tools/dev/page.sh"))
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(os.path.join(HERE, name), self.path("tools/dev/page", name))
        with open(self.path("bin/npm"), "w", encoding="utf-8") as file:
            file.write(NPM)
        os.chmod(self.path("bin/npm"), 0o755)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def run_script(self, *options, **environment):
        return subprocess.run(["/bin/bash", self.path("tools/dev/page.sh"), *options], capture_output=True, text=True, check=False,
                              env={"PATH": f"{self.path('bin')}:/usr/bin:/bin", "STATE": self.folder, **environment})

    def calls(self):
        try:
            with open(self.path("calls"), encoding="utf-8") as file:
                return file.read().splitlines()
        except FileNotFoundError:
            return []

    def test_it_fetches_once_and_the_larger_part_serves_for_the_smaller(self):
        for options, calls in (((), 1), ((), 1), (("--tests",), 2), ((), 2), (("--tests",), 2)):
            done = self.run_script(*options)
            self.assertEqual((done.returncode, len(self.calls())), (0, calls), done.stderr)
        self.assertIn("--omit=dev", self.calls()[0])
        self.assertNotIn("--omit=dev", self.calls()[1])
        self.assertTrue(all("--ignore-scripts" in call for call in self.calls()))

    def test_another_lock_file_is_fetched_anew(self):
        self.assertEqual(self.run_script().returncode, 0)
        with open(self.path("tools/dev/page/package-lock.json"), "a", encoding="utf-8") as file:
            file.write("\n")
        self.assertEqual(self.run_script().returncode, 0)
        self.assertEqual(len(self.calls()), 2)

    def test_other_content_than_was_pinned_is_refused_in_words(self):
        with open(self.path("fail"), "w", encoding="utf-8") as file:
            file.write("npm error code EINTEGRITY\n")
        done = self.run_script()
        self.assertEqual(done.returncode, 1)
        self.assertIn("not what was pinned", done.stderr)
        self.assertFalse(os.path.exists(self.path("build/page/page.fetched")))
        os.remove(self.path("fail"))
        self.assertEqual(self.run_script().returncode, 0)

    def test_doing_without_and_mistakes(self):
        self.assertEqual(self.run_script(SOURCEREEL_NO_PAGE="1").returncode, 0)
        self.assertEqual(self.run_script("--nonsense").returncode, 1)
        self.assertEqual(self.calls(), [])

    def test_the_lock_file_pins_every_package_and_names_no_address(self):
        with open(os.path.join(HERE, "package-lock.json"), encoding="utf-8") as file:
            text = file.read()
        self.assertNotIn('"resolved"', text)
        packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
        self.assertGreater(len(packages), 3)
        for name, one in packages.items():
            self.assertTrue(one["integrity"].startswith("sha512-"), name)


if __name__ == "__main__":
    unittest.main()
