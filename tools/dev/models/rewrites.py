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
TO_THE_END = 2**31 - 1


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


def _slice_node(graph, data, result, begins, ends):
    """Cuts rows and columns, in the form that the opset has."""
    if graph.opset < 10:
        return helper.make_node("Slice", [data], [result], starts=begins, ends=ends, axes=[2, 3])
    inputs = [graph.constant(np.array(value, np.int64)) for value in (begins, ends, [2, 3])]
    return helper.make_node("Slice", [data, *inputs], [result])


def _pad_node(graph, data, result, pads):
    if graph.opset < 11:
        return helper.make_node("Pad", [data], [result], mode="constant", pads=pads)
    return helper.make_node("Pad", [data, graph.constant(np.array(pads, np.int64))], [result], mode="constant")


def _four_convolutions(graph, conv, weights):
    """The nodes that compute what the depthwise 5×5 convolution does, with its input padded to 6×6 windows."""
    data, result = conv.input[0], conv.output[0]
    bias = graph.constants[conv.input[2]] if len(conv.input) > 2 else np.zeros(len(weights), np.float32)
    window = np.zeros((len(weights), 1, 6, 6), np.float32)
    window[:, :, :5, :5] = weights
    padded, parts = result + "_padded", []
    nodes = [_pad_node(graph, data, padded, [0, 0, 2, 2, 0, 0, 3, 3])]
    for row in (0, 3):
        for column in (0, 3):
            view, part = f"{result}_view_{row}{column}", f"{result}_part_{row}{column}"
            ends = [begin - 3 if begin == 0 else TO_THE_END for begin in (row, column)]
            nodes.append(_slice_node(graph, padded, view, [row, column], ends))
            inputs = [view, graph.constant(window[:, :, row:row + 3, column:column + 3].copy()),
                      graph.constant(bias if not parts else np.zeros_like(bias))]
            nodes.append(helper.make_node("Conv", inputs, [part], group=len(weights), kernel_shape=[3, 3], pads=[0] * 4,
                                          strides=list(attributes(conv).get("strides", [1, 1])), dilations=[1, 1]))
            parts.append(part)
    upper, lower = result + "_upper", result + "_lower"
    return nodes + [helper.make_node("Add", parts[:2], [upper]), helper.make_node("Add", parts[2:], [lower]),
                    helper.make_node("Add", [upper, lower], [result])]


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
