"""The keys of a dossier, described for editors and for `cae set`."""
