"""What others could decide: a client, a prospect, one more client, the cooperative."""

from collections.abc import Iterator
from decimal import Decimal
from statistics import median_low

from cae_cli.dossier.model import USUAL_TERMS, Client, Prestation
from cae_cli.forecast.change import Edit
from cae_cli.forecast.entries import CERTAIN
from cae_cli.forecast.what_if import deals, edits, own_edits
from cae_cli.forecast.what_if.aim import Aim
from cae_cli.forecast.what_if.lever import Lever
from cae_cli.forecast.what_if.worth import signed_years
from cae_cli.money import divide
from cae_cli.months import MONTHS_IN_YEAR, Month
from cae_cli.payment import PaymentTerms

ON_INVOICE = PaymentTerms(0)
#: The usual part of a quote that is asked for in advance.
DEPOSIT = Decimal("0.3")
MOST_PARTS = MONTHS_IN_YEAR
_POINT = Decimal("0.01")


def their_levers(aim: Aim) -> Iterator[Lever]:
    """Yield what others could decide, from the next month on."""
    yield from _clients(aim)
    yield from _prospects(aim)
    yield from _another(aim)
    yield from _cooperative(aim)


def _clients(aim: Aim) -> Iterator[Lever]:
    for i, client in enumerate(aim.dossier.clients):
        left = [one for one in client.prestations if _goes_on(one, aim)]
        if not left:
            continue
        name, only = client.name, (client.name,)
        if any((one.payment or client.payment) != ON_INVOICE for one in left):
            yield Lever("client", "terms", deals.paid_on(ON_INVOICE, aim.day, only), name)
        if any(one.every.step and not one.every.days for one in left):
            yield Lever("client", "earlier", deals.earlier(name, aim.day), name)
        for j, one in enumerate(client.prestations):
            if one in left:
                yield from _parts(aim, client, one, (i, j))


def _goes_on(one: Prestation, aim: Aim) -> bool:
    return one.probability == CERTAIN and not edits.is_over(one, aim.day)


def _parts(aim: Aim, client: Client, one: Prestation, path: edits.Path) -> Iterator[Lever]:
    """Yield a job paid in part in advance, or in parts that end on its date."""
    if (one.amount or 0) < 0 or one.invoiced != "each":
        return
    if one.every.step:
        months = 0 if one.every.days else one.every.step
        plain = one.months is None and not (one.pauses or one.changes or one.yearly_increase)
        parts = months if plain and months <= MOST_PARTS else 0
    else:
        parts = min(Month.of(one.start) - Month.of(aim.day) + 1, MOST_PARTS)
        if one.start > aim.day:
            edit = deals.deposit(path, DEPOSIT, aim.day)
            yield Lever("client", "deposit", edit, client.name, one.label, rate=DEPOSIT)
    if parts > 1:
        edit = deals.instalments(path, parts, aim.day)
        yield Lever("client", "instalments", edit, client.name, one.label, number=parts)


def _prospects(aim: Aim) -> Iterator[Lever]:
    """Yield each quote that is not signed yet, and each contract that could go on."""
    quotes: set[tuple[str, str]] = set()
    for i, client in enumerate(aim.dossier.clients):
        for j, one in enumerate(client.prestations):
            if one.probability < CERTAIN:
                quote = (client.name, one.quote or one.label)
                if quote in quotes:
                    continue
                quotes.add(quote)
                yield Lever("prospect", "signed", _signed(client.name, one), *quote)
            elif one.renews and one.end is not None:
                edit = edits.at((i, j), _renewed)
                yield Lever("prospect", "renewed", edit, client.name, one.label)


def _signed(name: str, quoted: Prestation) -> Edit:
    if quoted.quote is not None:
        return edits.signed(lambda one: one.quote == quoted.quote, (name,))
    return edits.signed(lambda one: one == quoted, (name,))


def _renewed(one: Prestation) -> list[Prestation]:
    return [one.model_copy(update={"end": None, "renews": None})]


def _another(aim: Aim) -> Iterator[Lever]:
    """Yield one more client, who brings each month what the median one does in a year."""
    month = median_month(aim)
    if month:
        sold = Prestation.model_construct(label="", amount=month, start=aim.day)
        client = Client.model_construct(name="", payment=USUAL_TERMS, prestations=(sold,))
        yield Lever("another", "client", edits.with_client(client), cents=month)


def median_month(aim: Aim) -> int:
    """Return what the median client is invoiced a month, of those with something signed; cents.

    It is a twelfth of the twelve months from today's; of two in the middle, the lower one.
    """
    years = signed_years(aim.answer)
    worth = [year for year in years.values() if year > 0]
    return divide(median_low(worth), MONTHS_IN_YEAR) if worth else 0


def _cooperative(aim: Aim) -> Iterator[Lever]:
    """Yield what the cooperative could grant: to count what is paid, to take a point less."""
    rule = aim.answer.cooperative.rule
    changed = {key for change in rule.when for key in change.model_fields_set}
    if rule.counted == "invoiced" and "counted" not in changed and rule.brackets:
        yield Lever("cooperative", "cashed", own_edits.contribution({"counted": "cashed"}))
    if rule.brackets and "brackets" not in changed:
        brackets = tuple(
            step.model_copy(update={"rate": max(Decimal(0), step.rate - _POINT)})
            for step in rule.brackets
        )
        edit = own_edits.contribution({"brackets": brackets})
        yield Lever("cooperative", "rate", edit, rate=_POINT)
