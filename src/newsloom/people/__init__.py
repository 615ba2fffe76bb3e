"""Persons, organisations and places: found in a report, told apart across reports."""
