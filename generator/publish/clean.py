"""A clean build: the site's settings and looks without any page of ours, to learn what its pages may run.

Nothing of a source is near it, so what is learned here can be held against a built site that anybody may have changed.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.publish.mkdocs import CONFIGURATION, run_engine
from generator.publish.policy import CLEAN_PAGE, learn_scripts
from generator.settings import EPOCH

_PAGE = "index.md"


def learn_clean_scripts(site: Path, html: Path) -> tuple[str, ...]:
    """Hashes of the inline scripts that a site's settings and overrides give its pages, as its policy lists them.

    Args:
        site: folder of the engine's settings.
        html: the built site, for how deep its folders go; nothing else of it is looked at.

    Raises:
        BuildFailed: the engine does not take the settings, or gives no error page.
    """
    depth = max((len(page.relative_to(html).parts) - 1 for page in html.rglob("*.html")), default=0)
    with TemporaryDirectory() as folder:
        clean = Path(folder, site.name)
        (clean / "docs").mkdir(parents=True)
        (clean / "docs" / _PAGE).write_text("# Home\n", "utf-8")
        (clean / CONFIGURATION).write_text(json.dumps(_settings(site)), "utf-8")  # JSON is YAML
        run_engine(clean, clean / "html", epoch=EPOCH, report=_pass_over)
        return learn_scripts((clean / "html" / CLEAN_PAGE).read_bytes().decode("utf-8"), depth=depth)


def _settings(site: Path) -> dict[str, object]:
    """The site's settings, of one page."""
    return {
        "INHERIT": str((site / CONFIGURATION).resolve()),
        "docs_dir": "docs",
        "nav": [{"Home": _PAGE}],
        "theme": {"custom_dir": str((site / "overrides").resolve())},
    }


def _pass_over(line: str) -> None:
    """Takes a complaint of the engine, which the error that follows tells too."""
    del line
