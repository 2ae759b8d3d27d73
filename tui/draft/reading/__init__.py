"""Files in the forms in which articles are saved, and the lines they hold."""
