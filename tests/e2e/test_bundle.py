"""What a reader without a server gets, from the command that makes it to the one that checks it."""

import hashlib
import html
import re
import shutil
import zipfile

import pytest

from generator.store.repository import read_record

FOLDER = "off dir #1 ü 100%"


@pytest.fixture(scope="module")
def stick(built, tmp_path_factory):
    """The bundle, unpacked where a file manager would put it."""
    folder = tmp_path_factory.mktemp("disk") / FOLDER
    with zipfile.ZipFile(built[0].site / "bundle/briefing-offline.zip") as packed:
        packed.extractall(folder)
    return folder / "briefing-offline"


@pytest.fixture
def spoiled(stick, tmp_path):
    """An unpacked bundle that a test may spoil."""
    return shutil.copytree(stick, tmp_path / FOLDER)


@pytest.fixture
def desk(built, copy_workspace):
    """A workspace with records and without a built site."""
    workspace = copy_workspace(FOLDER)
    shutil.copytree(built[0].content, workspace.content, dirs_exist_ok=True)
    return workspace


def claims_of(workspace):
    """How many claims the only record of a workspace holds."""
    (file,) = workspace.incidents.glob("*.yml")
    return len(read_record(file).incident.claims)


@pytest.mark.build
def test_the_bundle_of_a_build_is_verified_packed_and_unpacked(briefing, built, stick):
    archive = built[0].site / "bundle/briefing-offline.zip"
    for run in (briefing("verify", archive, cwd=archive.parent), briefing("verify", ".", cwd=stick)):
        assert (run.code, run.err) == (0, "")
        assert re.fullmatch(r"[1-9][0-9]* files listed, 0 findings", run.lines[-1])
        assert len(run.lines) == 1


@pytest.mark.build
def test_every_trouble_of_a_bundle_is_one_line_and_exits_with_1(briefing, spoiled):
    (spoiled / "site/index.html").write_text("154 killed")
    (spoiled / "site/headlines.html").unlink()
    (spoiled / "site/new.html").write_text("")
    run = briefing("verify", spoiled, cwd=spoiled.parent)
    assert run.code == 1
    assert [line.split(": ")[:3] for line in run.lines[:-1]] == [
        ["site/headlines.html", "error", "missing"],
        ["site/index.html", "error", "changed"],
        ["site/new.html", "error", "extra"],
    ]
    assert run.lines[-1].endswith("files listed, 3 findings: 3 errors")


@pytest.mark.build
def test_the_digest_that_bundle_prints_is_the_one_that_verify_takes(briefing, desk):
    digest, path = briefing("bundle", cwd=desk.root).out.split()
    assert briefing("verify", path, "--sha256", digest.upper(), cwd=desk.root).code == 0
    other = briefing("verify", path, "--sha256", "0" * 64, cwd=desk.root)
    assert other.code == 1
    assert other.lines[0].startswith("briefing-offline.zip: error: changed: ")
    assert f"found {digest}" in other.lines[0]
    folder = briefing("verify", "site", "--sha256", digest, cwd=desk.root)
    assert (folder.code, len(folder.err.splitlines())) == (1, 1)


def test_what_is_no_bundle_is_one_line(briefing, tmp_path):
    (tmp_path / "notes.zip").write_text("hello")
    for name, found in (("notes.zip", "File is not a zip file"), ("none", "found neither")):
        run = briefing("verify", name, cwd=tmp_path)
        assert (run.code, run.out) == (1, "")
        assert found in run.err
        assert len(run.err.splitlines()) == 1


def test_an_incident_is_written_for_paper_without_a_build(briefing, desk):
    run = briefing("bundle", "--incident", "balochistan", cwd=desk.root)
    assert (run.code, run.err) == (0, "")
    (path,) = (desk.site / "bundle").iterdir()
    assert run.out.startswith(hashlib.sha256(path.read_bytes()).hexdigest())
    assert not (desk.site / "html").exists()
    again = briefing("bundle", "--incident", "balochistan", cwd=desk.root, TZ="Asia/Kathmandu", PYTHONHASHSEED="7")
    assert again.out == run.out


def test_the_paper_form_loads_nothing_and_every_figure_leads_to_its_quote(briefing, desk):
    briefing("bundle", "--incident", "balochistan", cwd=desk.root)
    (path,) = (desk.site / "bundle").iterdir()
    page = path.read_text("utf-8")
    assert not re.findall(r"<(?:script|link|img|iframe|object)\b|\bsrc=|@import|url\(", page)
    ids = set(re.findall(r'\bid="([^"]+)"', html.unescape(page)))
    links = re.findall(r'href="([^"]+)"', html.unescape(page))
    assert links
    assert all((link[0] == "#" and link[1:] in ids) or link.startswith("https://") for link in links)
    text = html.unescape(re.sub(r"<[^>]+>", "", page))
    row = re.search(r"<td>(?:(?!</td>).)*145.*?</tr>", html.unescape(page), re.DOTALL)[0]
    note = re.search(r'href="#([^"]+)"', row)[1]
    quote = html.unescape(page).split(f'<li id="{note}">')[1].split("</li>")[0]
    assert "Pakistan's security forces killed 145 militants over 40 hours" in quote
    assert "characters" in quote
    assert "Notes" in text


@pytest.mark.browser
def test_the_pdf_is_tagged_and_holds_every_quote_with_its_speaker_as_a_note(briefing, desk):
    reading = pytest.importorskip("pypdf", reason="the Python package pypdf is not installed")
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        pytest.skip("no browser is installed that prints a PDF")
    run = briefing("bundle", "--incident", "balochistan", "--pdf", cwd=desk.root)
    assert (run.code, run.err) == (0, "")
    page, pdf = sorted((desk.site / "bundle").iterdir())
    assert [line.split()[0] for line in run.lines] == [
        hashlib.sha256(each.read_bytes()).hexdigest() for each in (page, pdf)
    ]
    document = reading.PdfReader(pdf)
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert document.trailer["/Root"]["/Lang"] == "en"
    text = "".join("".join(each.extract_text().split()) for each in document.pages)
    notes = re.findall(r'<p class="quote" dir="auto">“<bdi>(.*?)</bdi>”</p>', page.read_text("utf-8"))
    assert len(notes) == claims_of(desk)
    missing = [note for note in map(html.unescape, notes) if "".join(note.split()) not in text]
    assert missing == []
    assert "SarfarazBugti,chiefministerofBalochistan" in text
    links = sum(len(each.get("/Annots") or ()) for each in document.pages)
    assert links >= len(notes)

    assert briefing("bundle", "--incident", "balochistan", "--pdf", cwd=desk.root).out == run.out


def test_without_a_browser_a_pdf_is_refused_in_one_line_and_nothing_is_written(briefing, desk, tmp_path):
    run = briefing("bundle", "--incident", "balochistan", "--pdf", cwd=desk.root, PATH=str(tmp_path))
    assert (run.code, run.out) == (1, "")
    assert re.fullmatch(r"error: PDF: expected one of chromium, .* found none; install Chromium.*\n", run.err)
    assert not (desk.site / "bundle").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--incident", "nowhere"], 1, 'error: "nowhere": expected the id of a record, found none of that name'),
        (["--pdf"], 2, "give --incident ID with --pdf"),
    ],
    ids=["no such record", "PDF of a whole site"],
)
def test_what_cannot_be_written_for_paper_is_told(briefing, desk, arguments, code, said):
    run = briefing("bundle", *arguments, cwd=desk.root)
    assert (run.code, run.out) == (code, "")
    assert said in run.err
    assert "Traceback" not in run.err
