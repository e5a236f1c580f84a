"""Payroll of a CESA: employer cost, gross and net, month by month since 2017."""
