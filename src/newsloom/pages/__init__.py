"""Views of a story: summary, page, changes, site, feeds."""
