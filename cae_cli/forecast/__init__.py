"""What follows from a dossier and the rules."""
