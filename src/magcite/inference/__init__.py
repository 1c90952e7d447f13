"""Run a learned model of inference that the user chose; nothing here is imported unless a run is asked for one.

It takes the packages of the extra `magcite[model]`; a name on the Hugging Face hub takes those of `magcite[hub]`.
"""

from magcite.inference.cross_encoder import CrossEncoder, open_model
from magcite.inference.hub import Hub, HuggingFaceHub
from magcite.inference.place import find_model

__all__ = ["CrossEncoder", "Hub", "HuggingFaceHub", "find_model", "open_model"]
