"""Frozen incidents into pages: all wording decisions, and the one way a value reaches a page.

What a document or a record says is written by one filter, `data`, inside raw HTML; Markdown never meets it.
"""
