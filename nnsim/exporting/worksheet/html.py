"""A worksheet as one HTML file that needs nothing else."""

from __future__ import annotations

from html import escape

from .sheet import COLUMN_GAP, MARGIN, TEXT_WIDTH, Item, Part, Row, Section, Sheet
from .typeset import Drawing

_UNDER_LINE = 3.0  # from the baseline down to the line to write on, in points
_STYLE = f"""
@page {{ size: A4; margin: {MARGIN}pt; }}
* {{ box-sizing: border-box; }}
body {{ margin: 24pt auto; width: {TEXT_WIDTH}pt; background: #fff; color: #000;
  font: 9pt/1.45 "Helvetica Neue", Arial, "Malgun Gothic", "Noto Sans KR", sans-serif; }}
h1 {{ font-size: 17pt; margin: 0; }}
h2 {{ font-size: 11pt; margin: 12pt 0 3pt; border-bottom: 0.5pt solid #aab2bb;
  break-after: avoid; }}
p {{ margin: 2pt 0; color: #444; }}
header {{ display: flex; align-items: end; gap: 14pt; }}
header h1 {{ flex: 1; }}
header span {{ width: 120pt; border-bottom: 0.5pt solid #777; color: #444; }}
.part + .part {{ break-before: page; margin-top: 36pt; }}
.band {{ display: grid; column-gap: {COLUMN_GAP}pt; align-items: start; break-inside: avoid; }}
.item {{ break-inside: avoid; min-width: 0; }}
.centred {{ text-align: center; }}
.row {{ display: flex; align-items: end; padding: 4.5pt 0; }}
.centred .row {{ justify-content: center; }}
.blank {{ flex: 1; border-bottom: 0.5pt solid #777; height: 18pt; }}
svg {{ flex: none; overflow: visible; }}
@media print {{ body {{ margin: 0; }} .part + .part {{ margin-top: 0; }} }}
""".strip()


def sheet_html(sheet: Sheet) -> str:
    """The page."""
    title = escape(sheet.parts[0].title)
    body = "\n".join(_part(part) for part in sheet.parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n{body}\n"
        "</body>\n</html>\n"
    )


def _part(part: Part) -> str:
    fields = "".join(f"<span>{escape(each)}</span>" for each in part.fields)
    about = "".join(f"<p>{escape(each)}</p>\n" for each in part.about)
    sections = "\n".join(_section(each) for each in part.sections)
    head = f"<header><h1>{escape(part.title)}</h1>{fields}</header>"
    return f'<div class="part">\n{head}\n{about}{sections}\n</div>'


def _section(section: Section) -> str:
    heading = "" if section.heading is None else f"<h2>{escape(section.heading)}</h2>\n"
    return heading + "\n".join(_band(band) for band in section.bands)


def _band(band: tuple[Item, ...]) -> str:
    columns = f"grid-template-columns: repeat({band[0].columns}, minmax(0, 1fr))"
    return f'<div class="band" style="{columns}">{"".join(_item(each) for each in band)}</div>'


def _item(item: Item) -> str:
    kind = "item centred" if item.centred else "item"
    return f'<div class="{kind}">{"".join(_row(row) for row in item.rows)}</div>'


def _row(row: Row) -> str:
    """The drawings on one baseline, which is so far above the lowest end of the row."""
    below = max([_UNDER_LINE, *(each.descent for each in row.drawings)])
    margin = f"margin-bottom:{below - _UNDER_LINE:.2f}pt"
    blank = f'<span class="blank" style="{margin}"></span>' if row.blank else ""
    drawings = "".join(_drawing(each, below) for each in row.drawings)
    return f'<div class="row" style="column-gap: {row.gap}pt">{drawings}{blank}</div>'


def _drawing(drawing: Drawing, below: float) -> str:
    """The drawing with its size, its baseline so far above the end, and its text for readers."""
    start = drawing.svg.index("<svg") + len("<svg")
    body = drawing.svg[drawing.svg.index(">", start) :]
    box = drawing.svg[drawing.svg.index('viewBox="') :].split('"')[1]
    style = (
        f"width:{drawing.width:.2f}pt;height:{drawing.height:.2f}pt;"
        f"margin-bottom:{below - drawing.descent:.2f}pt"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(drawing.label)}" '
        f'stroke-width="0" viewBox="{box}" style="{style}"{body}'
    )
