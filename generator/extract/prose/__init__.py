"""The words of a sentence, its quoted parts and its noun phrases."""
