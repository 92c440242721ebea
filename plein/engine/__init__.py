"""The engine: one room per phase of the cycle, one desk at which every act happens, one seat per person."""
