"""A view whose findings can be made by any rule, not only the one of the last build."""

from __future__ import annotations

from collections.abc import Iterator

from recount.ledger import Ledger, View
from recount.model import Incident
from recount.pipeline.stages import Stages, real_stages
from recount.pipeline.supplied import own_countries


class RuledView(View):
    """Reads a ledger; asked for another rule than the stored one, it reconciles anew.

    Accounts, statements and which accounts belong together are the stored ones: a rule
    changes findings only. Nothing is written.
    """

    def __init__(
        self, ledger: Ledger, *, as_of: int | None = None, stages: Stages | None = None
    ) -> None:
        super().__init__(ledger.engine, ledger.label, as_of)
        self._stages = stages

    def incidents(self, rule: str | None = None) -> Iterator[Incident]:
        """Iterate over the incidents by id, with findings by a rule (default: as stored)."""
        if rule is None or rule == self.rule():
            yield from super().incidents()
            return
        stages = real_stages() if self._stages is None else self._stages
        documents = {info.id: info for info in self.documents()}
        voices = self.voices()
        countries = own_countries(self)
        for formed in self.formed():
            records = self.accounts(formed.accounts)
            yield stages.reconcile(formed.id, records, documents, voices, rule, countries=countries)
