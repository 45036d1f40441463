"""Questions as people type them, at a prompt or with a command, and their answers as text."""
