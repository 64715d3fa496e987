"""Records go to disk and come back: schema, canonical YAML, history."""
