"""Rewrites that let OpenCV's dnn module (4.6 and later) run a graph, or run it faster.

Each takes a Graph, changes it in place, and returns how many places it changed. The function that the graph computes
stays the same, up to rounding to 32 bits. Sums and products of weights are formed in 64 bits, sums exactly, so that the
result does not depend on the machine.
"""
import math

import numpy as np
from onnx import helper

from onnx_graph import attributes, set_inputs

NUMPY_TYPES = {1: np.float32, 6: np.int32, 7: np.int64}  # By TensorProto.DataType.


def _slice(values, settings):
    data = values[0]
    starts, ends = values[1:3] if len(values) > 2 else (settings["starts"], settings["ends"])
    axes = values[3] if len(values) > 3 else settings.get("axes", range(len(starts)))
    steps = values[4] if len(values) > 4 else [1] * len(starts)
    cut = [slice(None)] * data.ndim
    for begin, end, axis, step in zip(starts, ends, axes, steps):
        cut[int(axis)] = slice(int(begin), int(end), int(step))
    return data[tuple(cut)]


def _axes(values, settings):
    return tuple(int(a) for a in (values[1] if len(values) > 1 else settings["axes"]))


def _unsqueeze(values, settings):
    data = values[0]
    for axis in sorted(_axes(values, settings)):
        data = np.expand_dims(data, axis)
    return data


# What the chains that compute the targets of Reshape are made of: (values of the inputs, attributes) → value.
EVALUATE = {
    "Add": lambda v, a: np.add(*v),
    "Mul": lambda v, a: np.multiply(*v),
    "Cast": lambda v, a: v[0].astype(NUMPY_TYPES[a["to"]]),
    "Concat": lambda v, a: np.concatenate(v, a["axis"]),
    "Gather": lambda v, a: np.take(v[0], v[1], a.get("axis", 0)),
    "Slice": _slice,
    "Squeeze": lambda v, a: np.squeeze(v[0], _axes(v, a)),
    "Unsqueeze": _unsqueeze,
}


def fold_shapes(graph):
    """Computes what depends on constants and on known shapes only: OpenCV needs the targets of Reshape as constants."""
    folded = 0
    while True:
        shapes, left = graph.shapes(), []
        for node in graph.nodes:
            shape = shapes.get(node.input[0]) if node.op_type == "Shape" else None
            if shape and all(shape):
                value = np.array(shape, np.int64)
            elif node.op_type in EVALUATE and all(name in graph.constants for name in node.input):
                value = EVALUATE[node.op_type]([graph.constants[name] for name in node.input], attributes(node))
            else:
                left.append(node)
                continue
            graph.constants[node.output[0]] = np.asarray(value)
        if len(left) == len(graph.nodes):
            return folded
        # Known values make further shapes known, hence another round.
        folded += len(graph.nodes) - len(left)
        graph.nodes = left


def clip_limits_as_attributes(graph):
    """OpenCV 4.6 reads the limits of Clip from attributes, as before opset 11, and takes constant inputs for data."""
    changed = 0
    for node in graph.nodes:
        if node.op_type != "Clip" or len(node.input) == 1:
            continue
        limits = dict(zip(("min", "max"), node.input[1:]))
        node.attribute.extend(helper.make_attribute(key, float(graph.constants[name]))
                              for key, name in limits.items() if name)
        set_inputs(node, node.input[:1])
        changed += 1
    return changed


def spread_constants(graph):
    """OpenCV 4.6 cannot add a row of constants to a tensor of three dimensions: the constant gets the full shape."""
    shapes, changed = graph.shapes(), 0
    for node in graph.nodes:
        if node.op_type not in ("Add", "Mul", "Sub", "Div", "Pow") or len(node.input) != 2:
            continue
        for index in (0, 1):
            value, shape = graph.constants.get(node.input[index]), shapes.get(node.input[1 - index], [])
            if value is None or value.size == 1 or len(shape) != 3 or not all(shape) or list(value.shape) == shape:
                continue
            node.input[index] = graph.constant(np.broadcast_to(value, shape).astype(np.float32))
            changed += 1
    return changed


