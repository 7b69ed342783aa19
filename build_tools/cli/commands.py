"""The command line; the only file that prints. Each command ends with a status of docs/errors.md.

Each command imports what it needs when it is run: nobody waits for the host to be told what an option means.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from traceback import print_exc
from typing import IO, TYPE_CHECKING, Annotated, NoReturn

import typer

from build_tools.cli.progress import Progress
from build_tools.cli.report import exit_status, render_issues, terminal
from build_tools.model.issue import Issue, IssueLog
from build_tools.model.variant import Script

if TYPE_CHECKING:
    from build_tools.export.inspect import Json

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
)


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


Config = Annotated[Path, typer.Option("--config", "-f", help="The site's configuration.")]
Content = Annotated[Path, typer.Option("--content", help="The folder that holds laws/.")]
Strict = Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")]
_BUNDLE = Path("dist/duizhao-offline.zip")


def main() -> NoReturn:
    """Run a command; a fault of the program ends with status 70 and no traceback, unless --debug is given."""
    gc.set_threshold(200_000, 50, 50)  # our trees are frozen: to look for cycles in them costs a tenth
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    arguments = [a for a in sys.argv[1:] if a != "--debug"]
    try:
        app(arguments, prog_name="duizhao")
    except KeyboardInterrupt:  # before typer itself looks after it
        sys.exit(130)
    except Exception as error:
        if len(arguments) < len(sys.argv[1:]):
            print_exc()
        if isinstance(error, OSError):
            place = f"{error.filename}: " if error.filename else ""
            _fail(f"{place}{error.strerror or error}", 3)
        kind = f"{type(error).__name__}: {error}".replace("\n", " ")[:300]
        hint = "Please report it with the command, the file and the output of the same command with --debug."
        _fail(f"this is a fault of duizhao ({kind}).\n{hint}", 70)
    finally:
        gc.freeze()  # the system takes all memory back at once: no last look for cycles
    sys.exit(0)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(version("duizhao"))
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
    _debug: Annotated[
        bool, typer.Option("--debug", help="Show where in the program a fault is; may stand anywhere.")
    ] = False,
) -> None:
    """Turn the plain text of a Chinese law, and opinions about it, into a static bilingual website."""


@app.command()
def build(
    config: Config = Path("mkdocs.yml"),
    out: Annotated[Path, typer.Option(help="The folder of the site.")] = Path("site"),
    bundle: Annotated[Path, typer.Option("--zip", help="The offline bundle.")] = _BUNDLE,
    no_zip: Annotated[bool, typer.Option("--no-zip", help="Make no offline bundle.")] = False,
    strict: Strict = False,
    without_broken: Annotated[
        bool, typer.Option("--without-broken", help="Leave out laws and opinions that have errors.")
    ] = False,
) -> None:
    """Build the site and its offline bundle; the former ones stay as they are if anything is wrong."""
    from build_tools import publish
    from build_tools.host.mkdocs import site

    with Progress(terminal(sys.stderr), "Building") as progress:
        try:
            issues, left_out = site.build(
                config, out, strict, None if no_zip else bundle, progress, without_broken=without_broken
            )
        except publish.BuildFailed as error:
            _tell(error.issues)
            _fail("nothing was published", max(error.exit_code, exit_status(error.issues, strict=strict)))
    _tell(issues)
    print(f"{out} is built" + ("" if no_zip else f", and {bundle}"))
    for one in left_out:
        what = f"the opinion {one.submission} on {one.law}" if one.submission else f"the law {one.law}"
        print(f"left out: {what}, because of errors in {one.path}")
    if left_out:
        raise typer.Exit(1)


@app.command()
def serve(
    config: Config = Path("mkdocs.yml"),
    address: Annotated[str, typer.Option(help="Host and port.")] = "127.0.0.1:8000",
) -> None:
    """Show the site and rebuild it when a source, template or style changes."""
    from build_tools import publish
    from build_tools.host.mkdocs import site

    try:
        site.serve(config, address)
    except publish.BuildFailed as error:
        _tell(error.issues)
        raise typer.Exit(max(error.exit_code, exit_status(error.issues))) from error


@app.command()
def check(
    content: Content = Path("content"),
    strict: Strict = False,
    form: Annotated[Format, typer.Option("--format", help="How findings are written.")] = Format.TEXT,
) -> None:
    """Say what is wrong with the sources and manifests; write nothing."""
    from build_tools.cli.report import issues_github, issues_json, summary
    from build_tools.pipeline import load_site

    log = IssueLog()
    with Progress(terminal(sys.stderr), "Checking") as progress:
        site = load_site(content, log, progress)
    if form is Format.JSON:
        print(issues_json(log.issues))
    elif form is Format.GITHUB:
        print(issues_github(log.issues), end="\n" if log.issues else "")
    else:
        _tell(log.issues, sys.stdout)
        laws = len(site.laws)
        print(summary(log.issues) or f"nothing is wrong with {laws} law{'' if laws == 1 else 's'}")
    raise typer.Exit(exit_status(log.issues, strict=strict))


@app.command()
def new(
    law: Annotated[str, typer.Argument(help="Its slug, part of every address: a-z, 0-9 and hyphens.")],
    source: Annotated[Path | None, typer.Option("--from", help="The text of the law.")] = None,
    feedback: Annotated[
        list[Path] | None, typer.Option("--feedback", help="An opinion about it; may be given again.")
    ] = None,
    script: Annotated[
        Script | None, typer.Option(case_sensitive=False, help="The script of the files, if it is not plain.")
    ] = None,
    content: Content = Path("content"),
) -> None:
    """Make a law's folder with a commented law.toml, its sources copied byte for byte."""
    from build_tools.cli.new_law import NotNewError, make_law

    log = IssueLog()
    try:
        made = make_law(law, source, tuple(feedback or ()), script, content, log)
    except NotNewError as error:
        _fail(str(error), 2)
    if made is None:
        _tell(log.issues)
        _fail("nothing was made", exit_status(log.issues))
    next_step = "; look at the lines marked CHECK, then run: duizhao check" if source else ""
    print(f"{made.manifest} is made{next_step}")
    if made.gaps:
        missing = ", ".join(made.gaps)
        print(f"The text leaves out {missing}: law.toml accepts it for now; compare with the original")
    if made.lacking:
        hint = "if the original has none either, take the # off accepted_gaps in law.toml"
        print(f"The text has no {', '.join(made.lacking)}: {hint}")
    if not source:
        print(f"Put the text where `file` says, then run: duizhao accept {law}")


