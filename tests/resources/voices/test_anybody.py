"""Words that could be anybody hold nobody responsible."""

from recount.resources.voices.anybody import names_anybody


def test_anybody_could_be_a_man():
    assert names_anybody("an unknown armed man")
    assert names_anybody("various unidentified men in a van")
    assert not names_anybody("the Ashen Front")
    assert not names_anybody("a man with links to the Ashen Front")
    assert names_anybody("A MAN IN CAMOUFLAGE")
