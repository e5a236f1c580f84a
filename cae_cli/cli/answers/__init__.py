"""What if: the commands that answer a dossier told differently."""
