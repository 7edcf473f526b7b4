"""An invented island, Velmora, and what nine invented outlets reported about it.

Every place, group, outlet and person here is made up. ``World`` has the face that publishing
reads. Statements are built by finding words in the texts, so offsets hold.
"""

from fake_island.crowd import crowd
from fake_island.outline import OUTLINE
from fake_island.told import velmora
from fake_island.values import P, count, day, place
from fake_island.world import World

__all__ = ["OUTLINE", "P", "World", "count", "crowd", "day", "place", "velmora"]
