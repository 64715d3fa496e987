"""Parties and persons by name, office or description."""
