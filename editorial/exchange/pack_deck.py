"""A slide deck in the program's own clean theme: slides with title and foot, text boxes, tables, charts, notes."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from editorial.domain.pack import Pack
from editorial.domain.pack_words import footer, pack_title
from editorial.domain.vocabulary import Kind
from editorial.exchange.pack_fitting import shortened, wrapped
from editorial.exchange.pack_tables import MUTED, PAD_X, PAD_Y, TEXT, Paragraph, Row, TableCell, row_height

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 44.0
INNER = WIDTH - 2 * MARGIN
TOP, BOTTOM = 108.0, 500.0
"""Where the content of a slide begins, and where its foot."""
LINE_COLOUR, GROUND = "E3E0D9", "F6F5F2"
KINDS = {Kind.ASPIRATIONAL: ("✦ ", "6B4FD8"), Kind.PRACTICAL: ("▪ ", "0F796A")}
ALIGN = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}
THEME_COLOURS = {
    "dk1": TEXT, "lt1": "FFFFFF", "dk2": "22252B", "lt2": GROUND, "accent1": "3B4CCA", "accent2": "6B4FD8",
    "accent3": "0F796A", "accent4": "2E7A31", "accent5": "B05109", "accent6": "B42318", "hlink": "3B4CCA",
    "folHlink": "6B4FD8",
}  # fmt: skip
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
TITLE_ONLY = 5
FONT = "Arial"
TITLE_SIZES, TITLE_LEAST = (26.0, 22.0, 18.0), 16.0
SURE = 0.96
"""How much of a line a title may take: another program's font may be a little wider."""
LONGEST_PROPERTY = 255
"""Letters that a property of the file may have."""


class Deck:
    """A deck that grows slide by slide; all places and sizes are in points from the upper left corner."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Pt(WIDTH), Pt(HEIGHT)
        self._layout = self.file.slide_layouts[TITLE_ONLY]
        _prepare(self.file, self._layout)
        about = self.file.core_properties
        about.title = f"{pack_title(pack)} – {pack.workspace}"[:LONGEST_PROPERTY]
        about.author = about.last_modified_by = pack.workspace[:LONGEST_PROPERTY]
        about.created = about.modified = datetime.combine(pack.made_on, time())

    def cover(self, name: str, size: float, place: tuple[float, float, float, float], notes: str) -> Any:
        """Add the first slide, with a name in large letters on a quiet ground."""
        slide = self.file.slides.add_slide(self._layout)
        _paint(slide.background.fill, GROUND)
        title = slide.shapes.title
        title.left, title.top, title.width, title.height = map(Pt, place)
        title.text_frame.text = name
        title.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
        slide.notes_slide.notes_text_frame.text = notes
        return slide

    def slide(self, title: str, lead: str, notes: Sequence[str]) -> Any:
        """Add a slide with its heading and foot, and return it."""
        slide = self.file.slides.add_slide(self._layout)
        size, heading = _heading(title)
        slide.shapes.title.text_frame.text = heading
        if size < TITLE_SIZES[0]:
            slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
        said = shortened(lead, INNER, 2, 14)
        self.box(slide, (MARGIN, 66, INNER, 38), [Paragraph(said, 14, colour=MUTED)])
        foot = shortened(footer(self.pack), INNER - 60, 1, 9)
        self.box(slide, (MARGIN, 512, INNER - 60, 16), [Paragraph(foot, 9, colour=MUTED)])
        _number(self.box(slide, (WIDTH - MARGIN - 50, 512, 50, 16), [], align="right"))
        if notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(notes)
        return slide

    def box(
        self, slide: Any, place: tuple[float, float, float, float], said: Sequence[Paragraph], align: str = "left"
    ) -> Any:
        """Put a text box on a slide: left, top, width, height."""
        shape = slide.shapes.add_textbox(*map(Pt, place))
        frame = shape.text_frame
        _frame(frame)
        write(frame, said, align)
        return shape

    def tile(
        self, slide: Any, place: tuple[float, float, float, float], fill: str, said: Sequence[Paragraph] = ()
    ) -> Any:
        """Put a filled rectangle on a slide, with text in its middle, perhaps."""
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, place))
        _paint(shape.fill, fill)
        shape.line.fill.background()
        shape._element.remove(shape._element.find(qn("p:style")))  # The theme's shadow and edge.
        frame = shape.text_frame
        _frame(frame, 12)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        write(frame, said)
        return shape

    def table(self, slide: Any, rows: Sequence[Row], widths: Sequence[float], top: float = TOP) -> Any:
        """Put a real table on a slide; each row is as high as its text needs."""
        heights = [row_height(row, widths) for row in rows]
        place = (MARGIN, top, sum(widths), sum(heights))
        frame = slide.shapes.add_table(len(rows), len(widths), *map(Pt, place))
        table = frame.table
        style = frame._element.graphic.graphicData.tbl.tblPr
        style.find(qn("a:tableStyleId")).text = PLAIN_TABLE
        table.first_row = table.horz_banding = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Pt(width)
        for made, row, height in zip(table.rows, rows, heights, strict=True):
            made.height = Pt(height)
            for place_of, said in zip(made.cells, row, strict=True):
                _fill_cell(place_of, said)
        return frame

    def bars(
        self,
        slide: Any,
        place: tuple[float, float, float, float],
        names: Sequence[str],
        series: Sequence[tuple[str, Sequence[int], str]],
        *,
        stacked: bool,
        about: str,
    ) -> Any:
        """Put a native bar chart on a slide; each series has a name, its figures and a colour."""
        data = CategoryChartData(number_format="0")
        data.categories = list(names)
        for name, figures, _colour in series:
            data.add_series(name, list(figures))
        kind = XL_CHART_TYPE.BAR_STACKED_100 if stacked else XL_CHART_TYPE.COLUMN_CLUSTERED
        frame = slide.shapes.add_chart(kind, *map(Pt, place), data)
        frame._element.nvGraphicFramePr.cNvPr.set("descr", about)
        _dress(frame.chart, [colour for _name, _figures, colour in series], stacked=stacked)
        return frame


def _heading(title: str) -> tuple[float, str]:
    """Return the size at which a title stays on one line, or the least with two lines of it: the lead stands below."""
    for size in TITLE_SIZES:
        if len(wrapped(title, INNER * SURE, size, bold=True)) == 1:
            return size, title
    return TITLE_LEAST, shortened(title, INNER * SURE, 2, TITLE_LEAST, bold=True)


def _prepare(file: Any, layout: Any) -> None:
    """Give the deck its own theme, one layout, and its title a place."""
    for other in list(file.slide_layouts):
        if other != layout:
            file.slide_layouts.remove(other)
    master = file.slide_master
    for part in (relation.target_part for relation in master.part.rels.values()):
        if part.partname.startswith("/ppt/theme/"):
            part._blob = _themed(part.blob)
    for holder in (master, layout):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type != 1:  # Everything but the title has a place of its own on each slide.
                shape._element.getparent().remove(shape._element)
        for shape in holder.placeholders:
            shape.left, shape.top, shape.width, shape.height = Pt(MARGIN), Pt(26), Pt(INNER), Pt(40)
    title = master.placeholders[0].text_frame
    _frame(title)
    title.vertical_anchor = MSO_ANCHOR.MIDDLE
    look = master._element.find(qn("p:txStyles")).find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    look.set("algn", "l")
    run = look.find(qn("a:defRPr"))
    run.set("sz", "2600")
    run.set("b", "1")


def _themed(blob: bytes) -> bytes:
    """Return the theme with the program's colours and font."""
    text = blob.decode()
    for name, colour in THEME_COLOURS.items():
        text = re.sub(
            rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>', text, flags=re.DOTALL
        )
    text = re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{FONT}", text)
    return re.sub(r'(<a:theme [^>]*name=")[^"]*', r"\g<1>Editorial", text).encode()


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour))


