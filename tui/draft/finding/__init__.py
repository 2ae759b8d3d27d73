"""What an article says: names, offices and bodies in its words, then people, organisations and the event."""
