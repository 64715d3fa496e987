"""The command line."""


def main() -> None:
    """Run ``briefing``."""
    raise NotImplementedError
