"""The body of an article as HTML."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.newsroom.articles import Block, Heading, NewsroomArticle, Table
from corpus.newsroom.markup import Markup, element, joined
from corpus.newsroom.outlets import Outlet
from corpus.newsroom.shapes import shaped

_CREDIT = re.compile(r"(به گزارش)( [^،]{2,40})(،)")


@dataclass(frozen=True)
class Setting:
    """How a site sets a body: attributes of its paragraphs, and the shape of a line that stands over others."""

    paragraph: dict[str, str]
    heading: str

    def blocks(self, contents: Iterable[Block]) -> list[Markup]:
        """Paragraphs, tables, lists and headings."""
        return [self._block(content) for content in contents]

    def _block(self, content: Block) -> Markup:
        if isinstance(content, str):
            return element("p", content, **self.paragraph)
        if isinstance(content, Table):
            return element("table", element("tbody", *map(_row, content.table)), border="1")
        if isinstance(content, Heading):
            return shaped(self.heading, content.heading)
        return element("ul", *(element("li", item) for item in content.list))


def body(article: NewsroomArticle, outlet: Outlet, inner_box: Markup) -> Markup:
    """The body of `article`, as printed: an image after its first block, `inner_box` in its midst, a footer."""
    style = {"style": outlet.paragraph_style} if outlet.paragraph_style else {}
    setting = Setting(style, outlet.shapes.get("heading", "h2"))
    first, *rest = article.body
    blocks = [_opening(first, outlet, setting), _image(outlet, article.id), *setting.blocks(rest)]
    if outlet.body_label:
        blocks.insert(0, shaped(outlet.shapes["label"], outlet.body_label))
    if inner_box and len(rest) > 1:
        blocks.insert(-1, inner_box)
    if outlet.footer:
        blocks.append(element("p", outlet.footer))
    return joined(filter(None, blocks), "\n")


def _image(outlet: Outlet, number: str) -> Markup:
    source = outlet.image.format(id=number, bare=outlet.host.removeprefix("www."))
    return Markup(f'<p><img src="{source}" alt=""></p>') if source else Markup()


def _opening(content: Block, outlet: Outlet, setting: Setting) -> Markup:
    """The first paragraph, with what the editors' software makes of its first words."""
    if not isinstance(content, str) or outlet.opening == "plain":
        return setting.blocks([content])[0]
    if outlet.opening == "bold":
        words = content.split(" ")
        return element("p", element("strong", " ".join(words[:2])), *(f" {word}" for word in words[2:]))
    if not (found := _CREDIT.match(content)):
        return element("p", content)
    link = element("a", found[2], class_="saba-backlink", href=f"https://{outlet.host}")
    return element("p", found[1], link, content[found.end(2) :])


def _row(cells: Iterable[str]) -> Markup:
    return element("tr", *(element("td", cell) for cell in cells))
