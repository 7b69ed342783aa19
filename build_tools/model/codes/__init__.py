"""All codes of findings: one file a stage, one entry a code, each documented in docs/errors.md."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.model.codes import feedback, law, manifest, reference, site, source
from build_tools.model.codes.entry import Code

CODES: Mapping[str, Code] = {
    entry.code: entry for stage in (source, manifest, law, feedback, reference, site) for entry in stage.CODES
}
