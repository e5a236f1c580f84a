"""Commands that change the dossier."""
