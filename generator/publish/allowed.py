"""Which elements and attributes a page may hold: those that show, group, name or ask, and run or send nothing.

Everything else is refused, known or not. `style` is left out since it restyles the page around it, and the site's
policy blocks it; `iframe`, `object`, `template`, `math` and their like load, or make browsers read on by other rules.
"""

_TEXT = """
    a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u
    var wbr
"""
_BLOCKS = """
    address article aside blockquote body dd details dialog div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head
    header hgroup hr html li link main menu meta nav noscript ol p pre script search section summary title ul
    caption col colgroup table tbody td tfoot th thead tr
"""
_CONTROLS = """
    button datalist fieldset form input label legend meter optgroup option output progress select textarea
"""
_IMAGES = "img picture source"
_DRAWING = """
    circle clippath defs desc ellipse g line lineargradient marker path pattern polygon polyline radialgradient rect
    stop svg symbol text textpath tspan use
"""

ELEMENTS = frozenset(" ".join((_TEXT, _BLOCKS, _CONTROLS, _IMAGES, _DRAWING)).split())
"""Names of the elements."""

_ANYWHERE = "class dir hidden id lang role tabindex title translate xml:lang xml:space"
_DRAWN = """
    clip-path clip-rule cx cy d dominant-baseline dx dy fill fill-opacity fill-rule focusable font-family font-size
    font-weight gradienttransform gradientunits height letter-spacing marker-end marker-mid marker-start markerheight
    markerunits markerwidth offset opacity orient paint-order patterncontentunits patterntransform patternunits
    pathlength points preserveaspectratio r refx refy rx ry shape-rendering stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    text-anchor textlength transform transform-origin vector-effect version viewbox visibility width x x1 x2 xmlns
    xmlns:xlink y y1 y2
"""
_CELLS = "abbr align colspan headers rowspan scope span"
_OWN = {
    "a": "download href hreflang name rel target type xlink:href",
    "bdo": "dir",
    "blockquote": "cite",
    "button": "disabled for form name popovertarget type value",
    "col": "align span",
    "data": "value",
    "del": "cite datetime",
    "details": "name open",
    "dialog": "closedby open",
    "fieldset": "disabled form name",
    "form": "autocomplete name novalidate",
    "html": "prefix",
    "img": "alt decoding height loading src width",
    "input": """
        autocapitalize autocomplete autocorrect checked disabled form inputmode list max maxlength min minlength
        multiple name pattern placeholder readonly required size spellcheck step type value
    """,
    "ins": "cite datetime",
    "label": "for",
    "li": "value",
    "link": "as color crossorigin href hreflang media rel sizes title type",
    "meta": "charset content http-equiv media name property",
    "meter": "high low max min optimum value",
    "ol": "reversed start type",
    "optgroup": "disabled label",
    "option": "disabled label selected value",
    "output": "for form name",
    "progress": "max value",
    "q": "cite",
    "script": "async defer src type",
    "select": "autocomplete disabled form multiple name required size",
    "source": "height media sizes src type width",
    "table": "align",
    "td": _CELLS,
    "textarea": "autocomplete cols disabled form maxlength minlength name placeholder readonly required rows wrap",
    "th": _CELLS,
    "time": "datetime",
    "use": "href xlink:href",
}
_PREFIXES = ("aria-", "data-")

_BY_ELEMENT = {
    name: frozenset(
        f"{_ANYWHERE} {_OWN.get(name, '')} {_DRAWN if name in _DRAWING.split() else ''}".split()  # each its own words
    )
    for name in ELEMENTS
}


def is_allowed(element: str, attribute: str) -> bool:
    """Whether the element may have the attribute, both by their names in lower case; its value is another matter."""
    return attribute in _BY_ELEMENT.get(element, ()) or attribute.startswith(_PREFIXES)
