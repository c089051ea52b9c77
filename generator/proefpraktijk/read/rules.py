"""Every rule that reading can find broken: its id, its weight, and one line of explanation for `docs/regels.md`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from proefpraktijk.model.problem import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: a stable id, what breaking it amounts to, and what it says."""

    id: str
    severity: Severity
    description: str


_ERRORS = {
    "PP101": "There is a folder content/.",
    "PP102": "The shared documents that every site needs are there (content/community.yml and content/roster.yml).",
    "PP103": "A text file is written in UTF-8.",
    "PP104": "A text file is not written in UTF-16 or UTF-32.",
    "PP105": "A text file holds no NUL or other control characters.",
    "PP106": "A file that ends in .md or .yml holds text, not a picture, a Word file or other binary data.",
    "PP107": "A file is not empty.",
    "PP108": "A text file is at most 2 MB.",
    "PP109": "A symbolic link below content/ leads to a file below content/; folders are not linked.",
    "PP110": "Two files do not have names that differ only in capitals or in how accents are stored.",
    "PP111": "A file below content/ can be read.",
    "PP113": "A file name is readable text.",
    "PP114": "A shared document has the name by which it is read (community.yml, roster.yml, decisions.yml).",
    "PP116": "A name on the roster is at most 100 characters long.",
    "PP201": "A document begins with front matter between two lines of three hyphens.",
    "PP202": "Front matter ends with a line of three hyphens.",
    "PP203": "Front matter and .yml files are valid YAML.",
    "PP204": "Front matter is a list of keys and values; a .yml file has the shape its kind asks for.",
    "PP205": "YAML anchors, aliases and tags (&, *, !) are not used: text that begins so stands between quotes.",
    "PP206": "Every key is known for this kind of document.",
    "PP207": "A key is given once, also when one time in Dutch and one time in English.",
    "PP208": "A required key is there and filled in.",
    "PP209": "A value has the form its key asks for.",
    "PP210": "A year group is a number from 1 to 8, or a combination of these.",
    "PP211": "A school year runs from one year into the next: 2025-2026.",
    "PP212": "A session is a school year and a number (2025-2026-3), or a number in a document with a date.",
    "PP213": "A quadrant is combineren, internaliseren, socialiseren or externaliseren.",
    "PP214": "A date exists and is written as 2025-11-12, 12-11-2025 or 12 november 2025.",
    "PP215": "A value that must be text is one piece of text.",
    "PP216": "Participants are a number of people from 1, or a list of names.",
    "PP217": "A yes or no is written as ja or nee.",
    "PP218": "A role is leerkracht, leerling, ib'er, directeur, ouder or expert.",
    "PP219": "An effect is bevorderend, belemmerend or beide.",
    "PP220": "A decision is vrijgeven (clear), wissen (redact) or gezien (seen).",
    "PP221": "A band has a name and year groups without a gap, and no two have the same name.",
    "PP222": "A number lies in the range its key allows.",
    "PP223": "The language of the interface is nl or en.",
    "PP224": "The date of a session falls in its school year.",
    "PP225": "A value is not empty.",
    "PP226": "A slug, and the name of a theme's file, is made of a-z, 0-9 and single hyphens.",
    "PP227": "A second reader is deduce or frog.",
    "PP301": "A theme that is named has a file in content/themes/.",
    "PP302": "A school that is named is on the roster, when the roster lists schools.",
    "PP303": "A session that is named has a file in content/sessions/.",
    "PP304": "The broader themes of a theme never lead back to itself.",
    "PP305": "A label or alias belongs to one theme only.",
    "PP306": "A link to a document leads to one that exists and has a page.",
    "PP307": "A picture that is shown exists below content/media/.",
    "PP308": "A link leads to a document, a heading, a web page or a mail address; a picture never comes from the web.",
    "PP309": "A link to a heading leads to a heading of the same document.",
    "PP310": "A year group that is named belongs to the community.",
    "PP311": "A school year has one session of each number.",
    "PP312": "The evidence of a finding names reports or interviews that exist.",
    "PP313": "A slug is used once.",
    "PP404": "A picture has an alt text, or is marked as decorative.",
    "PP405": "The classes of a coded passage are themes, and at most one effect.",
    "PP406": "A coded passage has at most one effect.",
    "PP407": "A coded passage that is opened with == is closed in the same block.",
    "PP408": "Coded passages marked with == do not stand in each other.",
    "PP409": "A coded passage names at least one theme.",
    "PP411": "The quote of a stand-off coding occurs in the document.",
    "PP412": "The quote of a stand-off coding occurs once, given its prefix and suffix.",
    "PP414": "A file of stand-off codings stands beside the document it codes.",
    "PP415": "An HTML comment is closed.",
}

_WARNINGS = {
    "PP112": "A file below content/ stands where it is read.",
    "PP115": "The roster knows a person or a school.",
    "PP314": "Two reports do not have titles that differ only in capitals or accents.",
    "PP315": "A decision is about a report that exists.",
    "PP316": "A member check is not of before the report.",
    "PP401": "A report has a section Handvatten with something to try.",
    "PP402": "HTML is not used: it is shown as text.",
    "PP403": "HTML comments are not used: they are left out.",
    "PP410": "Headings go down one level at a time.",
    "PP413": "A document has text below its front matter.",
}

RULES: Mapping[str, Rule] = {
    name: Rule(name, severity, description)
    for severity, rules in ((Severity.ERROR, _ERRORS), (Severity.WARNING, _WARNINGS))
    for name, description in rules.items()
}
