"""Figures of persons and what became of them."""
