"""Stories that may lead to one person without naming anybody."""
