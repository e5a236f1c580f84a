"""What is wrong or doubtful in a dossier, found, located and explained."""
