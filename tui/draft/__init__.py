"""From an article to a record: reading it, finding what it says, and writing that as TOML."""
