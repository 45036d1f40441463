"""The graph as files: Turtle and the interactive page."""
