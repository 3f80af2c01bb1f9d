"""`python -m dideban`: the same as the `dideban` command."""

from dideban.cli import main

if __name__ == "__main__":
    main()
