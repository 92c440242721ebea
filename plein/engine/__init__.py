"""The engine: one room per noun of the command line, one desk at which every act happens, one seat per person."""
