"""Incidents to related: which incident a related headline leads to, and which headlines belong side by side."""
