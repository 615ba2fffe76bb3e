"""What each party wants, and where reports disagree."""
