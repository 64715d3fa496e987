"""Pages become an index that a reader's browser searches in small pieces."""
