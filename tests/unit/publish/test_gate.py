import json

import pytest

from generator.model.finding import Severity
from generator.publish.gate import check_site
from generator.publish.policy import script_hash, write_policy

ENGINE_SCRIPT = "var engine=1"
SCRIPTS = (script_hash(ENGINE_SCRIPT),)
POLICY = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{write_policy(SCRIPTS)}">'
LINKED = '<a href="incidents/a.html">a</a>'


def page(body: str, head: str = POLICY) -> str:
    return f"<!doctype html>\n<html><head>{head}<title>t</title></head>\n<body>{body}</body></html>"


@pytest.fixture
def check(tmp_path):
    """Checks a site of a home page, a linked page with two anchors, and an asset, after changes to its files."""

    def run(**changes):
        files = {
            "index.html": page(LINKED),
            "incidents/a.html": page('<p id="one">1</p><p id="zwei%20ü">2</p><script>var engine=1</script>'),
            "assets/x.css": "p {}",
        } | {name.replace("__", "/"): text for name, text in changes.pop("files", {}).items()}
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
        return check_site(tmp_path, scripts=SCRIPTS, name="site/html")

    return run


def test_a_sound_site_has_no_findings(check):
    assert check() == ()


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="incidents/a.html#one">x</a>',
        '<a href="incidents/a.html#zwei%2520%C3%BC">x</a>',
        '<a href="./incidents/../incidents/a.html">x</a>',
        '<a href="incidents/a.html?h=145">x</a>',
        '<a href="#">top</a>',
        '<p id="here"></p><a href="#here">x</a>',
        '<a href="https://example.org/story">source</a>',
        '<a href="mailto:desk@example.org">mail</a>',
        '<link rel="stylesheet" href="assets/x.css">',
        '<link rel="canonical" href="https://example.org/index.html">',
        '<script id="c" type="application/json">{"a": 1}</script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; onclick=1 javascript:alert(1)</p>",
        '<p data-on="1" title="javascript:alert(1)">x</p>',
        "<svg><a href='incidents/a.html'><circle r='1'><title>t</title></circle></a></svg>",
    ],
)
def test_what_a_page_may_hold_passes(check, markup):
    assert check(files={"index.html": page(LINKED + markup)}) == ()


@pytest.mark.parametrize(
    ("code", "markup"),
    [
        ("broken-link", '<a href="incidents/b.html">x</a>'),
        ("broken-link", '<a href="Incidents/a.html">x</a>'),
        ("broken-link", '<a href="incidents/">x</a>'),
        ("broken-link", '<a href="../outside.html">x</a>'),
        ("broken-link", '<a href="/incidents/a.html">x</a>'),
        ("broken-link", '<a href="">x</a>'),
        ("broken-anchor", '<a href="incidents/a.html#two">x</a>'),
        ("broken-anchor", '<a href="#nowhere">x</a>'),
        ("missing-asset", '<img src="assets/none.png">'),
        ("missing-asset", '<script src="assets/none.js"></script>'),
        ("missing-asset", '<link rel="stylesheet" href="x.css">'),
        ("missing-asset", '<link rel="alternate stylesheet" href="x.css">'),
        ("external", '<img src="https://example.org/x.png">'),
        ("external", '<img src="//example.org/x.png">'),
        ("external", '<img src=" \thttps://example.org/x.png">'),
        ("external", '<img src="\\\\example.org/x.png">'),
        ("external", '<link rel="stylesheet" href="https://example.org/x.css">'),
        ("external", '<link rel="preconnect" href="https://example.org">'),
        ("external", '<script src="https://example.org/x.js"></script>'),
        ("external", '<svg><use xlink:href="https://example.org/x.svg#a"></use></svg>'),
        ("external", '<video poster="https://example.org/x.png"></video>'),
        ("scheme", '<a href="javascript:alert(1)">x</a>'),
        ("scheme", '<a href=" JaVa&#10;script:alert(1)">x</a>'),
        ("scheme", '<a href="&#1;javascript:alert(1)">x</a>'),
        ("scheme", '<svg><a xlink:href="javascript:alert(1)">x</a></svg>'),
        ("scheme", '<a href="data:text/html,x">x</a>'),
        ("scheme", '<a href="//example.org">x</a>'),
        ("scheme", '<a href="http://[">x</a>'),
        ("event-handler", '<p onclick="alert(1)">x</p>'),
        ("event-handler", "<svg/onload=alert(1)>"),
        ("inline-script", "<script>alert(1)</script>"),
        ("inline-script", "<script>var engine=1 </script>"),
        ("inline-script", '<script type="module">alert(1)</script>'),
        ("inline-script", "<svg><script>alert(1)</script></svg>"),
        ("duplicate-id", '<p id="x"></p><p id="x"></p>'),
        ("attribute", '<p style="color:red">x</p>'),
        ("attribute", '<form action="https://example.org"></form>'),
        ("attribute", '<img srcset="x.png 2x">'),
        ("element", "<iframe></iframe>"),
        ("element", "<style>p {}</style>"),
        ("element", '<base href="incidents/a.html">'),
        ("element", '<meta http-equiv="refresh" content="0;url=https://example.org">'),
        ("element", "<svg><set></set></svg>"),
    ],
)
def test_what_a_page_may_not_hold_is_found_at_its_line(check, code, markup):
    findings = check(files={"index.html": page(f"{LINKED}\n{markup}")})
    assert [finding.code for finding in findings] == [code]
    assert findings[0].file == "site/html/index.html"
    assert findings[0].severity is Severity.ERROR
    assert findings[0].line == 4


