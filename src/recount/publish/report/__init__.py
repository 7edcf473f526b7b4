"""The HTML report: one file that opens offline, prints, and needs no script to be read."""

from __future__ import annotations

from recount.publish.report.making import load_outlines_with, report_release
from recount.publish.report.map import outlines_of
from recount.publish.report.page import render_report, write_report

__all__ = [
    "load_outlines_with",
    "outlines_of",
    "render_report",
    "report_release",
    "write_report",
]
