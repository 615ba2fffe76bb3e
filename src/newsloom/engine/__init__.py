"""The flow: extract, analyse, decide, weave."""
