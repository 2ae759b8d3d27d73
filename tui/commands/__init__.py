"""The commands, one a file; each is made when it is asked for, by its ``command()``."""
