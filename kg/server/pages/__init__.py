"""Pages for people: what the graph says of a thing, the vocabulary, the editor."""
