"""Run learned models of inference: the one that ships with magcite (`own`), or one that the user names (`place`).

Importing this imports nothing: onnxruntime, tokenizers and numpy are loaded when a model is opened, and magcite's own
is opened at the first question put to it.
"""
