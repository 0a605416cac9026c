"""`python -m easycare_desktop`."""

import sys

from easycare_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
