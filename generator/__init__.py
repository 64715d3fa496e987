"""Briefing: news documents in, reviewed incident records, a cross-linked static site out."""

__version__ = "0.1.0"
