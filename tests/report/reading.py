"""Reads an HTML page strictly: every element closed in order, and what it holds at hand."""

from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "hr", "img", "link", "input", "source"})


class Reader(HTMLParser):
    """The elements, attributes, headings and text of a page; a tag that does not fit is an error."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        """Element, name and value."""
        self.headings: list[tuple[int, str]] = []
        self.text = ""
        """What a reader sees, without the style sheet."""
        self.rows: list[list[str]] = []
        """Cells of every row of every table."""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.text += data
        if self.rows and self.open and ("td" in self.open or "th" in self.open):
            self.rows[-1][-1] += data
        if self.headings and any(tag in ("h1", "h2", "h3", "h4") for tag in self.open):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def values(self, *names: str) -> list[str]:
        """Values of these attributes, wherever they stand."""
        return [value for _, name, value in self.attributes if name in names]
