"""How people write values (dates, school years, year groups, lists, …), and the domain value each form becomes.

Every `parse_*` function takes what was written (`written_text.Written`, or any plain YAML or Python value) and returns
the domain value. It raises `PydanticCustomError` for what it refuses: the type is the rule id, the context holds
`message` and `hint`, both `Message`s, and `at`, the code point of what is refused (-1: the value as a whole). What was
written is never echoed, for it may hold a name.

Takes: a value as written, with its place.
Gives: a domain value, or a refusal with its rule.
"""
