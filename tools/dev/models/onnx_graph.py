"""An ONNX model as a list of nodes and a table of constants, which is all that the rewrites need."""
import numpy as np
import onnx
from onnx import helper, numpy_helper, shape_inference


def attributes(node):
    """The attributes of a node by name, as Python values."""
    return {a.name: helper.get_attribute_value(a) for a in node.attribute}


class Graph:
    """Constant nodes and initialisers are both in `constants`; `nodes` holds the rest in the order of the file.

    One graph input besides the constants, as the models have. Rewrites replace `nodes`, take new constants from
    `constant()`, and leave what is not used any more: `model()` drops it.
    """

    def __init__(self, model, input_shape=None):
        self._model = onnx.ModelProto()
        self._model.CopyFrom(model)
        graph = self._model.graph
        self.opset = next(o.version for o in model.opset_import if o.domain in ("", "ai.onnx"))
        self.constants = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        self.nodes = []
        for node in graph.node:
            if node.op_type == "Constant":
                self.constants[node.output[0]] = numpy_helper.to_array(attributes(node)["value"])
            else:
                self.nodes.append(node)
        inputs = [i for i in graph.input if i.name not in self.constants]
        if len(inputs) != 1:
            raise ValueError(f"one input expected, not {[i.name for i in inputs]}")
        self._input = inputs[0]
        if input_shape:
            dims = self._input.type.tensor_type.shape.dim
            if len(dims) != len(input_shape):
                raise ValueError(f"the input has {len(dims)} dimensions, not {len(input_shape)}")
            for dim, size in zip(dims, input_shape):
                if dim.HasField("dim_value") and dim.dim_value != size:
                    raise ValueError(f"the input is fixed to {dim.dim_value} where {size} was asked for")
                dim.dim_value = size
        self._made = 0

    def constant(self, value):
        """A new constant; its name."""
        self._made += 1
        name = f"sourcereel_{self._made}"
        self.constants[name] = np.asarray(value)
        return name

    def model(self):
        """The graph as it now is, with the constants that are used, and nothing said about shapes inside."""
        used = {name for node in self.nodes for name in node.input}
        model = onnx.ModelProto()
        model.CopyFrom(self._model)
        graph = model.graph
        for field in ("node", "initializer", "input", "value_info"):
            graph.ClearField(field)
        graph.node.extend(self.nodes)
        graph.input.append(self._input)
        graph.initializer.extend(numpy_helper.from_array(np.ascontiguousarray(value), name)
                                 for name, value in self.constants.items() if name in used)
        return model

    def set_output_planes(self, planes):
        """The output has so many channels from now on, of unknown size each."""
        dims = self._model.graph.output[0].type.tensor_type.shape.dim
        dims[1].dim_value = planes
        for dim in dims[2:]:
            dim.Clear()

    def shapes(self):
        """The shape of each tensor that can be inferred, as a list; 0 stands for a size that is not known."""
        graph = shape_inference.infer_shapes(self.model(), data_prop=True).graph
        return {v.name: [d.dim_value for d in v.type.tensor_type.shape.dim]
                for v in [*graph.value_info, *graph.input, *graph.output] if v.type.tensor_type.HasField("shape")}

    def users(self):
        """The nodes that read each tensor; None among them where it is an output of the graph."""
        users = {o.name: [None] for o in self._model.graph.output}
        for node in self.nodes:
            for name in node.input:
                users.setdefault(name, []).append(node)
        return users

    def producers(self):
        return {name: node for node in self.nodes for name in node.output}

    def redirect(self, old, new):
        """Whoever reads `old` reads `new` from now on."""
        for node in self.nodes:
            for index, name in enumerate(node.input):
                if name == old:
                    node.input[index] = new


def set_inputs(node, names):
    del node.input[:]
    node.input.extend(names)
