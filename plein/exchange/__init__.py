"""Files in and out: what people hand in as files becomes values the engine takes. No database and no rule here."""
