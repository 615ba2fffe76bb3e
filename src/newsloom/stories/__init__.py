"""Which reports tell of one event; which stories are one affair."""
