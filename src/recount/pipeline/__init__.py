"""The order of the stages: build a ledger, judge, withhold, and view findings by any rule.

Only this package knows which stage comes after which; each stage's result goes into the
ledger before the next build needs it, so a build can be stopped and gone on with.
"""

from recount.pipeline.build import build
from recount.pipeline.decide import WithholdReport, judge, withhold
from recount.pipeline.report import (
    BuildOptions,
    BuildReport,
    Callback,
    NothingDoneError,
    Progress,
    Step,
)
from recount.pipeline.ruled import RuledView
from recount.pipeline.stages import Stages, real_stages

__all__ = [
    "BuildOptions",
    "BuildReport",
    "Callback",
    "NothingDoneError",
    "Progress",
    "RuledView",
    "Stages",
    "Step",
    "WithholdReport",
    "build",
    "judge",
    "real_stages",
    "withhold",
]
