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
        return check_site(tmp_path, scripts=SCRIPTS, name="site/html", **changes)

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
        "<!-- a > b -- c --> d > e",
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
        ("element", '<video poster="https://example.org/x.png"></video>'),
        ("scheme", '<a href="javascript:alert(1)">x</a>'),
        ("scheme", '<a href=" JaVa&#10;script:alert(1)">x</a>'),
        ("scheme", '<a href="&#1;javascript:alert(1)">x</a>'),
        ("scheme", '<svg><a xlink:href="javascript:alert(1)">x</a></svg>'),
        ("scheme", '<a href="data:text/html,x">x</a>'),
        ("scheme", '<a href="//example.org">x</a>'),
        ("scheme", '<a href="http://[">x</a>'),
        ("event-handler", '<p onclick="alert(1)">x</p>'),
        ("event-handler", '<svg oNlOaD="alert(1)"></svg>'),
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
        ("element", "<template><p>x</p></template>"),
        ("element", "<x-card></x-card>"),
        ("attribute", '<p contenteditable="true">x</p>'),
        ("attribute", '<svg><path filter="url(#a)"></path></svg>'),
        ("attribute", '<a href="#" ping="https://example.org">x</a>'),
        ("data-script", '<script type="application/ld+json">{"a": 1</script>'),
        ("data-script", '<script type="application/ld+json">{"a": "<b>"}</script>'),
        ("inline-script", '<script src="assets/x.css">alert(1)</script>'),
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
    [
        "<!--><script>alert(1)</script>-->",
        "<!---><script>alert(1)</script>-->",
        "<!-- <SCRIPT/src=x> -->",
        "<!-- --!><script>alert(1)</script> -->",
        '<p title="<script>alert(1)</script>">x</p>',
        "<svg/onload=alert(1)>",
        "<p title='a'onclick='alert(1)'>x</p>",
        '<p class="a" class="b">x</p>',
        "<textarea></p><b></textarea>",
        "<title><b></title>",
        "<!-- a --!> b -->",
        "<![CDATA[<b>]]>",
        "<?php?>",
        "</p onclick=alert(1)>",
        "a < b",
        "<p",
        "<script",
    ],
)
def test_what_parsers_might_read_in_two_ways_is_refused(check, markup):
    findings = check(files={"index.html": page(LINKED + markup)})
    assert "malformed" in {finding.code for finding in findings}


@pytest.mark.parametrize("text", ["<b>&#145;</b>", "1 &lt; 2 &amp; 3", "a\nb  c", "\u0646\u0648\u0634\u06a9\u06cc 😀"])
def test_a_value_of_a_record_is_found_on_its_page_sign_by_sign(check, text):
    shown = "".join(sign if sign.isalnum() else f"&#{ord(sign)};" for sign in text)
    files = {"index.html": page(f"{LINKED}<p>before {shown} after</p>")}
    assert check(files=files, words={"index.html": [text]}) == ()
    (finding,) = check(files=files, words={"index.html": [text, f"{text}!"]})
    assert (finding.file, finding.code) == ("site/html/index.html", "words")


def test_a_value_cut_in_two_by_an_element_is_whole_and_one_in_a_script_alone_is_missing(check):
    files = {
        "index.html": page(
            f'{LINKED}<p>145 <mark>militants</mark> died</p><script type="application/json">"x y"</script>'
        )
    }
    assert check(files=files, words={"index.html": ["145 militants died"]}) == ()
    (finding,) = check(files=files, words={"index.html": ["x y"]})
    assert finding.code == "words"


def test_a_page_that_should_show_a_record_and_is_missing_is_found(check):
    (finding,) = check(words={"incidents/gone.html": ["x"]})
    assert (finding.file, finding.code, finding.found) == ("site/html/incidents/gone.html", "words", "no such page")


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


def card(**changes):
    held = {"k0": ["incidents/a.html", "A <b>", "text", [["one", "Claim", "said"]]]} | changes
    return f"briefingSearch({json.dumps('cards/0')},{json.dumps(held).replace('<', chr(92) + 'u003c')})\n"


def test_a_sound_index_in_pieces_passes(check):
    words = 'briefingSearch("words/ab",{"abc":"k09"})\n'
    assert check(files={"assets/search/c-0.js": card(), "assets/search/w-ab.js": words}) == ()


@pytest.mark.parametrize(
    "text",
    [
        card(k1=["incidents/b.html", "B", "", []]),
        card(k1=["incidents/a.html", "A", "", [["two", "Claim", ""]]]),
        'briefingSearch("words/ab",alert(1))\n',
        'briefingSearch("words/ab",{});alert(1)\n',
        'briefingSearch("words/ab",{"a":"</script>"})\n',
        "alert(1)\n",
        "",
    ],
    ids=["no page", "no place", "a call inside", "a call behind", "markup", "another script", "empty"],
)
def test_a_piece_of_the_index_that_runs_or_leads_nowhere_is_found(check, text):
    findings = check(files={"assets/search/c-0.js": text})
    assert [(finding.file, finding.code) for finding in findings] == [
        ("site/html/assets/search/c-0.js", "search-index")
    ]
