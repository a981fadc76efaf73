"""Forms that are told by the names of their modules: what one shows, then what it is called ("entries_tsv.py")."""
