"""From text to annotated sentences: layout, tokens, terms, dates, numbers and noun phrases."""
