"""The records for machines: tables, maps, feeds and an index for language models."""
