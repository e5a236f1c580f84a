"""How a place in a dossier is named."""

Path = tuple[str | int, ...]
