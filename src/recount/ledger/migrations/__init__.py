"""Alembic migrations of the ledger, run by the package itself; no alembic.ini is needed."""
