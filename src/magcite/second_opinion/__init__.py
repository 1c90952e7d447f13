"""Ask another language model for its opinion, and believe of it only what the abstract itself shows.

Nothing here is imported unless a run is asked for it (`--judge URL`). An opinion stands beside magcite's own verdict
and changes nothing in it.
"""

from magcite.second_opinion.asking import Patience
from magcite.second_opinion.endpoint import Endpoint, open_endpoint
from magcite.second_opinion.reader import SecondReader

__all__ = ["Endpoint", "Patience", "SecondReader", "open_endpoint"]
