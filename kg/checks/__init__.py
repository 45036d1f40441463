"""Whether a graph is right: `kg check`."""
