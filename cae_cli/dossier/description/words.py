"""What each key of a dossier is, in one sentence: for editors that show it while one types."""

from collections.abc import Mapping

from cae_cli.language import mark

#: For each noun, its own sentence under "", then one for each of its keys.
WORDS: Mapping[str, Mapping[str, str]] = {
    "Dossier": {
        "": mark("The dossier of one activity inside a CAE. Amounts are euros, excluding VAT."),
        "format": mark("By which rules this file is read: 1."),
        "activity": mark("The activity itself."),
        "treasury": mark("The money that the activity holds inside the cooperative."),
        "cooperative": mark("The rules of the cooperative."),
        "salary": mark("What one wants to be paid, and how safely."),
        "entrepreneurs": mark("The people of the activity."),
        "clients": mark("Who pays, and for what."),
        "expenses": mark("What is spent, excluding the VAT that is recovered."),
        "investments": mark("Equipment that is bought."),
        "assumptions": mark("What is assumed of the years whose law is not known yet."),
        "scenarios": mark("What-ifs with a name, for cae compare."),
    },
    "Scenario": {
        "": mark("A what-if with a name, put beside what is recorded."),
        "name": mark("The name of the scenario."),
        "without_client": mark("The clients who leave next month."),
        "late": mark("By how many days everyone pays later."),
        "prices": mark("By how much all prices change: -0.05 is 5% less."),
        "target": mark("Another net target, the highest; the others in proportion."),
        "cooperative": mark("The short name of another known cooperative."),
    },
    "Settlement": {
        "": mark("What may stay in the account over the year's end."),
        "carry": mark("all, none, or until a month; left out: not known."),
        "until": mark("The month (1 to 12) by whose end it is paid out."),
    },
    "Assumptions": {
        "": mark("What is assumed of the years whose law is not known yet."),
        "smic_growth": mark("By how much the SMIC and the ceiling rise each January: 0.02 is 2%."),
    },
    "Activity": {
        "": mark("One business inside the cooperative."),
        "name": mark("The name of the activity."),
        "trade": mark("The trade, in a few words."),
    },
    "Treasury": {
        "": mark("The money that the activity holds at the opening of a month."),
        "balance": mark("What it holds when that month opens; it may be negative."),
        "month": mark("The month of the balance, such as “2026-11”; the projection starts there."),
        "base_this_year": mark("The base of contribution that the year already counts."),
        "contribution_this_year": mark("The contribution already taken this year."),
        "base_since_entry": mark("The base of contribution already counted since the entry."),
    },
    "Cooperative": {
        "": mark("A known cooperative, rules of one's own, or these over those."),
        "preset": mark("The short name of a known cooperative."),
        "general_meeting": mark("The day of its yearly general meeting, such as “06-15”."),
        "contribution": mark("What the cooperative takes; each key replaces that of the preset."),
        "payroll": mark("What payroll depends on besides pay."),
        "settlement": mark("What may stay in the account over the year's end."),
    },
    "ContributionTerms": {
        "base": mark("Of what a part is taken: the turnover, or the margin after direct expenses."),
        "counted": mark("When the turnover counts: once invoiced, or once cashed."),
        "period": mark("What brackets, floors and caps accumulate over."),
        "mode": mark("Each rate on its own bracket (marginal), or one rate on the whole."),
        "brackets": mark("The scale of rates."),
        "fixed_per_month": mark("A fee for each month with a contract, per person."),
        "fixed_per_year": mark("A fee for each civil year with a contract, per person."),
        "floor_per_month": mark("The least that is taken for a month, per person."),
        "floor_per_year": mark("The least that is taken for a year, per person."),
        "cap_per_year": mark("The most that is taken for a year."),
        "exempt_months": mark("The first months since the entry, whose base is not counted."),
        "rebate_per_year": mark("What is given back each year."),
        "internal_rate": mark("On work for other members, outside the scale: 0.05 is 5%."),
    },
    "ContributionRule": {
        "": mark("The rule of contribution."),
        "when": mark("What changes, and when; later entries win."),
    },
    "Change": {
        "": mark("Terms that replace the others when all its conditions hold."),
        "phase": mark("In this phase of a person: cape, cesa or associate."),
        "after_months": mark("After that many months since the entry."),
        "unpaid": mark("Until the first salary (true), or from it on (false)."),
    },
    "Bracket": {
        "": mark("One step of the scale."),
        "rate": mark("The rate of this step: 0.12 is 12%."),
        "up_to": mark("Up to this amount of base, inclusive; none in the last step."),
    },
    "PayrollSettings": {
        "": mark("The employer's size, its local rates and its covers."),
        "headcount": mark("How many employees the cooperative has."),
        "work_accident_rate": mark("The rate of the contribution for work accidents."),
        "mobility_rate": mark("The rate of the mobility contribution."),
        "health_insurance": mark("The mutuelle, in euros a month."),
        "provident": mark("The provident cover, as rates of gross pay."),
        "occupational_health": mark("Occupational health, in euros a month."),
        "reduction": mark("On what the general reduction is counted: each month, or the year."),
    },
    "HealthInsurance": {
        "": mark("The mutuelle, in euros a month."),
        "employer": mark("The employer's share."),
        "employee": mark("The employee's share."),
    },
    "Provident": {
        "": mark("The provident cover, as rates of gross pay."),
        "employer": mark("The employer's share."),
        "employee": mark("The employee's share."),
    },
    "SalaryGoal": {
        "": mark("What one wants to be paid, and how safely."),
        "net_target": mark("Net wanted each month, per person, before income tax."),
        "net_steps": mark("The targets that follow, each from a month on."),
        "reserve_months": mark("How many months of employer cost stay in the treasury, always."),
        "sustain_months": mark("How many months the pay must hold."),
        "start": mark("The month from which pay is decided already, such as “2026-11”."),
    },
    "Entrepreneur": {
        "": mark("A person of the activity."),
        "name": mark("The person's name."),
        "net_target": mark("Net wanted each month by this person, before income tax."),
        "net_steps": mark("The targets of this person that follow, each from a month on."),
        "unemployment_benefit_until": mark("The last day of unemployment benefit."),
        "benefit": mark("The unemployment benefit itself, where its notice is at hand."),
        "associate_since": mark("The day this person became an associate, once it has happened."),
        "contracts": mark("The contracts of this person with the cooperative."),
    },
    "NetStep": {
        "": mark("A target from a month on."),
        "from": mark("The first month of this target, such as “2027-09”."),
        "net": mark("Net wanted each month, before income tax."),
    },
    "Benefit": {
        "": mark("Unemployment benefit (ARE), as its notice tells it."),
        "daily": mark("The gross benefit of a day."),
        "reference_daily": mark("The former daily pay that it was counted from."),
        "days_left": mark("How many days of benefit are left today."),
    },
    "Contract": {
        "": mark("A contract with this cooperative."),
        "kind": mark("cape, cesa, or other."),
        "start": mark("The first day; of a CESA, the day of signature."),
        "end": mark("The last day; none while the contract runs."),
    },
    "Client": {
        "": mark("A client, and when it pays."),
        "name": mark("The client's name."),
        "payment": mark("When invoices are paid, such as “30 days” or “45 days, month end”."),
        "closed_months": mark(
            "The months (1 to 12) in which nothing is paid: it waits for the next."
        ),
        "firm_until": mark("The client is committed up to that day."),
        "internal": mark("Another member of the cooperative."),
        "pays": mark("How late this client pays as a habit: on-time, or weeks or months late."),
        "prestations": mark("What is sold to this client."),
    },
    "Recurring": {
        "every": mark(
            "How often: “once”, “week”, “month”, “quarter”, “half-year”, “year”, "
            "“month-end” (the last day of each month), “N days”, “N weeks” or “N months”."
        ),
        "start": mark("The date of the first one."),
        "end": mark("None after this day."),
        "count": mark("How many in all."),
        "months": mark("Only in these months of the year, 1 to 12."),
        "pauses": mark("Days left out, once, both ends included."),
        "changes": mark("The prices that follow, each from a day on."),
        "yearly_increase": mark("The rise at each anniversary of the start: 0.02 is 2%."),
        "increase_on": mark("The rise comes on that day of each year instead, such as “01-01”."),
    },
    "Prestation": {
        "": mark("A service sold: an amount, or a rate with a quantity, per invoice."),
        "label": mark("What is sold."),
        "amount": mark("The amount of each invoice; below 0, a credit note."),
        "rate": mark("The price of an hour or a day, with a quantity."),
        "quantity": mark("Hours or days on each invoice, with a rate."),
        "invoiced": mark("Each date is an invoice, or those of a month make one at its end."),
        "payment": mark("When these invoices are paid, if not as the client's others."),
        "cost": mark("What each invoice costs directly, paid on its date."),
        "cost_share": mark("The same, as a part of the price: 0.6 is 60%."),
        "probability": mark("How sure it is, from 0 to 1: 1 is signed."),
        "quote": mark("The quote: its prestations are signed or lost together."),
        "renews": mark("The chance, from 0 to 1, that it goes on as long again at its end."),
    },
    "Pause": {
        "": mark("Days on which nothing is dated."),
        "from": mark("The first day left out."),
        "to": mark("The last day left out."),
    },
    "AmountChange": {
        "": mark("An amount from a day on."),
        "from": mark("The first day of this amount."),
        "amount": mark("The amount from then on."),
    },
    "PriceChange": {
        "": mark("A price from a day on."),
        "from": mark("The first day of this price."),
        "amount": mark("The amount from then on."),
        "rate": mark("The price of an hour or a day from then on, with a quantity."),
        "quantity": mark("Hours or days each time from then on, with a rate."),
    },
    "Expense": {
        "": mark("A cost that recurs, or a share of what is invoiced."),
        "label": mark("What it is for."),
        "amount": mark("The amount each time."),
        "share_of_turnover": mark("Of what is invoiced each month, instead of an amount."),
        "direct": mark("A production cost, which lowers the gross margin."),
    },
    "Investment": {
        "": mark("Equipment that is bought."),
        "label": mark("What is bought."),
        "amount": mark("Its price."),
        "date": mark("The day it is paid."),
    },
}

#: Where a noun has no sentence of its own for a key.
SHARED: Mapping[str, str] = {
    "ContributionRule": "ContributionTerms",
    "Change": "ContributionTerms",
    "Prestation": "Recurring",
    "Expense": "Recurring",
}


def words(noun: str, key: str = "") -> str:
    """Return the sentence of a noun, or of one of its keys; nothing where none is written."""
    own = WORDS.get(noun, {})
    return own.get(key) or WORDS.get(SHARED.get(noun, ""), {}).get(key, "")
