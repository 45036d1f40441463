"""Turtle with sorted statements and prefixes, so that two builds of the same graph give the same bytes."""
