import pytest

from generator.publish.mkdocs import engine_environment, find_complaints

OUTPUT = """\
INFO    -  Cleaning site directory
WARNING -  Doc file 'incidents/a.md' contains a link 'b.md', but the target is not found among documentation files.
WARNING -  The following pages exist in the docs directory, but are not included in the "nav" configuration:
  - one.md
  - two.md
INFO    -  The following are only mentioned:
  - three.md
ERROR   -  Error building page 'index.md': 'x' is undefined
Traceback (most recent call last):
  File "main.py", line 1, in <module>
jinja2.exceptions.UndefinedError: 'x' is undefined
"""


def test_complaints_are_one_line_each_and_name_the_page():
    assert find_complaints(OUTPUT, site="site") == (
        "site/docs/incidents/a.md: expected pages that the site engine accepts, found: Doc file 'incidents/a.md' "
        "contains a link 'b.md', but the target is not found among documentation files.",
        "site/mkdocs.yml: expected pages that the site engine accepts, found: The following pages exist in the docs "
        'directory, but are not included in the "nav" configuration: - one.md - two.md',
        "site/docs/index.md: expected pages that the site engine accepts, found: Error building page 'index.md': "
        "'x' is undefined",
    )


@pytest.mark.parametrize(
    ("output", "found"),
    [
        (
            "ERROR   -  Error reading page 'a.md':\nERROR   -  Error reading tags of page 'a.md' in 'docs':\n"
            "Tags not in allow list: foo\n\nAborted with a BuildError!\n",
            "Error reading page 'a.md': Error reading tags of page 'a.md' in 'docs': Tags not in allow list: foo",
        ),
        (
            'Error: MkDocs encountered an error\nexpected a node\n  in "mkdocs.yml", line 2, column 1\n',
            'MkDocs encountered an error expected a node in "mkdocs.yml", line 2, column 1',
        ),
    ],
    ids=["a message in three parts", "an error of the settings"],
)
def test_a_complaint_of_several_lines_is_joined(output, found):
    (complaint,) = find_complaints(output, site="site")
    assert complaint.partition("found: ")[2] == found


def test_a_quiet_run_has_no_complaints():
    assert find_complaints("INFO    -  Documentation built in 0.32 seconds\n", site="site") == ()


@pytest.mark.parametrize("name", ["PYTHONPATH", "MKDOCS_CONFIG", "HTTP_PROXY", "HOME", "LANG"])
def test_the_engine_sees_nothing_of_the_users_environment(monkeypatch, name):
    monkeypatch.setenv(name, "x")
    assert name not in engine_environment(0)


def test_the_engines_time_is_the_epoch_in_utc(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    seen = engine_environment(86_400)
    assert (seen["SOURCE_DATE_EPOCH"], seen["TZ"], seen["PYTHONHASHSEED"]) == ("86400", "UTC", "0")
