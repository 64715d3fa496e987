"""Documents, records and workspaces for the pipeline's own tests."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.model.document import Document
from generator.model.incident import Incident
from generator.pipeline.extraction import extract_document
from generator.pipeline.headlines import HeadlineReader
from generator.pipeline.records import update_records
from generator.read.plaintext import read_document
from generator.settings import Workspace
from generator.store.repository import Reconciled

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
