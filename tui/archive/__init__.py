"""Many records: scanning, index, query, who is who, dossiers and the register of agreements."""
