"""The HTML report: one file that opens offline, prints, and needs no script to be read."""

from __future__ import annotations

from recount.publish.report.map import outlines_of
from recount.publish.report.page import render_report, write_report

__all__ = ["outlines_of", "render_report", "write_report"]
