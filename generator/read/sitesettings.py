"""What the site engine's settings say of the site itself: its name and its address."""

from pathlib import Path
from urllib.parse import urlsplit

import yaml

from generator.model.values import value

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@value
class SiteSettings:
    """What a site is called and where it lies.

    Attributes:
        name: ``site_name``, or None.
        address: ``site_url`` where it is an http or https address, without a slash at its end, or None.
    """

    name: str | None = None
    address: str | None = None


def read_site_settings(file: Path) -> SiteSettings:
    """Read the top level of ``mkdocs.yml``; nothing in it is constructed, so the engine's own tags do no harm.

    A file that is missing or broken says nothing here: the engine tells what is wrong with it.
    """
    try:
        root = yaml.compose(file.read_text("utf-8"), Loader=_LOADER)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return SiteSettings()
    stated = {}
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
                stated[str(key.value)] = str(value.value).strip()
    return SiteSettings(stated.get("site_name") or None, _address(stated.get("site_url", "")))


def _address(text: str) -> str | None:
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    whole = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc and text.isprintable()
    return text.rstrip("/") if whole and not set(text) & set(" \\<>\"'") else None
