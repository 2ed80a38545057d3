"""What is known before reading: things with their names, words around names, and a text as words that know it."""
