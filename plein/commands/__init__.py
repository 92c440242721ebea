"""The command line, one file per noun. No rule lives here: a command reads what was typed, asks the engine, and shows what came of it."""
