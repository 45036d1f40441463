"""Making and keeping language files: which terms they cover, what is wrong with them, how a new one begins."""
