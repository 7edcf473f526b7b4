"""Link: whether two accounts tell of the same incident, and why.

``independent_voices`` groups documents that are copies of one text or quote one another.
``judge`` compares accounts and gives judgements with reasons; ``cluster`` makes incidents
of them, with people's judgements absolute.
"""

from recount.link.cluster import cluster
from recount.link.judge import judge
from recount.link.voices import independent_voices

__all__ = ["cluster", "independent_voices", "judge"]
