"""What lies with the program for every office: law, catalogues, words for dates, holidays."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.date_words import DateWords
from easycare_desktop.domain.law import LawBook
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.resources import resource
from easycare_desktop.system.rule_files import load_date_words, load_extra_holidays, load_law_book


class OfficeBooks:
    """Each is read once, when it is first asked for.

    Nothing of it changes while the program runs: what an office changes of the law stands in the
    office's own rows.
    """

    def __init__(self) -> None:
        self._catalogues: dict[OfficeKind, Catalogue] = {}

    @cached_property
    def law(self) -> LawBook:
        """The rows of law."""
        return load_law_book(resource("rules"))

    @cached_property
    def words(self) -> DateWords:
        """The words that may be typed for a date."""
        return load_date_words(resource("rules"))

    @cached_property
    def holidays(self) -> Mapping[date, str]:
        """The holidays named at short notice."""
        return load_extra_holidays(resource("rules"))

    def catalogue(self, kind: OfficeKind) -> Catalogue:
        """Return what an office of this kind may hold."""
        if kind not in self._catalogues:
            self._catalogues[kind] = load_catalogue(resource("catalogue"), kind)
        return self._catalogues[kind]

    def read(self, kind: OfficeKind) -> None:
        """Read all that an office of this kind needs."""
        _ = self.law, self.words, self.holidays, self.catalogue(kind)
