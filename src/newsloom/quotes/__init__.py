"""Who said what to whom; on whose word a report rests."""
