"""What runs programs, and writes down what they did: snippets, tables, labs, exercises, mutants."""
