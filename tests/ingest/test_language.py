"""The language of the body, and no guess where there is too little of it."""

from __future__ import annotations

import pytest

from recount.ingest.language import identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Two soldiers died in a clash near the town of Orm on Friday, the army said.", "en"),
        ("TWO SOLDIERS DIED IN A CLASH NEAR THE TOWN OF ORM ON FRIDAY, THE ARMY SAID.", "en"),
        ("Deux soldats sont morts vendredi dans un affrontement près de la ville d'Orm.", "fr"),
        ("Dos soldados murieron el viernes en un enfrentamiento cerca de la ciudad.", "es"),
        ("В пятницу в столкновении недалеко от города погибли двое военнослужащих.", "ru"),
        ("قُتل جنديان يوم الجمعة في اشتباك بالقرب من المدينة كما قال الجيش في بيان.", "ar"),
        ("Orm, 2", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_identified(text, code):
    assert identify(text).code == code
