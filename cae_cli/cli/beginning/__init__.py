"""How a dossier begins."""
