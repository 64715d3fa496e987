"""A document's story is told apart from its related headlines and cut into paragraphs and sentences."""
