"""What an article says: names, offices and bodies, then people, organisations, the event."""
