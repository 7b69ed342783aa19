"""Jinja, set up for Chinese text: what a template does not write is not there, blanks least of all."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup


class Templates:
    """Templates of one folder, each compiled once."""

    def __init__(self, folder: Path) -> None:
        """``folder`` holds ``law/``: the folder ``overrides``."""
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            bytecode_cache=template_cache(folder.parent),
        )
        self._compiled: dict[str, Template] = {}

    def render(self, name: str, **values: object) -> str:
        """The template ``law/{name}.html`` filled in; an unknown name in it is an error, never a blank."""
        template = self._compiled.get(name)
        if template is None:
            template = self._compiled[name] = self._environment.get_template(f"law/{name}.html")
        return template.render(values)

    def piece(self, name: str, macro: str, *values: object, **named: object) -> Markup:
        """What one macro of ``law/{name}.html`` writes: for pieces that are the same on many pages."""
        module = self._environment.get_template(f"law/{name}.html").module
        return Markup(getattr(module, macro)(*values, **named))


def template_cache(project: Path) -> FileSystemBytecodeCache | None:
    """Compiled templates, kept below ``.duizhao`` of the project; None where that cannot be written.

    Compiling takes a fifth of a small build. Jinja keys each entry by the template's name and the checksum of its
    text, so a changed template is compiled anew. The folder has another name since compiled templates no longer
    hold the names of scripts: those of before would name scripts that are gone.
    """
    folder = project / ".duizhao" / "compiled"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))
