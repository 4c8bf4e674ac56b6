#!/usr/bin/python3
"""Each rewrite on a small graph: what it must change is changed, what it must not is not, and the output stays."""
import sys
import unittest

sys.dont_write_bytecode = True
import numpy as np  # noqa: E402
import onnx  # noqa: E402
from onnx.helper import make_node  # noqa: E402

import rewrites  # noqa: E402
from onnx_graph import Graph, attributes  # noqa: E402
from tiny_onnx import make_model, run, wavy  # noqa: E402

PLANE = [1, 2, 6, 7]


class Rewrites(unittest.TestCase):
    def rewritten(self, rewrite, model, shape, changes):
        """The model after the rewrite, which must have changed so many places and give the same output."""
        graph = Graph(model, shape)
        self.assertEqual(rewrite(graph), changes)
        after = graph.model()
        data = wavy(*shape)
        np.testing.assert_allclose(run(after, data), run(model, data), atol=2e-6, rtol=2e-6)
        return after

    def operators(self, model):
        return [n.op_type for n in model.graph.node]

    def test_a_chain_that_computes_a_shape_becomes_a_constant(self):
        nodes = [make_node("Shape", ["x"], ["s"]), make_node("Cast", ["s"], ["s32"], to=6),
                 make_node("Slice", ["s32"], ["rows"], starts=[2], ends=[3], axes=[0]),
                 make_node("Concat", ["one", "rows", "rest"], ["target32"], axis=0),
                 make_node("Cast", ["target32"], ["target"], to=7), make_node("Reshape", ["x", "target"], ["y"])]
        constants = {"one": np.array([1], np.int32), "rest": np.array([-1], np.int32)}
        model = make_model(nodes, constants, [1, 2, 6, "W"], [1, 6, "N"], opset=9)
        after = self.rewritten(rewrites.fold_shapes, model, PLANE, 5)
        self.assertEqual(self.operators(after), ["Reshape"])
        onnx.checker.check_model(after)

    def test_a_shape_that_is_not_known_stays(self):
        model = make_model([make_node("Shape", ["x"], ["s"]), make_node("Reshape", ["x", "s"], ["y"])], {}, ["N", 3], ["N", 3])
        graph = Graph(model)
        self.assertEqual(rewrites.fold_shapes(graph), 0)
        self.assertEqual(self.operators(graph.model()), ["Shape", "Reshape"])

    def test_the_limits_of_clip_become_attributes(self):
        nodes = [make_node("Clip", ["x", "low", "high"], ["y"])]
        model = make_model(nodes, {"low": np.float32(-0.5), "high": np.float32(0.25)}, PLANE, PLANE)
        after = self.rewritten(rewrites.clip_limits_as_attributes, model, PLANE, 1)
        self.assertEqual(attributes(after.graph.node[0]), {"min": -0.5, "max": 0.25})
        self.assertEqual(len(after.graph.initializer), 0)

    def test_a_row_of_constants_gets_the_full_shape_of_three_dimensions(self):
        nodes = [make_node("Add", ["x", "row"], ["sum"]), make_node("Sub", ["row", "sum"], ["part"]),
                 make_node("Mul", ["part", "one"], ["y"])]
        constants = {"row": wavy(5), "one": np.array([3], np.float32)}
        model = make_model(nodes, constants, [2, 4, 5], [2, 4, 5])
        after = self.rewritten(rewrites.spread_constants, model, [2, 4, 5], 2)  # Not the single number.
        self.assertEqual(sorted(tuple(i.dims) for i in after.graph.initializer), [(1,), (2, 4, 5), (2, 4, 5)])

    def test_a_row_of_constants_beside_four_dimensions_stays(self):
        model = make_model([make_node("Add", ["x", "row"], ["y"])], {"row": wavy(7)}, PLANE, PLANE)
        self.rewritten(rewrites.spread_constants, model, PLANE, 0)

    def conv_and(self, before, after, constants, pads=None, bias=True):
        names = ["x" if not before else "a", "w", *(["b"] if bias else [])]
        conv = make_node("Conv", names, ["c" if after else "y"], kernel_shape=[3, 3], pads=pads or [0] * 4)
        grows = sum(pads[1::2]) if pads else 0
        constants = {"w": wavy(4, 2, 3, 3), **({"b": wavy(4)} if bias else {}), **constants}
        return make_model([*before, conv, *after], constants, PLANE, [1, 4, 4 + grows, 5 + grows])

    def test_scalar_steps_after_a_convolution_go_into_its_weights(self):
        after = [make_node("Mul", ["c", "two"], ["m"]), make_node("Add", ["three", "m"], ["s"]),
                 make_node("Div", ["s", "six"], ["d"]), make_node("Relu", ["d"], ["y"])]
        constants = {"two": np.array([2.5], np.float32), "three": np.float32(3), "six": np.float32(6)}
        for bias in (True, False):
            model = self.rewritten(rewrites.fold_scalar_steps, self.conv_and([], after, constants, bias=bias), PLANE, 3)
            self.assertEqual(self.operators(model), ["Conv", "Relu"])

    def test_scalar_steps_before_a_convolution_go_into_its_weights(self):
        before = [make_node("Mul", ["x", "scale"], ["m"]), make_node("Add", ["m", "shift"], ["a"])]
        constants = {"scale": np.float32(0.3), "shift": np.float32(-1.25)}
        model = self.rewritten(rewrites.fold_scalar_steps, self.conv_and(before, [], constants), PLANE, 2)
        self.assertEqual(self.operators(model), ["Conv"])

    def test_a_shift_stays_before_a_convolution_that_pads(self):
        before = [make_node("Add", ["x", "shift"], ["a"])]
        model = self.conv_and(before, [], {"shift": np.float32(-1.25)}, pads=[1] * 4)
        self.rewritten(rewrites.fold_scalar_steps, model, PLANE, 0)

    def test_a_step_stays_after_a_convolution_that_others_read_too(self):
        after = [make_node("Mul", ["c", "two"], ["m"]), make_node("Add", ["c", "m"], ["y"])]
        self.rewritten(rewrites.fold_scalar_steps, self.conv_and([], after, {"two": np.float32(2)}), PLANE, 0)

    def test_a_division_by_the_tensor_is_no_scalar_step(self):
        after = [make_node("Div", ["two", "c"], ["d"]), make_node("Relu", ["d"], ["y"])]
        self.rewritten(rewrites.fold_scalar_steps, self.conv_and([], after, {"two": np.float32(2)}), PLANE, 0)

    def test_the_step_that_gives_the_output_of_the_graph_stays(self):
        after = [make_node("Mul", ["c", "two"], ["y"])]
        self.rewritten(rewrites.fold_scalar_steps, self.conv_and([], after, {"two": np.float32(2)}), PLANE, 0)

    def test_steps_that_do_nothing_are_cut_out(self):
        nodes = [make_node("Relu", ["x"], ["r"]), make_node("Mul", ["r", "one"], ["m"]),
                 make_node("Add", ["m", "zero"], ["s"]), make_node("Relu", ["s"], ["y"])]
        model = make_model(nodes, {"one": np.float32(1), "zero": np.float32(0)}, PLANE, PLANE)
        self.assertEqual(self.operators(self.rewritten(rewrites.fold_scalar_steps, model, PLANE, 2)), ["Relu", "Relu"])

    def depthwise(self, opset, strides, **settings):
        usual = {"group": 3, "kernel_shape": [5, 5], "pads": [2] * 4, "strides": strides, "dilations": [1, 1]}
        conv = make_node("Conv", ["x", "w", "b"], ["y"], **{**usual, **settings})
        return make_model([conv], {"w": wavy(3, 1, 5, 5), "b": wavy(3)}, [1, 3, 8, 9], [1, 3, "H", "W"], opset)

    def test_a_depthwise_5x5_becomes_four_3x3(self):
        for opset in (9, 11):
            for strides in ([1, 1], [2, 1], [2, 2]):
                for shape in ([1, 3, 8, 9], [1, 3, 9, 8]):
                    model = self.depthwise(opset, strides)
                    model.graph.input[0].CopyFrom(onnx.helper.make_tensor_value_info("x", 1, shape))
                    after = self.rewritten(rewrites.split_depthwise_5x5, model, shape, 1)
                    self.assertEqual(self.operators(after).count("Conv"), 4)
                    onnx.checker.check_model(after)

    def test_other_5x5_convolutions_stay(self):
        for settings in ({"pads": [2, 2, 1, 2]}, {"dilations": [2, 2]}):
            graph = Graph(self.depthwise(11, [1, 1], **settings))
            self.assertEqual(rewrites.split_depthwise_5x5(graph), 0)
            self.assertEqual(self.operators(graph.model()), ["Conv"])

    def test_a_softmax_at_the_end_is_left_to_the_reader(self):
        nodes = [make_node("Add", ["x", "one"], ["scores"]), make_node("Softmax", ["scores"], ["y"], axis=2)]
        model = make_model(nodes, {"one": np.float32(1)}, [1, 4, 5], [1, 4, 5])
        graph = Graph(model, [1, 4, 5])
        self.assertEqual(rewrites.drop_last_softmax(graph), 1)
        scores = run(graph.model(), wavy(1, 4, 5))
        onnx.checker.check_model(graph.model())
        np.testing.assert_allclose(np.exp(scores) / np.exp(scores).sum(2, keepdims=True), run(model, wavy(1, 4, 5)), rtol=1e-6)
        self.assertEqual(rewrites.drop_last_softmax(graph), 0)

    def doublings(self, *between):
        """Two doublings, as at the end of the detector, and what else is to come between them."""
        double = {"kernel_shape": [2, 2], "strides": [2, 2]}
        nodes = [make_node("Relu", ["x"], ["r"]), make_node("ConvTranspose", ["r", "w1"], ["t"], **double),
                 make_node("Add", ["t", "b1"], ["s"]), make_node("BatchNormalization", ["s", *"bcde"], ["n"], epsilon=1e-5),
                 *between, make_node("ConvTranspose", ["n", "w2"], ["u"], **double), make_node("Add", ["u", "b2"], ["a"]),
                 make_node("Sigmoid", ["a"], ["y"])]
        constants = {"w1": wavy(2, 3, 2, 2), "b1": wavy(1, 3, 1, 1), "w2": wavy(3, 1, 2, 2), "b2": wavy(1, 1, 1, 1),
                     **{name: wavy(3, scale=0.5) + 1 for name in "bcde"}}
        return make_model(nodes, constants, PLANE, [1, 1, 24, 28])

    def test_doublings_at_the_end_become_planes(self):
        model = self.doublings()
        graph = Graph(model, PLANE)
        self.assertEqual(rewrites.doublings_as_planes(graph), 6)
        after = graph.model()
        onnx.checker.check_model(after)
        self.assertEqual(self.operators(after).count("Conv"), 2)
        planes = run(after, wavy(*PLANE)).reshape(2, 2, 2, 2, 6, 7)  # row, column, row and column in these, y, x
        picture = planes.transpose(4, 0, 2, 5, 1, 3).reshape(1, 1, 24, 28)
        np.testing.assert_allclose(picture, run(model, wavy(*PLANE)), atol=2e-6, rtol=2e-6)

    def test_a_doubling_before_other_steps_stays(self):
        graph = Graph(self.doublings(make_node("Clip", ["n"], ["unused"], min=0.0, max=6.0)), PLANE)
        self.assertEqual(rewrites.doublings_as_planes(graph), 0)


class Graphs(unittest.TestCase):
    def test_constant_nodes_and_initialisers_are_both_constants_and_unused_ones_go(self):
        value = onnx.numpy_helper.from_array(np.float32([2]))
        nodes = [make_node("Constant", [], ["two"], value=value), make_node("Mul", ["x", "two"], ["y"])]
        graph = Graph(make_model(nodes, {"unused": np.float32([1])}, [3], [3]))
        self.assertEqual(sorted(graph.constants), ["two", "unused"])
        self.assertEqual([i.name for i in graph.model().graph.initializer], ["two"])

    def test_a_fixed_size_cannot_be_asked_to_be_another(self):
        model = make_model([make_node("Relu", ["x"], ["y"])], {}, [1, 3, 48, "W"], [1, 3, 48, "W"])
        self.assertEqual(Graph(model, [1, 3, 48, 160]).shapes()["x"], [1, 3, 48, 160])
        with self.assertRaisesRegex(ValueError, "fixed to 48 where 32"):
            Graph(model, [1, 3, 32, 160])


if __name__ == "__main__":
    unittest.main()
