"""Run by Alembic: migrates within the transaction of the connection that it was given."""

from __future__ import annotations

from alembic import context

from recount.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # One transaction around all steps, so a killed migration leaves the old tables.
    transactional_ddl=True,
    transaction_per_migration=False,
    render_as_batch=True,
)
context.run_migrations()
