"""The text of a TOML file: where things stand, and edits that touch only their lines."""
