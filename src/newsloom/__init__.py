"""newsloom: a self-hosted news story engine. Nothing heavy is imported here."""

__version__ = "0.1.0"
