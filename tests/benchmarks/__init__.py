"""How quick the program is: ``python -m tests.benchmarks`` measures and writes its tables."""
