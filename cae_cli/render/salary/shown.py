"""How the answers of `cae salary` are shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cae_cli.errors import Note
from cae_cli.language import Language
from cae_cli.render.page import Page
from cae_cli.render.salary.data import SalaryAnswer, document, one_of_many, table
from cae_cli.render.shown import Screen, Table

if TYPE_CHECKING:
    from cae_cli.render.salary.year import YearAnswer


class OnePay(NamedTuple):
    """One pay: net, gross, employer cost and turnover of a month."""

    answer: SalaryAnswer
    assumptions: Sequence[Note]
    warnings: Sequence[Note]

    def document(self, language: Language) -> dict[str, Any]:
        return document(self.answer, language, self.assumptions, self.warnings)

    def table(self, language: Language) -> Table:
        return table([self.answer], language)

    def page(self, language: Language, _screen: Screen | None) -> Page:
        from cae_cli.render.salary.page import page

        return page(self.answer, language, self.assumptions, self.warnings)


class ListOfPays(NamedTuple):
    """Several pays; programs read one JSON object a line."""

    answers: Sequence[SalaryAnswer]
    assumptions: Sequence[Note]
    warnings: Sequence[Note]

    def document(self, language: Language) -> list[dict[str, Any]]:
        return [one_of_many(answer, language) for answer in self.answers]

    def table(self, language: Language) -> Table:
        return table(self.answers, language)

    def page(self, language: Language, _screen: Screen | None) -> Page:
        from cae_cli.render.salary.page import list_page

        return list_page(self.answers, language, self.assumptions, self.warnings)


class PaidYear(NamedTuple):
    """The pays of a civil year, counted by the month and by the year."""

    found: "YearAnswer"
    assumptions: Sequence[Note]
    warnings: Sequence[Note]

    def document(self, language: Language) -> dict[str, Any]:
        from cae_cli.render.salary.year import document

        return document(self.found, language, self.assumptions, self.warnings)

    def table(self, _language: Language) -> Table:
        from cae_cli.render.salary.year import COLUMNS, rows

        return Table(COLUMNS, rows(self.found))

    def page(self, language: Language, _screen: Screen | None) -> Page:
        from cae_cli.render.salary.year import page

        return page(self.found, language, self.assumptions, self.warnings)
