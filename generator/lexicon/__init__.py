"""Knowledge as data: YAML entries that carry their own matching and rejected examples, compiled to rules."""
