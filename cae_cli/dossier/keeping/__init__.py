"""Writing the file so that nothing is ever lost, and undoing."""
