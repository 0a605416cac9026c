"""The appearance of the running program; scheme and text size change while it runs."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from easycare_desktop.ui.appearance.fonts import load_fonts
from easycare_desktop.ui.appearance.icons import Icons
from easycare_desktop.ui.appearance.look import Look, Scheme
from easycare_desktop.ui.appearance.palette import palette
from easycare_desktop.ui.appearance.stylesheet import render
from easycare_desktop.ui.appearance.theme import Theme
from easycare_desktop.ui.appearance.tokens import load_tokens


class Appearance(QObject):
    """Dresses the windows of the application, which `house_application` made.

    `resources`: fonts/, icons/, style/.
    """

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path, look: Look | None = None) -> None:
        super().__init__()
        self._app = app
        self._template = (resources / "style" / "house.qss").read_text("utf-8")
        self._theme = Theme(load_tokens(resources / "style" / "tokens.toml"), look or Look())
        self._icons = Icons(resources / "icons")
        self._sheet = ""
        load_fonts(resources / "fonts")
        QLocale.setDefault(QLocale("ko_KR"))
        self._dress()

    @property
    def app(self) -> QApplication:
        """The application that is dressed."""
        return self._app

    @property
    def theme(self) -> Theme:
        """The present theme; read it anew at each paint."""
        return self._theme

    @property
    def look(self) -> Look:
        """What the person chose."""
        return self._theme.look

    def dress(self, window: QWidget) -> None:
        """Put the style sheet on a window, as its first act; what a dressed one owns has it.

        On the whole application it would cost as much for every widget each time that it, or what
        it lies in, is put into something else; so what a window is made of is dressed once.
        """
        above = window.parentWidget()
        while above is not None and not above.styleSheet():
            above = above.parentWidget()
        if above is None and window.styleSheet() != self._sheet:
            window.setStyleSheet(self._sheet)

    def wear(self, look: Look) -> None:
        """Change the whole application to `look`."""
        if look == self._theme.look:
            return
        self._theme = replace(self._theme, look=look)
        self._icons.forget()
        self._dress()
        self.changed.emit()

    def set_scheme(self, scheme: Scheme) -> None:
        """Change the colours."""
        self.wear(replace(self.look, scheme=scheme))

    def set_percent(self, percent: int) -> None:
        """Change the text size, 100 to 200."""
        self.wear(replace(self.look, percent=percent))

    def pixmap(self, name: str, colour: str = "text", px: int | None = None) -> QPixmap:
        """Return the icon `name` in the token `colour`; `px` is the final size."""
        return self._icons.pixmap(name, self._theme.code(colour), px or self._theme.size("icon"))

    def icon(
        self, name: str, colour: str = "text", px: int | None = None, *, enabled: bool = True
    ) -> QIcon:
        """Return the icon for a button as it is now; its other form is drawn when it is wanted."""
        if enabled:
            return QIcon(self.pixmap(name, colour, px))
        icon = QIcon()
        icon.addPixmap(self.pixmap(name, "faint", px), QIcon.Mode.Disabled)
        return icon

    def _dress(self) -> None:
        self._app.setFont(self._theme.font())
        self._app.setPalette(palette(self._theme))
        worn, self._sheet = self._sheet, self._style_sheet()
        for window in self._app.topLevelWidgets() if worn else ():
            if window.styleSheet() == worn:
                window.setStyleSheet(self._sheet)

    def _style_sheet(self) -> str:
        return render(self._template, self._theme)
