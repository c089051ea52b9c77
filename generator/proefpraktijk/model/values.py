"""The forms in which people write values: year groups, school years, sessions, quadrants, dates, lists.

Each `*Form` is a pydantic validator that takes what YAML gave and returns the domain value, or raises
`pydantic_core.PydanticCustomError` whose type is the rule id. Owned by `read`'s author; the names are the contract.
"""
