"""Files: one way to replace one, which keeps who may read and write it, and one lock."""
