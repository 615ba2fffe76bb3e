"""Dates, happenings, how they stand."""
