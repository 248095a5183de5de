"""What a report is made of, and its two forms: an HTML page, and A4 pages as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from html import escape
from typing import Protocol

from nnsim.exporting import Files

from .making import Progress, Slices
from .pictures import Drawable, svg
from .report_pdf import pages


@dataclass(frozen=True)
class Table:
    """A heading, and a name with its value in each line."""

    title: str
    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Figure:
    """A picture with its heading."""

    title: str
    picture: Drawable


@dataclass(frozen=True)
class Content:
    """All of a report.

    Attributes:
        language: the code of that of its words, such as "ko".
        name: of the project.
        kind: says that it is a report.
        note: a sentence below the title; "" without one.
    """

    language: str
    name: str
    kind: str
    note: str
    tables: Sequence[Table]
    figures: Sequence[Figure]


class Reported(Protocol):
    """What a report can be made of."""

    def content(self) -> AbstractContextManager[Content]:
        """Everything in it, for as long as the `with` lasts."""


_STYLE = """
@page { size: A4; margin: 18mm; }
body { max-width: 900px; margin: 40px auto; padding: 0 24px; background: #fff; color: #1B2733;
  font: 15px/1.5 system-ui, "Noto Sans KR", "Malgun Gothic", sans-serif;
  font-variant-numeric: tabular-nums; }
header p { margin: 0; color: #5F6B77; }
h1 { margin: 0 0 4px; font-size: 28px; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 32px 0 8px; font-size: 18px; }
section, figure { break-inside: avoid; margin: 0; }
.tables { display: grid; grid-template-columns: 2fr 3fr; gap: 0 48px; align-items: start; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 4px 0; border-bottom: 1px solid #DFE4EA; text-align: left; vertical-align: top; }
th { font-weight: normal; color: #5F6B77; padding-right: 16px; white-space: nowrap; }
svg { max-width: 100%; height: auto; }
"""


def report_html(report: Reported) -> Slices[Files]:
    """One page that needs no other file; the pictures are drawings inside it."""
    with report.content() as content:
        drawn = []
        for number, figure in enumerate(content.figures, start=1):
            yield Progress((number - 1) / len(content.figures))
            drawn.append(_figure(figure, number))
        return {".html": _page(content, "\n".join(drawn)).encode()}


def report_pdf(report: Reported) -> Slices[Files]:
    """A4 pages; no table and no figure is cut by the end of one."""
    with report.content() as content:
        tables = [(table.title, table.rows) for table in content.tables]
        figures = [(figure.title, figure.picture) for figure in content.figures]
        written = yield from pages(content.name, content.kind, content.note, tables, figures)
        return {".pdf": written}


def _page(content: Content, figures: str) -> str:
    note = f"<p>{escape(content.note)}</p>" if content.note else ""
    tables = "\n".join(map(_table, content.tables))
    name = escape(content.name)
    return f"""<!DOCTYPE html>
<html lang="{escape(content.language)}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{name}</title>
<style>{_STYLE}</style>
</head>
<body>
<header><p>{escape(content.kind)}</p><h1>{name}</h1>{note}</header>
<div class="tables">
{tables}
</div>
{figures}
</body>
</html>
"""


def _table(table: Table) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'
        for name, value in table.rows
    )
    return f"<section><h2>{escape(table.title)}</h2><table>\n{rows}\n</table></section>"


def _figure(figure: Figure, number: int) -> str:
    """The drawing without its XML declaration; its names are made the only ones of the page."""
    drawing = svg(figure.picture).decode()
    drawing = drawing[drawing.index("<svg") :]
    for before in ('id="', "url(#", 'href="#'):
        drawing = drawing.replace(before, f"{before}figure{number}-")
    drawing = drawing.replace("<svg ", '<svg role="img" ', 1)
    return f"<figure><h2>{escape(figure.title)}</h2>\n{drawing}</figure>"
