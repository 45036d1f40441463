"""What changed from one graph to another: in words, as data, and as a patch that makes the one of the other."""
