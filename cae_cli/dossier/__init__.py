"""The file: its nouns, reading it with located errors, editing it safely."""
