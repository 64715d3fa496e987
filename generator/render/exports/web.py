"""Addresses of pages as a browser asks for them."""


def html_path(path: str) -> str:
    """Where the engine puts a page: ``incidents/x.md`` is ``incidents/x.html``."""
    return path.removesuffix(".md") + ".html" if path.endswith(".md") else path


def full_address(address: str, path: str) -> str:
    """The address of a page on the web.

    Args:
        address: of the site, http or https, with or without a slash at its end.
        path: of the page or file below the pages folder.
    """
    return f"{address.rstrip('/')}/{html_path(path)}"
