import pytest

from generator.errors import BuildFailed
from generator.publish.policy import apply_policy, learn_scripts, script_hash, write_policy

SCOPE = '__md_scope=new URL("/",location)'
CLEAN = (
    '<html><head><meta charset="utf-8"><script src="a.js"></script>'
    f'<script>{SCOPE}</script></head><body><script>var a=1</script><script type="application/json">{{}}</script></body>'
)


def test_the_hash_is_the_one_that_browsers_compute():
    # the example of the CSP specification
    assert script_hash("doSomething();") == "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"


def test_scripts_are_learned_for_each_depth_and_data_is_none():
    scopes = [SCOPE, *(SCOPE.replace('"/"', f'"{root}"') for root in (".", "..", "../.."))]
    assert learn_scripts(CLEAN, depth=2) == tuple(script_hash(body) for body in (*scopes, "var a=1"))


def test_the_policy_names_every_directive_once_and_lets_nothing_from_elsewhere_in():
    policy = write_policy(("'sha256-x='",))
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == "'self' 'sha256-x='"
    assert len(directives) == policy.count(";") + 1 == 11
    assert not any(word in policy for word in ("unsafe", "http", "*"))


@pytest.fixture
def html(tmp_path):
    (tmp_path / "404.html").write_text(CLEAN)
    (tmp_path / "incidents").mkdir()
    (tmp_path / "incidents/a.html").write_text(CLEAN.replace("var a=1", "alert('of a source')"))
    return tmp_path


def test_every_page_gets_the_policy_before_its_first_script(html):
    scripts = apply_policy(html)
    for name in ("404.html", "incidents/a.html"):
        before, found, _ = (html / name).read_text().partition(f'content="{write_policy(scripts)}"')
        assert found
        assert "<script" not in before


def test_no_script_is_learned_from_the_page_itself(html):
    assert script_hash("alert('of a source')") not in apply_policy(html)


def test_line_ends_of_a_page_are_kept(html):
    (html / "crlf.html").write_bytes(b'<head>\r\n<meta charset="utf-8">\r\n</head>')
    apply_policy(html)
    assert (html / "crlf.html").read_bytes().count(b"\r\n") == 2


@pytest.mark.parametrize("text", ["<head></head>", '<head><script>x</script><meta charset="utf-8"></head>'])
def test_a_page_without_our_head_is_refused(html, text):
    (html / "odd.html").write_text(text)
    with pytest.raises(BuildFailed, match=r"odd\.html: expected"):
        apply_policy(html)


def test_a_build_without_the_clean_page_is_refused(html):
    (html / "404.html").unlink()
    with pytest.raises(BuildFailed, match=r"404\.html"):
        apply_policy(html)
