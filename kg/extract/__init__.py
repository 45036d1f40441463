"""From annotated sentences to what they say: things, events and statements, each with its words."""
