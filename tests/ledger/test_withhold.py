"""Withholding: what must not be kept is gone from every table and from the file's bytes."""

from __future__ import annotations

import io
import sqlite3
import zlib

import pytest
from fakes import Toy

from recount.ledger import Ledger, pack
from recount.model import UsageError
from recount.pipeline import BuildOptions, build, withhold


def everything(place) -> str:
    """Every value of every table as text, compressed ones unpacked."""
    found = []
    with sqlite3.connect(place) as raw:
        tables = [
            row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        for table in tables:
            for row in raw.execute(f"SELECT * FROM {table}"):
                for value in row:
                    packed = isinstance(value, bytes) and value
                    found.append(str(zlib.decompress(value).decode() if packed else value))
    raw.close()
    return "\n".join(found)


def in_file(place, words: str) -> bool:
    return any(words.encode() in file.read_bytes() for file in place.parent.glob(f"{place.name}*"))


def test_a_persons_name_is_in_no_table_and_no_byte_of_the_file(built, toy):
    assert "Vennick" in everything(built)
    assert in_file(built, "Vennick")
    report = withhold(built, "Orla Vennick", stages=toy.stages())
    assert report.documents == 2
    assert "Vennick" not in everything(built)
    assert "Orla" not in everything(built)
    assert not in_file(built, "Vennick")


def test_a_name_is_gone_from_the_files_also_while_the_ledger_is_open(built):
    with Ledger.open(built) as ledger:
        list(ledger.view().records())
        with ledger.writer(command="w", started="") as writer:
            writer.withhold_person("Orla Vennick")
            assert not in_file(built, "Vennick")


def test_offsets_hold_and_the_ledger_verifies_after_a_name_is_masked(built, toy):
    with Ledger.open(built) as ledger:
        before = {i.id: ledger.view().document(i.id).text for i in ledger.view().documents()}
    withhold(built, "Orla Vennick", stages=toy.stages())
    with Ledger.open(built) as ledger:
        view = ledger.view()
        for info in view.documents():
            text = view.document(info.id).text
            assert len(text) == len(before[info.id])
            for record in view.accounts_in(info.id):
                for statement in record.statements:
                    assert text[statement.start : statement.end] == statement.original
        report = ledger.verify()
    assert report.problems == ()
    assert report.withheld_persons == 1
    assert report.without_bytes == 2


def test_the_log_keeps_a_hash_of_what_was_masked(built, toy):
    report = withhold(built, "Orla Vennick", stages=toy.stages())
    with Ledger.open(built) as ledger:
        told = [row for row in ledger.view().log() if row.kind == "masked"]
    assert [row.digest for row in told] == [report.hash]
    assert "Vennick" not in told[0].subject


def test_a_name_is_masked_in_speakers_actors_titles_and_incidents(built, toy):
    withhold(built, "Orla Vennick", stages=toy.stages())
    with Ledger.open(built) as ledger:
        view = ledger.view()
        speakers = {s.voice.speaker for r in view.records() for s in r.statements}
        assert "████ ███████" in speakers
        assert "Mira Tolland" in speakers
        assert "████ ███████" in {actor.actor for actor in view.actors()}
        titles = [incident.title for incident in view.incidents()]
        assert any("████ ███████" in title for title in titles)


def test_a_name_is_masked_in_a_document_read_later(built, reports, toy):
    withhold(built, "Orla Vennick", stages=toy.stages())
    (reports / "orla-vennick.txt").write_text(
        "For ORLA VENNICK\nTarnby was hit on 2031-06-01, killing 3, said Orla Vennick."
        " Vennick left."
    )
    build([reports], built, stages=toy.stages())
    assert "ennick" not in everything(built).lower()
    with Ledger.open(built) as ledger:
        assert ledger.verify().problems == ()
        sources = [info.source for info in ledger.view().documents()]
    assert "████████████.txt" in sources


def test_building_again_after_withholding_adds_only_runs_and_log(built, reports, toy):
    withhold(built, "Orla Vennick", stages=toy.stages())
    (reports / "vennick.txt").write_text("Orla Vennick\nNothing to tell of Vennick.")
    build([reports], built, stages=toy.stages())
    with Ledger.open(built) as ledger:
        before = ledger.view().counts()
    build([reports], built, stages=toy.stages())
    with Ledger.open(built) as ledger:
        after = ledger.view().counts()
    assert {name for name in after if after[name] != before[name]} == {"runs", "log"}
    assert "ennick" not in everything(built).lower()


def test_a_name_in_no_document_is_masked_later(built, reports, toy):
    report = withhold(built, "Bryn Ashgrove", stages=toy.stages())
    assert report.documents == 0
    assert "later" in report.sentence
    (reports / "z.txt").write_text("Today\nBryn Ashgrove came home.")
    build([reports], built, stages=toy.stages())
    assert "Ashgrove" not in everything(built)


def test_a_name_is_not_in_the_commands_of_runs(tmp_path, reports, toy):
    place = tmp_path / "c.db"
    options = BuildOptions(command="build reports/Orla Vennick")
    build([reports], place, options=options, stages=toy.stages())
    withhold(place, "Orla Vennick", stages=toy.stages())
    assert "Vennick" not in everything(place)


def test_withholding_twice_is_harmless(built, toy):
    withhold(built, "Orla Vennick", stages=toy.stages())
    assert withhold(built, "orla VENNICK", stages=toy.stages()).documents == 0
    with Ledger.open(built) as ledger:
        assert ledger.verify().problems == ()


def test_a_reason_given_by_a_person_is_masked_too(built, toy):
    from recount.model import Verdict

    with Ledger.open(built) as ledger:
        accounts = [record.id for record in ledger.view().records()]
        with ledger.writer(command="judge", started="") as writer:
            writer.judge(
                *accounts[:2], Verdict.DIFFERENT, person="p", reason="as Orla Vennick told me"
            )
    withhold(built, "Orla Vennick", stages=toy.stages())
    with Ledger.open(built) as ledger:
        (judgement,) = ledger.view().person_judgements()
        assert judgement.reasons[0].detail == "as ████ ███████ told me"
        assert ledger.verify().problems == ()


def document_of(place, source: str) -> str:
    with Ledger.open(place) as ledger:
        return next(i.id for i in ledger.view().documents() if i.source == source)


def test_a_withheld_document_is_gone_with_all_that_was_read_from_it(built, toy):
    document = document_of(built, "c.txt")
    report = withhold(built, document, stages=toy.stages())
    assert not report.person
    text = everything(built)
    assert "Tarnby" not in text
    assert "c.txt" not in text
    assert not in_file(built, "Tarnby")
    with Ledger.open(built) as ledger:
        view = ledger.view()
        assert document not in {info.id for info in view.documents()}
        assert all("Tarnby" not in incident.title for incident in view.incidents())
        verified = ledger.verify()
    assert verified.problems == ()
    assert verified.withheld_documents == 1


def test_the_other_documents_of_an_incident_keep_it(built, toy):
    withhold(built, document_of(built, "a.txt"), stages=toy.stages())
    with Ledger.open(built) as ledger:
        titles = [incident.title for incident in ledger.view().incidents()]
        counts = [i.findings[0].high for i in ledger.view().incidents()]
    assert any(title.startswith("Orrin") for title in titles)
    assert 9 in counts
    assert 7 not in counts


def test_a_withheld_document_stays_out_under_any_name(built, reports, toy):
    withhold(built, "c.txt", stages=toy.stages())
    (reports / "again.txt").write_bytes((reports / "c.txt").read_bytes())
    report = build([reports], built, stages=toy.stages())
    assert report.withheld == 2
    assert report.new == 0
    assert "Tarnby" not in everything(built)


def test_a_withheld_document_is_not_withheld_again(built, toy):
    document = document_of(built, "c.txt")
    withhold(built, document, stages=toy.stages())
    with pytest.raises(UsageError, match="no document"):
        withhold(built, document, stages=toy.stages())


def test_an_id_that_the_ledger_does_not_have_is_not_taken_for_a_name(built, toy):
    with pytest.raises(UsageError, match="no document"):
        withhold(built, "0123abcd", stages=toy.stages())


def test_a_pack_holds_nothing_that_was_withheld(built, toy):
    withhold(built, "Orla Vennick", stages=toy.stages())
    stream = io.StringIO()
    with Ledger.open(built) as ledger:
        pack(ledger, stream)
    assert "Vennick" not in stream.getvalue()


def test_values_cut_from_a_masked_name_are_masked_too(tmp_path):
    """A value of the given name alone stands where the name was masked."""
    from fakes import resolve

    class Given(Toy):
        def resolve(self, document, extraction, **options):
            from dataclasses import replace

            made = resolve(document, extraction, **options)
            cut = tuple(
                replace(s, voice=replace(s.voice, speaker="Orla"), start=at, end=at + 4,
                        original="Orla", spans=(replace(s.spans[0], start=at, end=at + 4),))
                for s in made.statements
                if (at := document.text.find("Orla")) >= 0
            )  # fmt: skip
            return replace(made, statements=cut or made.statements)

    toy = Given()
    (tmp_path / "a.txt").write_text("x\nOrrin was hit on 2031-05-02, killing 7. Orla Vennick wept.")
    place = tmp_path / "l.db"
    build([tmp_path], place, stages=toy.stages())
    withhold(place, "Orla Vennick", stages=toy.stages())
    assert "Orla" not in everything(place)


def test_what_people_write_later_is_masked_too(built, toy, tmp_path):
    from recount.model import Verdict
    from recount.pipeline import judge

    withhold(built, "Orla Vennick", stages=toy.stages())
    with Ledger.open(built) as ledger:
        one, two = (record.id for record in list(ledger.view().records())[:2])
    judge(
        built,
        one,
        two,
        Verdict.SAME,
        person="p",
        reason="Orla Vennick said so",
        stages=toy.stages(),
    )
    actors = tmp_path / "actors.csv"
    actors.write_text("name,aliases,kind\nReed Brigade,Orla Vennick group,rebel_group\n")
    options = BuildOptions(actors=(actors,))
    (tmp_path / "reports" / "new.txt").write_text("New")
    build([tmp_path / "reports"], built, options=options, stages=toy.stages())
    assert "Vennick" not in everything(built)
