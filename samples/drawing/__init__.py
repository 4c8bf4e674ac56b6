"""Draws the sample clips: textures and figures, scenes made of them, shots in a row, text on top, an encoder."""
