"""Every rule of the program, those of reading and those of the stages after it, for `docs/regels.md` and SARIF."""

from __future__ import annotations

from collections.abc import Mapping

from .model.problem import Severity
from .model.safe import HoldKind
from .read.rules import RULES, Rule

_ERRORS = {
    "PP501": "A decision never clears a bare name of the roster.",
    "PP503": "A decision names the word or phrase that was decided on.",
    "PP504": "The replacement in a decision holds no name.",
    "PP506": "What the community says of itself holds no name of the roster.",
    "PP515": "A second reader that is asked for is installed and works.",
    "PP601": "Two documents do not have the same address on the site.",
    "PP801": "There is an mkdocs.yml that can be read.",
    "PP802": "The file mkdocs.yml is valid YAML.",
    "PP803": "The engine that is asked for is installed.",
    "PP804": "The engine builds the site without an error.",
    "PP806": "A picture can be read and made anew.",
    "PP807": "The program that makes the search index, Pagefind, is there.",
    "PP808": "Pagefind makes a search index of the texts.",
    "PP810": "One build at a time works on a site.",
    "PP811": "The folder site/ is a folder of its own.",
    "PP812": "The program's words in the language of the community are installed.",
    "PP820": "No byte and no file name of the finished site, or of a PDF, holds a name that was replaced or is on the roster.",
    "PP821": "A file of the finished site is a file, not a link to another one.",
    "PP822": "The file mkdocs.yml holds no name that is replaced or on the roster.",
    "PP830": "Publishing needs git.",
    "PP831": "A site is published only when it was searched and found clean.",
    "PP832": "A site is published only as it was searched, byte for byte.",
    "PP833": "The repository to publish to is an address or the name of a remote.",
    "PP834": "The branch to publish to has a name that git accepts.",
    "PP835": "The site never overwrites the branch that holds the sources.",
    "PP836": "Git accepts what is pushed.",
    "PP837": "A site is published only as long as what it was made from is the same.",
    "PP840": "Making a PDF needs WeasyPrint and Pango.",
    "PP841": "What a PDF is asked of is published.",
    "PP842": "Cards and a poster need handles.",
    "PP843": "A PDF is written where it can be, outside the folders of the program, and replaces only an older PDF of ours.",
    "PP844": "The text of a PDF can be read back, so that it can be searched.",
}
_WARNINGS = {
    "PP502": "A text is not cleared and redacted at once.",
    "PP505": "A name on the roster is long enough to be found in a text.",
    "PP511": "A text has one replacement.",
    "PP512": "The text around what was decided on is still the same.",
    "PP513": "A decision is about text that is there.",
    "PP514": "A text does not itself tell what is not told about it, because too few people would fit it.",
    "PP516": "An earlier address holds no name, and tells no more than its document.",
    "PP520": "No method leads to the one school that uses it.",
    "PP521": "No diagnosis, illness or treatment leads to somebody.",
    "PP522": "No rare event leads to somebody.",
    "PP523": "Nothing about a family leads to somebody.",
    "PP524": "No nationality, flight or religion leads to somebody.",
    "PP525": "Nothing that is true of one person only leads to somebody.",
    "PP526": "No exact age or number leads to somebody.",
    "PP527": "No job of a parent leads to somebody.",
    "PP528": "No club or hobby leads to somebody.",
    "PP602": "A word leads to one theme only.",
    "PP603": "The evidence of a finding is published.",
    "PP604": "An earlier address of a document is not in use by another one.",
    "PP805": "The engine has nothing to remark.",
    "PP809": "The file mkdocs.yml says at which address the site will be, and links can hold that address.",
}
_HOLDS = {
    HoldKind.PERSON: "This may be the name of a person.",
    HoldKind.SCHOOL: "This may be the name of a school.",
    HoldKind.PLACE: "This may be the name of a place.",
    HoldKind.DATE: "This may be a date that tells who it was.",
    HoldKind.CONTACT: "This may be an address, a telephone number or an account.",
    HoldKind.NUMBER: "This is a long number that may belong to someone.",
    HoldKind.CAPITAL: "This capital is not explained, so it may begin a name.",
    HoldKind.UNKNOWN: "No dictionary knows this word, so it may be a name.",
}

_LATER = (
    *(Rule(id_, Severity.ERROR, says) for id_, says in _ERRORS.items()),
    *(Rule(id_, Severity.WARNING, says) for id_, says in _WARNINGS.items()),
    *(Rule(f"HOLD-{kind.value}", Severity.ERROR, says) for kind, says in _HOLDS.items()),
)

ALL_RULES: Mapping[str, Rule] = dict(sorted(RULES.items())) | {
    rule.id: rule for rule in sorted(_LATER, key=lambda rule: (rule.id.startswith("HOLD"), rule.id))
}
"""Rule id → rule: by number, then the holds."""
