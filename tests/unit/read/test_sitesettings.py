"""The site's name and address, out of settings that belong to the engine."""

import pytest

from generator.read.sitesettings import SiteSettings, read_site_settings


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("site_name: Desk\nsite_url: https://desk.example/news/\n", SiteSettings("Desk", "https://desk.example/news")),
        ("site_name: Desk\nplugins: [!!python/name:os.system x]\n", SiteSettings("Desk", None)),
        ("site_url: !ENV [ADDRESS, 'https://desk.example']\n", SiteSettings()),
        ("site_url: javascript:alert(1)\n", SiteSettings()),
        ("site_url: https://user:word@desk.example\n", SiteSettings()),
        ("site_url: [\n", SiteSettings()),
        ("- a list\n", SiteSettings()),
    ],
    ids=["both", "tag-not-run", "from-environment", "no-web-address", "user-name", "broken", "no-mapping"],
)
def test_only_a_plain_name_and_a_web_address_are_taken(tmp_path, text, settings):
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, "utf-8")
    assert read_site_settings(file) == settings


def test_a_workspace_without_settings_has_no_address(tmp_path):
    assert read_site_settings(tmp_path / "mkdocs.yml") == SiteSettings()
