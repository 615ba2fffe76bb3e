"""`python -m newsloom`: the command line."""

from newsloom.cli import main

main()
