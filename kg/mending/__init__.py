"""Mending a graph: why two things are one or two, and what is worth a person's second look."""
