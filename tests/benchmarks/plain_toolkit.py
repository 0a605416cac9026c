"""Takes the toolkit as a start of the program does. Imported before what reads like the program."""

from easycare_desktop.ui.toolkit import take_plain

take_plain()
