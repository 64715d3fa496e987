"""What a template may do: a closed list, checked when the template is compiled.

A template states our words and prints values through `data` or, in a link, `address`. Nothing else can be printed,
so a template that forgets the filter is no template at all.
"""

import re
from collections.abc import Iterator

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

_STATEMENTS = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Macro,
    nodes.FromImport,
    nodes.Include,
    nodes.Extends,
    nodes.Block,
    nodes.Assign,
)
_PRINTING_FILTERS = ("data", "address")
_OPEN_TAG = re.compile(r"<[^<>]*\Z")
_ATTRIBUTE = re.compile(r"\s([a-z0-9-]+)=\"[^\"<>]*\Z")
_DRAWING = ("d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "width", "height", "points", "text-anchor")
"""Attributes of an SVG drawing that hold numbers, paths of numbers, or a side: none of them loads or runs anything."""
_NARROWING = ("data-facet", "data-value", "data-kind", "data-place", "data-actor", "data-standing", "data-day")
"""Attributes by which a script narrows the list of incidents; they are compared and never shown."""
_NAMED = ("href", "id", "class", "aria-label", "aria-labelledby", "lang", "datetime", "title")
_ATTRIBUTES = (*_NAMED, *_DRAWING, *_NARROWING)


def _names(template: nodes.Template) -> set[str]:
    """Names of the macros that a template defines or imports."""
    names = {"super"}
    names.update(macro.name for macro in template.find_all(nodes.Macro))
    for imported in template.find_all(nodes.FromImport):
        names.update(name if isinstance(name, str) else name[1] for name in imported.names)
    return names


def _printed(node: nodes.Node) -> Iterator[nodes.Node]:
    """Static text and printed expressions, in the order of the source."""
    for child in node.iter_child_nodes():
        if isinstance(node, nodes.Output):
            yield child
        else:
            yield from _printed(child)


def _check_printing(value: nodes.Node, macros: set[str], attribute: str | None, name: str | None) -> None:
    if isinstance(value, nodes.CondExpr) and value.expr2 is not None:
        _check_printing(value.expr1, macros, attribute, name)
        _check_printing(value.expr2, macros, attribute, name)
        return
    is_macro = isinstance(value, nodes.Call) and isinstance(value.node, nodes.Name) and value.node.name in macros
    if is_macro and attribute is None:
        return
    if isinstance(value, nodes.Filter) and value.name in _PRINTING_FILTERS:
        if (value.name == "address") == (attribute == "href"):
            return
        raise TemplateSyntaxError("expected the address filter in href, and nowhere else", value.lineno, name)
    raise TemplateSyntaxError("expected a macro or a value through the data filter", value.lineno, name)


def check_template(template: nodes.Template, name: str | None) -> None:
    """Refuse a template that could print a value past the filters.

    Raises:
        TemplateSyntaxError: a statement beyond the list, a printed value without its filter, or one inside a tag but
            not inside one of the known attributes in double quotes.
    """
    for statement in template.find_all(nodes.Stmt):
        if not isinstance(statement, _STATEMENTS):
            kind = type(statement).__name__
            lines = (node.lineno for node in (statement, *statement.find_all(nodes.Node)) if node.lineno)
            raise TemplateSyntaxError(f"expected no {kind} statement in a page template", next(lines, 1), name)
    macros = _names(template)
    static = ""
    for part in _printed(template):
        if isinstance(part, nodes.TemplateData):
            static = (static + part.data)[-400:]
            continue
        attribute = None
        if _OPEN_TAG.search(static):
            found = _ATTRIBUTE.search(static)
            attribute = found.group(1) if found else ""
            if attribute not in _ATTRIBUTES:
                raise TemplateSyntaxError(
                    f'expected values in a tag only inside {", ".join(_ATTRIBUTES)}="..."', part.lineno, name
                )
        _check_printing(part, macros, attribute, name)