def _scalar_step(graph, node):
    """(data, scale, shift) where the node computes data * scale + shift with single numbers; else None."""
    if node.op_type not in ("Add", "Mul", "Div") or len(node.input) != 2:
        return None
    for data, other in (node.input, node.input[::-1]):
        value = graph.constants.get(other)
        if value is None or value.size != 1 or data in graph.constants:
            continue
        number = float(value.reshape(-1)[0])
        if node.op_type == "Add":
            return data, 1.0, number
        if node.op_type == "Mul":
            return data, number, 0.0
        return (data, 1.0 / number, 0.0) if data == node.input[0] else None
    return None


def _weights(graph, conv):
    """Weights and bias of a Conv in 64 bits; the bias may be absent in the file."""
    weights = graph.constants[conv.input[1]].astype(np.float64)
    bias = graph.constants[conv.input[2]] if len(conv.input) > 2 else np.zeros(len(weights))
    return weights, bias.astype(np.float64)


def _set_weights(graph, conv, data, weights, bias):
    set_inputs(conv, [data, *(graph.constant(value.astype(np.float32)) for value in (weights, bias))])


def _is_conv(graph, node):
    return node is not None and node.op_type == "Conv" and node.input[1] in graph.constants


def _pads(conv):
    settings = attributes(conv)
    return settings.get("auto_pad", b"NOTSET") != b"NOTSET" or any(settings.get("pads", [0]))


def _fold_one_step(graph):
    """Takes one scalar step out of the graph; whether there was one to take."""
    users, producers = graph.users(), graph.producers()
    for node in graph.nodes:
        step, readers = _scalar_step(graph, node), users.get(node.output[0], [])
        if not step or None in readers:
            continue
        data, scale, shift = step
        before = producers.get(data)
        if (scale, shift) == (1.0, 0.0):
            pass
        elif _is_conv(graph, before) and users[data] == [node]:
            weights, bias = _weights(graph, before)
            _set_weights(graph, before, before.input[0], weights * scale, bias * scale + shift)
        elif readers and all(_is_conv(graph, r) and list(r.input).count(node.output[0]) == 1 and r.input[0] == node.output[0]
                             and not (shift and _pads(r)) for r in readers):  # Padding is 0, not 0 + shift.
            for reader in readers:
                weights, bias = _weights(graph, reader)
                sums = np.array([math.fsum(w.reshape(-1)) for w in weights])
                _set_weights(graph, reader, data, weights * scale, bias + shift * sums)
        else:
            continue
        graph.nodes = [n for n in graph.nodes if n is not node]
        graph.redirect(node.output[0], data)
        return True
    return False


def fold_scalar_steps(graph):
    """Scalar Mul, Add and Div right before or after convolutions go into their weights: for speed."""
    folded = 0
    while _fold_one_step(graph):
        folded += 1
    return folded


def _pad_node(graph, data, result, pads):
    if graph.opset < 11:
        return helper.make_node("Pad", [data], [result], mode="constant", pads=pads)
    return helper.make_node("Pad", [data, graph.constant(np.array(pads, np.int64))], [result], mode="constant")


def _four_convolutions(graph, conv, weights):
    """The nodes that compute what the depthwise 5×5 convolution does: each takes 3×3 of its weights, of the middle row
    and column only those that none has taken before."""
    data, result = conv.input[0], conv.output[0]
    bias = graph.constants[conv.input[2]] if len(conv.input) > 2 else np.zeros(len(weights), np.float32)
    left, nodes, parts = weights.copy(), [], []
    for row in (0, 2):
        for column in (0, 2):
            view, part = f"{result}_view_{row}{column}", f"{result}_part_{row}{column}"
            nodes.append(_pad_node(graph, data, view, [0, 0, 2 - row, 2 - column, 0, 0, row, column]))
            inputs = [view, graph.constant(left[:, :, row:row + 3, column:column + 3].copy()),
                      graph.constant(bias if not parts else np.zeros_like(bias))]
            left[:, :, row:row + 3, column:column + 3] = 0
            nodes.append(helper.make_node("Conv", inputs, [part], group=len(weights), kernel_shape=[3, 3], pads=[0] * 4,
                                          strides=list(attributes(conv).get("strides", [1, 1])), dilations=[1, 1]))
            parts.append(part)
    return nodes + [helper.make_node("Sum", parts, [result])]


