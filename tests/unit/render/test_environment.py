"""Templates: none can print a value past the filters, and what goes wrong names the template and the line."""

from pathlib import Path

import pytest
from jinja2 import nodes

from generator.errors import InvalidTemplate
from generator.render.environment import open_environment, render_template

TEMPLATES = Path(__file__).parents[3] / "templates"
NAMES = sorted(path.name for path in TEMPLATES.iterdir())


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "templates"
    path.mkdir()
    return path


def render(folder, text, **values):
    (folder / "page.md.jinja").write_text(text, encoding="utf-8")
    return render_template(open_environment([folder, TEMPLATES]), "page.md.jinja", **values)


@pytest.mark.parametrize("name", NAMES)
def test_every_template_compiles_under_the_grammar(name, environment):
    environment.get_template(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_value_in_a_template_goes_through_a_filter_or_a_macro(name, environment):
    tree = environment.parse((TEMPLATES / name).read_text(encoding="utf-8"))
    outputs = [part for output in tree.find_all(nodes.Output) for part in output.nodes]
    printed = [part for part in outputs if not isinstance(part, nodes.TemplateData)]
    bare = [part for part in printed if not isinstance(part, nodes.Filter | nodes.Call)]
    assert bare == []
    assert {part.name for part in printed if isinstance(part, nodes.Filter)} <= {"data", "address"}


@pytest.mark.parametrize(
    "text",
    [
        "<p>{{ value }}</p>",
        "<p>{{ value | safe }}</p>",
        "<p>{{ value | e }}</p>",
        "<p>{{ value | data | upper }}</p>",
        "<p>{{ (value | data) ~ value }}</p>",
        "<p>{{ value.upper() }}</p>",
        "<p>{{ value | data if value }}</p>",
        "<p>{{ value | data if value else value }}</p>",
        "{% autoescape false %}<p>{{ value | data }}</p>{% endautoescape %}",
        "{% filter data %}{{ value | data }}{% endfilter %}",
        "{% set kept %}{{ value | data }}{% endset %}<p>{{ kept }}</p>",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}x{% endcall %}",
        "<p class={{ value | data }}>",
        "<p {{ value | data }}>",
        '<p onclick="{{ value | data }}">',
        '<img src="{{ value | data }}">',
        '<p style="{{ value | data }}">',
        '<a href="{{ value | data }}">',
        "<p>{{ value | address }}</p>",
        '<a {% if value %}href="{% endif %}{{ value | data }}">',
    ],
)
def test_a_template_that_could_print_a_value_raw_is_refused_with_its_line(folder, text):
    with pytest.raises(InvalidTemplate, match=r"page\.md\.jinja:2: "):
        render(folder, f"<p>first line</p>\n{text}", value="<script>alert(1)</script>")


def test_a_name_that_hides_a_macro_still_prints_nothing_bare(folder):
    text = "{% macro show(x) %}{{ x | data }}{% endmacro %}{% set show = value.upper %}<p>{{ show() }}</p>"
    with pytest.raises(InvalidTemplate, match=r"page\.md\.jinja:1: expected a value through the data filter"):
        render(folder, text, value="<b>")


def test_a_missing_field_is_an_error_at_its_line(folder):
    with pytest.raises(InvalidTemplate, match=r"templates/page\.md\.jinja:3: .*no attribute 'nothing'"):
        render(folder, "<p>\n</p>\n<p>{{ value.nothing | data }}</p>", value="x")


def test_a_broken_template_is_an_error_at_its_line(folder):
    with pytest.raises(InvalidTemplate, match=r"page\.md\.jinja:2: "):
        render(folder, "<p>\n{% if %}</p>")


def test_an_error_in_an_imported_template_names_that_template(folder):
    (folder / "own.jinja").write_text("\n{% macro show(x) %}{{ x.nothing | data }}{% endmacro %}", encoding="utf-8")
    with pytest.raises(InvalidTemplate, match=r"templates/own\.jinja:2: "):
        render(folder, '{% from "own.jinja" import show %}<p>{{ show(value) }}</p>', value="x")


def test_a_missing_template_is_an_error_with_its_name(folder):
    with pytest.raises(InvalidTemplate, match=r"^gone\.jinja: expected a template of this name"):
        render(folder, '{% include "gone.jinja" %}')


def test_an_address_that_a_browser_might_run_stops_the_page(folder):
    with pytest.raises(InvalidTemplate, match=r"page\.md\.jinja:1: expected a relative"):
        render(folder, '<a href="{{ value | address }}">x</a>', value="javascript:alert(1)")


def test_an_error_is_one_line_whatever_the_value_holds(folder):
    with pytest.raises(InvalidTemplate) as caught:
        render(folder, '<a href="{{ value | address }}">x</a>', value="a\nb: c\r\nd")
    assert len(str(caught.value).splitlines()) == 1


def test_a_template_of_the_workspace_wins_over_the_built_in_one(folder):
    (folder / "moved.md.jinja").write_text("<p>Ours</p>\n", encoding="utf-8")
    environment = open_environment([folder, TEMPLATES])
    assert render_template(environment, "moved.md.jinja", target=()) == "<p>Ours</p>\n"
    assert "Ours" not in render_template(open_environment([TEMPLATES]), "moved.md.jinja", target=())
