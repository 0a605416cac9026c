"""The look: tokens in; one stylesheet, one palette, fonts and tinted icons out.

`Appearance` is made once by the composition root and handed on inside the widget kit. Colour
scheme and text size change while the program runs: it sets the stylesheet anew, then emits
`changed`, and every house widget follows by itself.
"""

from easycare_desktop.ui.appearance.appearance import Appearance
from easycare_desktop.ui.appearance.application import house_application
from easycare_desktop.ui.appearance.look import Look, Scheme
from easycare_desktop.ui.appearance.theme import Theme

__all__ = ["Appearance", "Look", "Scheme", "Theme", "house_application"]
