"""Pages -> articles: extraction, metadata, boilerplate, versions."""
