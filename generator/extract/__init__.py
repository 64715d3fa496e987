"""Sentences are read for mentions and claims; every value keeps its span and the rule that found it."""
