"""The answers of `cae cooperatives`: all of them, and one."""