@pytest.mark.parametrize(
    "markup",
    ["<!--><script>alert(1)</script>-->", '<p title="<script>alert(1)</script>">x</p>', "<!-- <SCRIPT/src=x> -->"],
)
def test_a_script_that_only_some_parsers_see_is_found(check, markup):
    findings = check(files={"index.html": page(LINKED + markup)})
    assert {finding.code for finding in findings} <= {"hidden-script", "inline-script"}
    assert findings


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="utf-8">',
        POLICY.replace("'none'", "'self'"),
        POLICY.replace("http-equiv", "name"),
        f'<link rel="stylesheet" href="assets/x.css">{POLICY}',
        f"<script>{ENGINE_SCRIPT}</script>{POLICY}",
    ],
    ids=["none", "looser", "no policy", "after a stylesheet", "after a script"],
)
def test_a_page_without_the_sites_policy_in_front_is_found(check, head):
    assert [finding.code for finding in check(files={"index.html": page(LINKED, head)})] == ["policy"]


def test_a_symbolic_link_in_the_site_is_found(check, tmp_path):
    (tmp_path / "elsewhere").symlink_to("/etc")
    assert [(finding.file, finding.code) for finding in check()] == [("site/html/elsewhere", "symlink")]


def test_a_page_that_nothing_links_to_is_noted(check):
    (finding,) = check(files={"lonely.html": page('<a href="lonely.html">myself</a>')})
    assert (finding.file, finding.code, finding.severity) == ("site/html/lonely.html", "orphan", Severity.NOTE)


def test_the_error_page_may_count_from_the_servers_root_and_needs_no_link(check):
    assert check(files={"404.html": page('<a href="/incidents/a.html">x</a>')}) == ()


def entry(**changes):
    return {"location": "incidents/a.html#one", "title": "A", "text": "<p>a &lt;b&gt; <code>c</code></p>"} | changes


def test_a_sound_search_index_passes(check):
    index = json.dumps({"docs": [entry(), entry(location="index.html", tags=["bombing"])]})
    assert check(files={"search/search_index.json": index}) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "<img src=x onerror=alert(1)>"},
        {"text": "<p>a</p><script>alert(1)</script>"},
        {"text": "<p onclick=alert(1)>a</p>"},
        {"text": "a <"},
        {"tags": ["<b>"]},
        {"location": "incidents/b.html"},
        {"location": "incidents/a.html#two"},
        {"location": "https://example.org/"},
    ],
    ids=str,
)
def test_an_index_entry_that_the_search_box_would_run_or_that_leads_nowhere_is_found(check, changes):
    findings = check(files={"search/search_index.json": json.dumps({"docs": [entry(**changes)]})})
    assert [(finding.file, finding.code) for finding in findings] == [
        ("site/html/search/search_index.json", "search-index")
    ]
