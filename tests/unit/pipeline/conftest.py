"""Documents, records and workspaces for the pipeline's own tests."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.model.document import Document
from generator.model.incident import Incident
from generator.pipeline.extraction import extract_document
from generator.pipeline.headlines import HeadlineReader
from generator.pipeline.records import bring_up_to_date, update_records
from generator.pipeline.seeds import harvest_documents
from generator.pipeline.stages import Stages, Unwatched
from generator.read.files import read_folder
from generator.read.plaintext import read_document
from generator.settings import Workspace
from generator.store.journal import held
from generator.store.repository import Reconciled, read_records

DAY = date(2026, 6, 1)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """What comes with the program."""
    return load_lexicon()


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Makes a document of a text."""
    return lambda text, name="story.txt": read_document(text.encode(), name).document


@pytest.fixture(scope="session")
def extracted(lexicon: Lexicon, document: Callable[..., Document]) -> Callable[..., Incident]:
    """The incident of a text."""
    return lambda text, name="story.txt": extract_document(document(text, name), lexicon).assembly.incident


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    for name in ("seeds", "content"):
        (tmp_path / name).mkdir()
    return Workspace(tmp_path)


@pytest.fixture
def update(workspace: Workspace, lexicon: Lexicon) -> Callable[..., Reconciled]:
    """Brings the workspace's records up to date with these incidents."""
    return lambda *incidents: update_records(workspace, incidents, HeadlineReader(lexicon), on=DAY)


class Desk:
    """A workspace, and the records in it by the file of their first document."""

    def __init__(self, root: Path, lexicon: Lexicon) -> None:
        self.workspace, self._lexicon = Workspace(root), lexicon
        for folder in (self.workspace.seeds, self.workspace.incidents):
            folder.mkdir(parents=True)

    def build(self, **documents: str) -> Reconciled:
        """The records after some more documents; of a build all but the pages."""
        for name, text in documents.items():
            (self.workspace.seeds / f"{name}.txt").write_text(text, "utf-8")
        read = read_folder(self.workspace.seeds)[0]
        harvest = harvest_documents(read, self._lexicon, Stages(Unwatched()), folder="seeds")
        with held(self.workspace.content):
            return bring_up_to_date(self.workspace, harvest, HeadlineReader(self._lexicon), on=DAY)

    @property
    def records(self) -> dict[str, Incident]:
        """The records by the file of their first document."""
        records, findings = read_records(self.workspace)
        assert findings == ()
        return {record.incident.documents[0].file: record.incident for record in records}

    def take_over(self, other: "Desk") -> None:
        """All that another workspace holds, as a merge of two branches brings it."""
        for folder in ("seeds", "content"):
            shutil.copytree(other.workspace.root / folder, self.workspace.root / folder, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def new_desk(lexicon: Lexicon) -> Callable[[Path], Desk]:
    """Makes an empty workspace in a folder that is not there yet."""
    return lambda root: Desk(root, lexicon)
