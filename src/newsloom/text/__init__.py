"""Text: tokens, sentences, language, addresses, vectors; knows nothing of news."""
