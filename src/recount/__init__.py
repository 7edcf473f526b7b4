"""Recount: from reports about armed conflict to a ledger of sourced incidents."""
