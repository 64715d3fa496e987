"""A page that needs nothing beside itself: its style inside it, its own policy, no script."""

import html

from generator.publish.policy import script_hash

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def write_standalone(title: str, style: str, body: str) -> str:
    """The page.

    Args:
        title: plain text.
        style: its style sheet; nothing but this one is let in.
        body: HTML of its body, with every value in it encoded.
    """
    allowed = script_hash(style)  # a style sheet is named by its hash as a script is
    policy = f"default-src 'none'; style-src {allowed}; img-src data:; base-uri 'none'; form-action 'none'"
    return _PAGE.format(policy=policy, title=html.escape(title), style=style, body=body)
