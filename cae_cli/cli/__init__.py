"""What the person types: one small module for each family of commands."""