@app.command()
def accept(
    law: Annotated[str, typer.Argument(help="The folder of the law under content/laws/.")],
    content: Content = Path("content"),
) -> None:
    """Take the sources of a law as they are now: write their SHA-256 into law.toml, and nothing else."""
    from build_tools.cli.difference import difference
    from build_tools.read.accept import accept_sources, no_law
    from build_tools.text.atomic import write_atomically

    folder = content / "laws" / law
    shown = (folder / "law.toml").as_posix()
    log = IssueLog()
    accepted = None
    if (folder / "law.toml").exists():
        accepted = accept_sources(folder, shown, log)
    else:
        log.add(no_law(shown))
    _tell(log.issues)
    if accepted is None or log.errors:
        raise typer.Exit(exit_status(log.issues))
    if not accepted.files:
        print("no source has changed")
        return
    for name, former, found in accepted.files:
        if former:
            print("\n".join(difference(folder / name, former, content.parent / "site")))
        print(f'{shown}: {name}\n-sha256 = "{former}"\n+sha256 = "{found}"')
    write_atomically(folder / "law.toml", accepted.after.encode("utf-8"))


@app.command()
def inspect(
    file: Annotated[Path, typer.Argument(help="A law, or with --feedback an opinion.")],
    feedback: Annotated[bool, typer.Option("--feedback", help="The file is an opinion.")] = False,
    law: Annotated[Path | None, typer.Option(help="With --feedback: the law it is about.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, schema duizhao/1.")] = False,
) -> None:
    """Show what one file is read as; no law.toml is needed."""
    if law and not feedback:
        _fail("--law goes with --feedback", 2)
    log = IssueLog()
    with Progress(terminal(sys.stderr), "Reading"):
        found = _inspect(file, law, log, feedback=feedback)
    if as_json:
        sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.write(b"\n")
        sys.stdout.buffer.flush()
    else:
        from rich.console import Console

        from build_tools.cli.inspect_tree import outline

        Console(highlight=False).print(outline(found))
        _tell(log.issues)
    raise typer.Exit(exit_status(log.issues))


@app.command()
def verify(site: Annotated[Path, typer.Argument(help="A built site, or its zip.")]) -> None:
    """Check that a built site is whole and unaltered, and that it gives back its sources."""
    from build_tools import publish

    with Progress(terminal(sys.stderr), "Verifying"):
        issues = publish.verify(site)
    _tell(issues)
    status = exit_status(issues)
    if not status:
        print(f"{site} is whole")
    raise typer.Exit(status)


def _inspect(file: Path, law: Path | None, log: IssueLog, *, feedback: bool) -> Json:
    from build_tools.export.inspect import inspect_feedback, inspect_law, inspect_nothing
    from build_tools.pipeline import load_feedback_file, load_law_file

    if feedback:
        opinion = load_feedback_file(file, law, log)
        if opinion:
            return inspect_feedback(opinion.source, opinion.submission, opinion.layers, log.issues)
    else:
        text = load_law_file(file, log)
        if text:
            return inspect_law(text.source, text.law, text.layers, log.issues)
    return inspect_nothing(log.issues)


def _tell(issues: Iterable[Issue], stream: IO[str] | None = None) -> None:
    """Write findings to standard error, or to ``stream``: with colours on a terminal, plain in a pipe."""
    found = tuple(issues)
    if not found:
        return
    stream = stream or sys.stderr
    console = terminal(stream)
    if console:
        from rich.text import Text

        console.print(Text.assemble(*render_issues(found)), end="", soft_wrap=True)
    else:
        stream.write("".join(text for text, _ in render_issues(found)))


def _fail(message: str, status: int) -> NoReturn:
    print(f"duizhao: {message}", file=sys.stderr)
    raise SystemExit(status)


if __name__ == "__main__":
    main()
