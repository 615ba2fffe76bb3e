"""Sentences and passages that reports share; who had them first."""
