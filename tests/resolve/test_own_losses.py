"""A side's own losses add to those of the other side."""

from __future__ import annotations

import pytest

from recount.model import Span
from recount.resolve.own_losses import adds_own_losses


@pytest.mark.parametrize(
    ("first", "second", "told", "adds"),
    [
        ("14 soldiers", "two fighters", "It killed {}. The Front said it lost only {}.", True),
        ("nine rebels", "one soldier", "It killed {}. The army said it lost {}.", True),
        ("14 rebels", "two fighters", "The army killed {}. The Front said it lost {}.", False),
        ("14 soldiers", "two fighters", "It killed {}. The army said {} died.", False),
        ("nine rebels", "two guards", "It killed {}. Then {} were also killed.", True),
        ("nine rebels", "two soldiers", "It killed {}. There {} died in the fighting.", True),
        ("nine rebels", "two rebels", "It killed {}. There {} died in the fighting.", False),
        (
            "two rebels",
            "one soldier",
            "It killed {}. Also {} was killed and three others were hurt during the clash.",
            True,
        ),
        ("five rebels", "two", "Troops killed {} and lost {} of their own men.", True),
        ("six men", "13 enemy soldiers", "We lost {}. The bodies of {} were left.", True),
        ("two men", "seven rebels", "On the friendly side {} died; on the other side, {}.", True),
        (
            "four soldiers",
            "three raiders",
            "They shot {}. Then {} were killed in return fire.",
            True,
        ),
        ("nine rebels", "two soldiers", "The army said {} were killed while {} died.", True),
        ("six personnel", "two rebels", "Here {} fell. The bodies of {} were counted.", True),
        ("six villagers", "two soldiers", "Here {} died. The bodies of {} were found.", False),
        ("six soldiers", "Two boatmen", "Here {} died. {} who had stopped also died.", True),
        ("six people", "Two soldiers", "Here {} died. {} also died.", False),
        ("six soldiers", "Two others", "Here {} died. {} also died.", False),
        ("six soldiers", "Two soldiers", "Here {} died. {} also died.", False),
        ("21 of the enemy", "two", "Here {} died. Then {} of our brothers met their Lord.", True),
        ("two of ours", "two", "Here {} died. Then {} of our brothers met their Lord.", False),
        ("nine rebels", "two soldiers", "Here {} died. Then {} laid down their lives.", True),
        ("14 soldiers", "five", "Here {} were dead, the Front told us, and {} of its own.", True),
    ],
)
def test_losses_add_only_to_the_other_sides_dead(first, second, told, adds):
    text = told.format(first, second)
    one, other = (Span(text.index(w), text.index(w) + len(w)) for w in (first, second))
    assert adds_own_losses(text, other, [one], part=False) is adds


@pytest.mark.parametrize(
    ("told", "adds"),
    [
        ("The army said {} were killed, but {} died.", True),
        ("The army killed {}, {} of whom died later.", False),
    ],
)
def test_a_smaller_figure_of_the_other_side_is_no_part(told, adds):
    first, second = "nine rebels", "two soldiers"
    text = told.format(first, second)
    one, other = (Span(text.index(w), text.index(w) + len(w)) for w in (first, second))
    assert adds_own_losses(text, other, [one], part=True) is adds
