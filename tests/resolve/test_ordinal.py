"""People told by their number add one to those counted before."""

import pytest

from recount.model import CountValue, Property, Qualifier, Span, Stance, Voice
from recount.resolve.drafts import Draft
from recount.resolve.ordinal import with_ordinal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four men were hurt. A fifth man was found later.", 5),
        ("Four men were hurt. A third man was found later.", 4),
        ("Four men were hurt. A cook was found later.", 4),
    ],
)
def test_a_number_one_higher_adds_one(text, expected):
    four = CountValue(4, 4, 4, Qualifier.EXACT)
    voice = Voice(None, None, None, Stance.ASSERTED)
    draft = Draft(Property.WOUNDED, four, Span(0, 8), voice, "v1", 0.9, primary=True)
    later = Span(text.index(". A") + 2, text.index(" was"))
    main = [d for d in with_ordinal(text, [draft], [Span(0, 8), later]) if d.primary]
    assert [d.value.value for d in main] == [expected]
