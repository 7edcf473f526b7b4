"""Entries of a live page take the day of the page by their hours."""

from __future__ import annotations

from recount.model import LinkRole

PAGE = (
    "LIVE: Siege in Velm\n\nTuesday 13 May 2031. Newest entries at the top.\n\n"
    "18:40 We are closing this page.\n\n"
    "12:15 Three shells have landed on the airfield of Osk, wounding two men.\n\n"
    "09:40 A bomb went off on the road to Tarn a minute after a convoy had passed.\n\n"
    "08:50 Late on Saturday gunmen shot nine people dead in Orvand.\n"
)


def test_an_entry_has_its_stamp_unless_it_names_another_day(read_learned):
    document, found = read_learned(PAGE)
    leading = {
        document.text[link.mention.start : link.mention.end]
        for account in found.accounts
        for link in [next((one for one in account.links if one.role is LinkRole.DATE), None)]
        if link is not None
    }
    assert {"12:15", "Late on Saturday"} <= leading
