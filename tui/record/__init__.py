"""What an event record is: its model, how it is read from TOML, and what can be wrong with it."""
