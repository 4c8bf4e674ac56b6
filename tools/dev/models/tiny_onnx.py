"""For the tests: small graphs, and an interpreter of the few operators that the rewrites touch, in plain numpy."""
import numpy as np
from onnx import TensorProto, helper, numpy_helper

from onnx_graph import attributes


def wavy(*shape, scale=1.0):
    """Numbers without a pattern that a mistake could hide in, the same on every machine."""
    count = int(np.prod(shape))
    return (scale * np.sin(np.arange(count) * 1.7 + len(shape))).reshape(shape).astype(np.float32)


def make_model(nodes, constants, input_shape, output_shape, opset=11, result="y"):
    """A model of one input "x" and one output; sizes may be names, which stand for any."""
    inputs = [helper.make_tensor_value_info("x", TensorProto.FLOAT, input_shape)]
    outputs = [helper.make_tensor_value_info(result, TensorProto.FLOAT, output_shape)]
    initializers = [numpy_helper.from_array(np.asarray(v), k) for k, v in constants.items()]
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, initializers)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)


def _conv(values, settings):
    data, weights = values[:2]
    group, pads = settings.get("group", 1), settings.get("pads", [0] * 4)
    (step_y, step_x), (rows, columns) = settings.get("strides", [1, 1]), weights.shape[2:]
    data = np.pad(data, ((0, 0), (0, 0), (pads[0], pads[2]), (pads[1], pads[3])))
    height, width = ((size - kernel) // step + 1
                     for size, kernel, step in zip(data.shape[2:], (rows, columns), (step_y, step_x)))
    result = np.zeros((data.shape[0], len(weights), height, width))
    outputs, inputs = len(weights) // group, data.shape[1] // group
    for out in range(len(weights)):
        part = data[:, out // outputs * inputs:][:, :inputs]
        for y in range(height):
            for x in range(width):
                window = part[:, :, y * step_y:y * step_y + rows, x * step_x:x * step_x + columns]
                result[:, out, y, x] = (window * weights[out]).sum((1, 2, 3))
    return result + values[2].reshape(1, -1, 1, 1) if len(values) > 2 else result


def _clip(values, settings):
    low, high = (values[i] if len(values) > i else settings[key] for i, key in ((1, "min"), (2, "max")))
    return np.clip(values[0], low, high)


def _pad(values, settings):
    pads = [int(p) for p in (values[1] if len(values) > 1 else settings["pads"])]
    return np.pad(values[0], list(zip(pads[:len(pads) // 2], pads[len(pads) // 2:])))


def _slice(values, settings):
    begins, ends, axes = values[1:] if len(values) > 1 else (settings[k] for k in ("starts", "ends", "axes"))
    cut = [slice(None)] * values[0].ndim
    for begin, end, axis in zip(begins, ends, axes):
        cut[axis] = slice(begin, end)
    return values[0][tuple(cut)]


def _transposed_conv(values, settings):
    """Of a kernel as large as the step: no two of its windows meet."""
    data, weights = values
    rows, columns = settings["kernel_shape"]
    blocks = np.einsum("nchw,cokl->nohkwl", data, weights)
    return blocks.reshape(len(data), weights.shape[1], data.shape[2] * rows, data.shape[3] * columns)


def _normalise(values, settings):
    data, scale, shift, mean, variance = [v if v.ndim == 4 else v.reshape(1, -1, 1, 1) for v in values]
    return (data - mean) / np.sqrt(variance + settings["epsilon"]) * scale + shift


OPERATORS = {
    "Add": lambda v, a: v[0] + v[1],
    "Sub": lambda v, a: v[0] - v[1],
    "Mul": lambda v, a: v[0] * v[1],
    "Div": lambda v, a: v[0] / v[1],
    "BatchNormalization": _normalise,
    "Cast": lambda v, a: v[0].astype({1: np.float32, 6: np.int32, 7: np.int64}[a["to"]]),
    "Clip": _clip,
    "Concat": lambda v, a: np.concatenate(v, a["axis"]),
    "Conv": _conv,
    "ConvTranspose": _transposed_conv,
    "Pad": _pad,
    "Relu": lambda v, a: np.maximum(v[0], 0),
    "Reshape": lambda v, a: v[0].reshape(v[1]),
    "Shape": lambda v, a: np.array(v[0].shape, np.int64),
    "Sigmoid": lambda v, a: 1 / (1 + np.exp(-v[0])),
    "Slice": _slice,
    "Softmax": lambda v, a: np.exp(v[0]) / np.exp(v[0]).sum(a["axis"], keepdims=True),
    "Sum": lambda v, a: sum(v),
    "Transpose": lambda v, a: v[0].transpose(a["perm"]),
}


def run(model, data):
    """The output of the model for `data`."""
    values = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    values[model.graph.input[0].name] = data
    for node in model.graph.node:
        values[node.output[0]] = OPERATORS[node.op_type]([values[name] for name in node.input], attributes(node))
    return values[model.graph.output[0].name]