def _paint(fill: Any, colour: str) -> None:
    fill.solid()
    fill.fore_color.rgb = _rgb(colour)


def _frame(frame: Any, margin: float = 0) -> None:
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(margin)


def _number(shape: Any) -> None:
    """Let a text box show the number of its slide."""
    paragraph = shape.text_frame.paragraphs[0]._p
    field = (
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="en-GB" sz="900"><a:solidFill><a:srgbClr val="{MUTED}"/></a:solidFill></a:rPr>'
        "<a:t>‹#›</a:t></a:fld>"
    )
    paragraph.append(parse_xml(field))


def write(frame: Any, said: Sequence[Paragraph], align: str = "left") -> None:
    """Write paragraphs into an empty text frame."""
    for number, one in enumerate(said or [Paragraph("", 9)]):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = ALIGN[align]
        paragraph.space_after = Pt(2)
        if one.mark:
            mark, colour = KINDS[one.mark]
            _run(paragraph, mark, one, colour)
        if one.text:
            run = _run(paragraph, one.text, one, one.colour)
            if one.link:
                run.hyperlink.address = one.link
        elif not one.mark:
            paragraph.font.size = Pt(one.size)


def _run(paragraph: Any, text: str, look: Paragraph, colour: str) -> Any:
    run = paragraph.add_run()
    run.text = text
    font = run.font
    font.size, font.bold = Pt(look.size), look.bold
    font.color.rgb = _rgb(colour)
    return run


def _fill_cell(made: Any, said: TableCell) -> None:
    made.margin_left = made.margin_right = Pt(PAD_X)
    made.margin_top = made.margin_bottom = Pt(PAD_Y)
    made.vertical_anchor = MSO_ANCHOR.TOP
    write(made.text_frame, said.paragraphs, said.align)
    _edge(made, filled=bool(said.fill))
    if said.fill:
        _paint(made.fill, said.fill)


def _edge(made: Any, *, filled: bool) -> None:
    """Draw a thin line below a cell; around one with a ground, a white gap."""
    width, colour = (38_100, "FFFFFF") if filled else (7_620, LINE_COLOUR)
    for side in ("lnL", "lnR", "lnT", "lnB") if filled else ("lnB",):
        line = f'<a:{side} {nsdecls("a")} w="{width}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:{side}>'
        made._tc.get_or_add_tcPr().append(parse_xml(line))


def _dress(chart: Any, colours: Sequence[str], *, stacked: bool) -> None:
    """Give a chart its colours, figures, legend and quiet axes."""
    chart.font.size, chart.font.name = Pt(11), FONT
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    plot = chart.plots[0]
    plot.gap_width = 60
    if stacked:
        plot.overlap = 100
        chart.category_axis.reverse_order = True
    plot.has_data_labels = True
    plot.data_labels.font.size = Pt(11)
    if stacked:
        plot.data_labels.font.color.rgb = _rgb("FFFFFF")
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "0;;", False
    for series, colour in zip(plot.series, colours, strict=True):
        _paint(series.format.fill, colour)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.category_axis.format.line.color.rgb = _rgb(LINE_COLOUR)
    chart.category_axis.has_major_gridlines = False
