"""The analyst's rulings: kept in a file, applied to what the machine says."""
