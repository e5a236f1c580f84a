"""How a place in a TOML file is named: ("clients", 0, "name")."""

KeyPath = tuple[str | int, ...]
