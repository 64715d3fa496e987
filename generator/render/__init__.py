"""Records become pages; all wording is decided here and in the templates."""
