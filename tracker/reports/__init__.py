"""The faces of a ledger as text: each module renders one."""
