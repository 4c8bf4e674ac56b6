#!/usr/bin/python3
"""packages.sh on machines that are made up: what is installed is a list, and apt-get and sudo only write down their calls."""
import os
import shutil
import subprocess
import tempfile
import unittest

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "packages.sh")
NOBODY = 65534
STUBS = {
    # Like dpkg's, and as slow to admit: an unknown name is an error, a removed package is known but not installed.
    "dpkg-query": 'name=${@: -1}\n'
                  'grep -qx "$name" "$STATE/removed" && echo config-files && exit\n'
                  'grep -qx "$name" "$STATE/installed" && echo installed && exit\n'
                  'echo "dpkg-query: no packages found matching $name" >&2\nexit 1\n',
    "apt-get": 'echo "$DEBIAN_FRONTEND apt-get $*" >>"$STATE/calls"\n'
               'case " $* " in\n'
               '  *" update "*) exit "$(cat "$STATE/update")" ;;\n'
               '  *" install "*) [ "$(cat "$STATE/install")" = 0 ] || { echo "E: no such package" >&2; exit 100; }\n'
               '    for word; do case $word in -*|install) ;; *) echo "$word" >>"$STATE/installed" ;; esac; done ;;\n'
               'esac\n',
    # As Debian's sudo: nothing of the caller's environment passes.
    "sudo": 'echo "sudo $*" >>"$STATE/calls"\nexec env -i PATH="$PATH" STATE="$STATE" "$@"\n',
}


class Packages(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="packages-")
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copy(SCRIPT, self.path("packages.sh"))
        os.mkdir(self.path("bin"))
        for name, body in STUBS.items():
            self.write(f"bin/{name}", f"#!/bin/bash\n{body}", 0o755)
        for name, text in (("installed", ""), ("removed", ""), ("calls", ""), ("update", "0"), ("install", "0")):
            self.write(name, text, 0o666)
        os.chmod(self.folder, 0o777)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text, mode=0o666):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(self.path(name), mode)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def run_script(self, as_root):
        """A person who is not root needs another user here only where the tests run as root."""
        other = {} if as_root or os.geteuid() != 0 else {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        return subprocess.run(["/bin/bash", self.path("packages.sh")], capture_output=True, text=True, check=False, cwd="/",
                              env={"PATH": f"{self.path('bin')}:/usr/bin:/bin", "STATE": self.folder}, **other)

    def installs(self):
        return [line for line in self.read("calls").splitlines() if " install " in line and "apt-get" in line and "sudo" not in line]

    def test_what_is_missing_is_installed_without_questions_and_then_nothing_is_left_to_do(self):
        for as_root in (True, False):
            if as_root and os.geteuid() != 0:
                continue
            with self.subTest(as_root=as_root):
                self.write("installed", "cmake\ngit\n")
                self.write("removed", "ffmpeg\n")
                self.write("calls", "")
                done = self.run_script(as_root)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(len(self.installs()), 1)
                call = self.installs()[0]
                self.assertTrue(call.startswith("noninteractive apt-get"), call)
                self.assertIn(" ffmpeg ", call + " ")
                self.assertIn(" libavformat-dev ", call)
                self.assertNotIn(" cmake ", call)
                self.assertEqual("sudo" in self.read("calls"), not as_root)
                self.write("removed", "")
                self.write("calls", "")
                again = self.run_script(as_root)
                self.assertEqual((again.returncode, self.read("calls")), (0, ""), again.stderr)

    def test_an_index_that_cannot_be_refreshed_does_not_keep_it_from_installing(self):
        self.write("update", "100")
        done = self.run_script(False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.installs()), 1)
        self.assertIn("update", done.stderr)

    def test_a_failure_names_what_is_missing(self):
        self.write("install", "100")
        done = self.run_script(False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("E: no such package", done.stderr)
        self.assertIn("libopencv-dev", done.stderr)
        self.assertNotIn("packages: installed", done.stdout)

    @unittest.skipIf(os.path.exists("/usr/bin/sudo"), "this machine has sudo")
    def test_neither_root_nor_sudo_gets_the_command_for_root(self):
        os.remove(self.path("bin/sudo"))
        done = self.run_script(False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("apt-get install", done.stderr)
        self.assertEqual(self.read("calls"), "")


if __name__ == "__main__":
    unittest.main()
