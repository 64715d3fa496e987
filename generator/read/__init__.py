"""Bytes come in, documents go on."""
