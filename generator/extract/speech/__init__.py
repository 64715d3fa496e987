"""Who says what: sources, cues and contents."""