def split_depthwise_5x5(graph):
    """A depthwise 5×5 convolution becomes four of 3×3: for speed, OpenCV 4.6 has a fast path for 3×3 alone."""
    nodes, changed = [], 0
    for node in graph.nodes:
        settings = attributes(node) if _is_conv(graph, node) else {}
        weights = graph.constants[node.input[1]] if settings else np.zeros(0)
        if (weights.shape[1:] == (1, 5, 5) and settings.get("group", 1) == len(weights)
                and list(settings.get("pads", [])) == [2] * 4 and set(settings.get("dilations", [1])) == {1}):
            nodes += _four_convolutions(graph, node, weights)
            changed += 1
        else:
            nodes.append(node)
    graph.nodes = nodes
    return changed


def drop_last_softmax(graph):
    """The output becomes what a Softmax at the end is computed from: OpenCV 4.6 takes longer for it than we do."""
    last = graph.nodes[-1]
    if last.op_type != "Softmax" or graph.users()[last.output[0]] != [None]:
        return 0
    graph.nodes.pop()
    graph.producers()[last.input[0]].output[0] = last.output[0]
    return 1


def _is_doubling(graph, node):
    """Whether the node doubles the size: each of its inputs' pixels becomes 2×2 of its own."""
    settings = attributes(node)
    return (node.op_type == "ConvTranspose" and node.input[1] in graph.constants
            and list(settings.get("kernel_shape", [])) == [2, 2] and list(settings.get("strides", [])) == [2, 2]
            and settings.get("group", 1) == 1 and not any(settings.get("pads", [])) and len(node.input) == 2)


def _to_planes(graph, node, planes):
    """The convolution that gives the 2×2 pixels of a doubling as channels, for each of `planes` of the input's own."""
    weights = graph.constants[node.input[1]].astype(np.float32)  # inputs × outputs × 2 × 2
    one = weights.transpose(2, 3, 1, 0).reshape(-1, weights.shape[0], 1, 1)
    return helper.make_node("Conv", [node.input[0], graph.constant(np.tile(one, (planes, 1, 1, 1)))], node.output,
                            group=planes, kernel_shape=[1, 1], strides=[1, 1], pads=[0] * 4, dilations=[1, 1])


def _for_planes(graph, name, planes):
    """A constant of one value a channel, for the channels of so many planes."""
    value = graph.constants[name]
    if value.ndim == 1:
        return graph.constant(np.tile(value, planes))
    return graph.constant(np.tile(value, (1, planes, 1, 1)))


def doublings_as_planes(graph):
    """Where the last steps double the picture, the output becomes planes of the picture before: a plane for each of the
    2×2 pixels, in reading order, and in it the planes of a second doubling. For speed: at a quarter of the pixels."""
    first = next((i for i, node in enumerate(graph.nodes) if _is_doubling(graph, node)), None)
    known = ("Add", "BatchNormalization", "Relu", "Sigmoid")
    if first is None or not all(_is_doubling(graph, n) or n.op_type in known for n in graph.nodes[first:]):
        return 0
    planes, nodes = 1, graph.nodes[:first]
    for node in graph.nodes[first:]:
        if _is_doubling(graph, node):
            node = _to_planes(graph, node, planes)
            planes *= 4
        else:
            set_inputs(node, [_for_planes(graph, n, planes) if n in graph.constants else n for n in node.input])
        nodes.append(node)
    graph.nodes = nodes
    graph.set_output_planes(planes)
    return len(nodes) - first
