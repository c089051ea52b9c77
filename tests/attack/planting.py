"""Writes a site in which names stand in every form in every place, and remembers what stands where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from PIL import ImageColor

from endtoend.pictures import MAKERS, painted

from .elsewhere import FILES, SESSIONS, SETTINGS, File
from .forms import PLAIN, STRANGE, WRITTEN_IN_MARKDOWN, Person, bare, people
from .others import SCHOOLS, WRITTEN
from .places import ALONE, FEW, FRONT, LINES, OUT_OF_SIGHT, REPORT, STRANGE_PLACES, TAKEAWAY

REPORTS = "content/reports/2025-2026-1"
NOUNS = """appels beren bomen boeken brillen broden cijfers dozen druppels eieren emmers fietsen flessen gitaren hamers
hoeden jassen kaarten kasten kisten knopen kommen kralen kussens lampen latten lepels linten manden matten messen muren
netten pannen pennen planken poten ramen ringen schalen schermen spijkers sponzen stenen stokken stoelen tassen touwen
wielen zakken zeven bekers borden bossen daken deuren doeken draden ezels hazen heggen kikkers koeien konijnen lammeren
merels muizen paarden schapen slakken spinnen vlinders vissen wormen zwanen""".split()  # noqa: SIM905
_EVERY = PLAIN | WRITTEN_IN_MARKDOWN | STRANGE
_FILED = ("full", "small letters", "capitals", "without accents, small")


@dataclass(frozen=True)
class Plant:
    """A name in one form in one place: what was written, what must be nowhere, in which file, the words beside it.

    `shown`: where the words beside it can be read, a descriptor stands in the place of the name.
    """

    place: str
    form: str
    written: str
    secrets: tuple[str, ...]
    file: str
    mark: str
    shown: bool

    @property
    def called(self) -> str:
        """What to call it when it is found."""
        return f"{self.place}: {self.form} ({self.file})"


class Planter:
    """Gathers files and plants. Everybody stands in one place only, so that a name that gets out tells where."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.files: dict[str, str | bytes] = {}
        self.plants: list[Plant] = []
        self.people: list[Person] = []
        self._people = people()
        self._marks = (f"{number} {noun}" for noun in NOUNS for number in range(10, 100))

    def everything(self) -> None:
        """Plant every form in every place."""
        self._reports()
        self._files()
        self._pictures()
        self._others()

    def handful(self) -> None:
        """Plant one form in every place, and every strange form in running text."""
        for place, (above, line, _forms) in (LINES | OUT_OF_SIGHT | FRONT).items():
            self._lines(place, above, line, ["full"], shown=place in LINES, part="front" if place in FRONT else "body")
        for place, parts in ALONE.items():
            self._alone(place, "full", parts, shown="{x}" in "".join(parts.values()))
        for place, file in FILES.items():
            self._file(place, "full", file)
        for form in STRANGE:
            self._alone("paragraph", form, {"body": LINES["paragraph"][1]}, shown=True)
        self._others()

    def _reports(self) -> None:
        for place, (above, line, forms) in LINES.items():
            self._lines(place, above, line, forms, shown=True)
        self._lines("takeaway", "", TAKEAWAY, PLAIN | WRITTEN_IN_MARKDOWN, shown=True, part="takeaway")
        for place, (above, line, forms) in OUT_OF_SIGHT.items():
            self._lines(place, above, line, forms, shown=False)
        for place, (above, line, forms) in FRONT.items():
            self._lines(place, above, line, forms, shown=False, part="front")
        for place, parts in ALONE.items():
            for form in FEW:
                self._alone(place, form, parts, shown="{x}" in "".join(parts.values()))
        for place in STRANGE_PLACES:
            above, line, _forms = LINES[place]
            for form in STRANGE:
                self._alone(place, form, {"body": f"{above}\n{line}"}, shown=True)

    def _files(self) -> None:
        for place, file in FILES.items():
            for form in _FILED:
                self._file(place, form, file)
        for at, (place, file) in enumerate((p, f) for p, f in SESSIONS.items() for _ in _FILED):
            self._file(place, _FILED[at % len(_FILED)], file, number=at + 2)

    def _new(self, place: str, form: str, file: str, *, shown: bool, slug: bool = False) -> tuple[str, str]:
        """Plant somebody new; return what is to be written, and the words beside it."""
        person, mark = next(self._people), next(self._marks)
        written = _EVERY[form](person)
        if slug and form not in {"percent", "zero width"}:
            written = bare(written).lower().replace(" ", "-").replace("'", "")
        self.people.append(person)
        self.plants.append(Plant(place, form, written, (person.first, person.last), file, mark, shown))
        return written, mark

    def _lines(
        self, place: str, above: str, line: str, forms: Iterable[str], *, shown: bool, part: str = "body"
    ) -> None:
        """Write one report with a line for each form."""
        path, lines = self._next_report(), [above]
        for number, form in enumerate(forms, start=1):
            written, mark = self._new(place, form, path, shown=shown, slug="{s}" in line)
            lines.append(_line(line, written, mark, number))
        self._report(path, **{part: "\n".join(lines).lstrip("\n") + "\n"})

    def _alone(self, place: str, form: str, parts: Mapping[str, str], *, shown: bool) -> None:
        """Write a report for one form."""
        path = self._next_report()
        ((part, line),) = parts.items()
        self._report(path, **{part: _line(line, *self._new(place, form, path, shown=shown, slug="{s}" in line))})

    def _next_report(self) -> str:
        return f"{REPORTS}/proef-{len(self.files)}.md"

    def _report(self, path: str, **parts: str) -> None:
        mark = next(self._marks)
        given = {
            "title": f"Een proef met {mark}",
            "front": "",
            "body": "Zo begon de dag.",
            "takeaway": "",
            "mark": mark,
        }
        self.files[path] = REPORT.format(**(given | parts))

    def _file(self, place: str, form: str, file: File, *, number: int = 0) -> None:
        """Write a file for one form, and what belongs to it."""
        written, mark = self._new(place, form, "", shown=file.shown, slug="{s}" in file.path)
        date = dt.date(2025, 9, 24) + dt.timedelta(days=number)
        fill = {"x": written, "s": written, "mark": mark, "n": len(self.files), "i": number, "date": date}
        path = _filled(file.path, fill)
        self.plants[-1] = Plant(**(vars(self.plants[-1]) | {"file": path}))
        self.files[path] = _filled(file.text, fill)
        if file.beside[0]:
            self.files[_filled(file.beside[0], fill)] = _filled(file.beside[1], fill)

    def _pictures(self) -> None:
        """Plant names in all that stands beside the pixels of pictures, in their names, and in pictures nobody shows."""
        colours = iter(ImageColor.colormap)
        for ending, make in MAKERS.items():
            for form in _FILED:
                written, mark = self._new(f"inside a {ending}", form, "", shown=False)
                name, _ = self._new(f"name of a {ending}", form, "", shown=False, slug=True)
                path = f"content/media/{name}.{ending}"
                self.files[path] = make(written, next(colours))
                self.files[f"content/media/los-{name}.{ending}"] = self.files[path]
                for at in (-2, -1):
                    self.plants[at] = Plant(**(vars(self.plants[at]) | {"file": path}))
                self._report(self._next_report(), body=f"![Een vlak met {mark}](../../media/{name}.{ending})")

    def _others(self) -> None:
        """Plant what leads to people without being a name, each in a report of its own."""
        for what, (written, secret) in WRITTEN.items():
            path, mark = self._next_report(), next(self._marks)
            self.plants.append(Plant("paragraph", what, written, (secret,), path, mark, shown=True))
            self._report(path, body=f"Toen was er {written} met {mark}.")

    def write(self, root: Path) -> None:
        """Write the files into a site, and put everybody on its roster; a readable picture lies in `media/bord.png`."""
        for place, (path, text) in SETTINGS.items():
            for form in ("full", "small letters"):
                written, _ = self._new(place, form, path, shown=False)
                with (root / path).open("a", encoding="utf-8") as settings:
                    settings.write(_filled(text, {"x": written, "n": len(self.plants)}))
        for path, data in self.files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data if isinstance(data, bytes) else data.encode())
        painted().save(root / "content/media/bord.png")
        roster = root / "content/roster.yml"
        entries = [{"naam": person.name, "rol": "leerkracht"} for person in self.people]
        entries.append({"naam": "Jorien Wiersma", "rol": "expert", "openbaar": "ja"})
        with roster.open("a", encoding="utf-8") as text:
            yaml.safe_dump({"schools": SCHOOLS, "people": entries}, text, allow_unicode=True)


def _line(line: str, written: str, mark: str, number: int = 1) -> str:
    quoted = "'" + written.replace("'", "''") + "'"
    return line.format(x=written, q=quoted, s=written, mark=mark, n=number)


def _filled(template: str, values: Mapping[str, object]) -> str:
    for key, value in values.items():
        template = template.replace("{" + key + "}", str(value))
    return template
