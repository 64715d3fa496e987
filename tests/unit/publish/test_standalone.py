import base64
import hashlib
import re

from generator.publish.standalone import write_standalone


def test_a_page_lets_in_its_own_style_and_nothing_else():
    page = write_standalone("Attacks", "p { color: red }", "<p>145</p>")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)[1]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "script-src" not in policy


def test_a_title_that_is_markup_stays_text():
    page = write_standalone("</title><script>alert(1)</script>", "", "")
    assert "<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>" in page
