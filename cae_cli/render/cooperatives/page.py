"""One cooperative in words: its rule, what is not known, its practice, a year, how to use it."""

from collections.abc import Iterator, Sequence

from cae_cli.errors import Note
from cae_cli.language import Amount, Bilingual, Language, Said, mark, say, say_n
from cae_cli.render.cooperatives.words import in_one_line, part_by_part
from cae_cli.render.cooperatives.year import year_lines
from cae_cli.render.page import Line, Page
from cae_cli.rules.cooperative_notes import dated
from cae_cli.rules.cooperatives import CapePractice, FirstSalaryPractice, NoteKind, Preset
from cae_cli.rules.worked_year import WorkedYears

_BULLET, _WARNING, _EXCERPT = "- ", "! ", "    "

ADVANCE = "cooperative-provision"  # the one assumption that says what is taken, and when

#: Where a key that the page leaves open is given otherwise, in the excerpt of a dossier.
_OTHERWISE = {
    ("counted", "invoiced"): 'counted = "cashed"',
    ("counted", "cashed"): 'counted = "invoiced"',
    ("mode", "whole"): 'mode = "marginal"',
    ("mode", "marginal"): 'mode = "whole"',
}
_ANY_KEY = "fixed_per_month = 15.00"


def page(
    known: Preset,
    years: WorkedYears,
    language: Language,
    assumptions: Sequence[Note],
    warnings: Sequence[Note],
) -> Page:
    """Return the page of a cooperative.

    Args:
        known: the cooperative.
        years: worked years, even and uneven.
        language: of the texts.
        assumptions: what its rules rest on, its source first.
        warnings: what is doubtful in them.
    """
    source, *others = assumptions
    advances = [note.text for note in others if note.code == ADVANCE]
    assumed = [note.text for note in others if note.code != ADVANCE]
    takes: list[Said | Bilingual] = [*part_by_part(known.rule), *advances]
    doubts: list[Said | Bilingual] = [*assumed, *_notes(known, "unknown")]
    return [
        Line(f"{known.name}{_colon(language)} {language.tell(in_one_line(known.rule))}.", "bold"),
        Line(language.tell(source.text)),
        *(Line(language.tell(note.text), "yellow", hang=_WARNING) for note in warnings),
        *_section(mark("What it takes:"), takes, language),
        *_section(mark("Special cases:"), _notes(known, "relief"), language),
        *_section(mark("What is not known, and what is assumed:"), doubts, language),
        *_section(mark("First salary:"), list(_first_salary(known.first_salary)), language),
        *_section(mark("CAPE:"), list(_cape(known.cape)), language),
        *_section(mark("In practice:"), _notes(known, "practice"), language),
        Line(),
        *year_lines(years, language),
        Line(),
        *_use(known, language),
    ]


def _colon(language: Language) -> str:
    return "\u00a0:" if language.code == "fr" else ":"


def _notes(known: Preset, kind: NoteKind) -> list[Bilingual]:
    return [note.text for note in known.notes if note.kind == kind]


def _section(
    title: str, sentences: Sequence[Said | Bilingual], language: Language
) -> Iterator[Line]:
    if sentences:
        yield Line()
        yield Line(language.translate(title), "bold")
        yield from (Line(language.show(said), hang=_BULLET) for said in sentences)


def _first_salary(first: FirstSalaryPractice | None) -> Iterator[Said]:
    if first is None:
        yield say("Not published: 10 hours a month at the SMIC are taken as the minimum pay.")
        return
    minimum = first.minimum
    if minimum is not None and minimum.gross is not None:
        yield say("At least {amount} gross a month.", amount=Amount(minimum.gross))
    if minimum is not None and minimum.net is not None:
        yield say("At least {amount} net a month.", amount=Amount(minimum.net))
    if minimum is not None and minimum.hours is not None:
        yield say("At least {hours} hours a month at the SMIC.", hours=minimum.hours)
    if first.months is not None:
        yield say_n(
            "{count} month of salary must be in sight.",
            "{count} months of salary must be in sight.",
            first.months,
        )
    yield say("Source: {page}, {dated}.", page=first.page, dated=dated(first.dated))


def _cape(cape: CapePractice | None) -> Iterator[Said]:
    if cape is None:
        yield say("Usual periods not published; the law allows three, of 12 months at most.")
        return
    if cape.period is not None:
        yield say_n("Periods of {count} month.", "Periods of {count} months.", cape.period)
    if cape.renewals is not None:
        yield say_n("Renewed {count} time at most.", "Renewed {count} times at most.",
                    cape.renewals)  # fmt: skip
    if cape.shortest is not None and cape.longest is not None:
        yield say(
            "{shortest} to {longest} months in all.", shortest=cape.shortest, longest=cape.longest
        )
    yield say("Source: {page}, {dated}.", page=cape.page, dated=dated(cape.dated))


def _use(known: Preset, language: Language) -> Iterator[Line]:
    """Yield how to try the rules, write them in a dossier, and change a key of them."""
    otherwise = next(
        (
            line
            for (key, value), line in _OTHERWISE.items()
            if key in known.assumed and getattr(known.rule, key) == value
        ),
        _ANY_KEY,
    )
    why = language.translate(mark("your own key wins over the known rule; the others stay"))
    yield Line(language.translate(mark("To try it with your dossier, which is not changed:")))
    yield _excerpt(f"cae simulate --cooperative {known.id}")
    yield Line(language.translate(mark("To keep it, in the dossier:")))
    yield _excerpt("[cooperative]")
    yield _excerpt(f'preset = "{known.id}"')
    yield Line()
    yield _excerpt("[cooperative.contribution]")
    yield _excerpt(f"# {why}{_colon(language)}")
    yield _excerpt(otherwise)


def _excerpt(text: str) -> Line:
    return Line(f"{_EXCERPT}{text}", wrap=False)
