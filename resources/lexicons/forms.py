"""The table of all forms: by letters without hamza, what they may be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from marsad.text.conjugation import Inflection, Verb, conjugate

_KEY = str.maketrans("أإآىةؤئ", "ااايهوي")
_CODES = {"perfect": "p", "imperfect": "i", "masdar": "m", "participle": "a", "object-participle": "o"}


_FINITE = frozenset({"perfect", "imperfect"})
WHOLE = "*"
PREFIX = 2  # letters by which the keys of the table are gathered in its lines
Homographs = Mapping[tuple[str, str, str], str]


def verb_forms(verbs: Iterable[Verb], homographs: Homographs) -> list[list[str]]:
    """The rows, sorted: the first two letters of keys, then each key with its forms, all set apart by spaces.

    A form is `lemma:code[:letters]`, its code having one sign per feature; "*" says that the word is never cut.
    """
    found: dict[str, set[str]] = defaultdict(set)
    lines: dict[str, list[str]] = defaultdict(list)
    keyed = {(form.translate(_KEY) if lemma == "*" else form, lemma, part): action
             for (form, lemma, part), action in homographs.items()}  # fmt: skip
    for verb in verbs:
        for letters, forms in _by_letters(conjugate(verb)).items():
            key = letters.translate(_KEY)
            for form, voices in forms.items():
                action = _action(keyed, letters, verb.perfect, form[0])
                if action == "drop" or (form[1:4] == (3, "f", "p") and (form[0], 3, "m", "s", form[4]) in forms):
                    continue  # أعلن is hardly ever the feminine plural أعلنّ
                rare = action == "rare" or (form[3] == "d" and letters.endswith("يا"))  # قويا is no dual of قوّى
                code = _code(form, voices) + ("?" if rare else "")
                found[key].add(":".join([verb.perfect, code, *([letters] if letters != key else [])]))
    for (key, _, _), action in keyed.items():
        if action == "whole":
            found[key].add(WHOLE)
    for key, cells in sorted(found.items()):
        lines[key[:PREFIX]].append(" ".join([key, *sorted(cells)]))
    return [[prefix, *cells] for prefix, cells in lines.items()]


Form = tuple[str, int, str, str, str]  # part, person, gender, number, state


def _by_letters(inflections: Iterable[Inflection]) -> dict[str, dict[Form, set[str]]]:
    found: dict[str, dict[Form, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in inflections:
        found[one.letters][one.part, one.person, one.gender, one.number, one.state].add(one.voice)
    return found


def _action(homographs: Homographs, letters: str, lemma: str, part: str) -> str:
    """What is to be done with a form: the first of the rules from its own verb and part to all."""
    parts = (part, "finite" if part in _FINITE else "nominal", "*")
    cases = [(letters, lemma, one) for one in parts] + [(letters.translate(_KEY), "*", one) for one in parts]
    return next((homographs[case] for case in cases if homographs.get(case, "whole") != "whole"), "")


def _code(form: Form, voices: set[str]) -> str:
    part, person, gender, number, state = form
    voice = (next(iter(voices)) or "-")[0] if len(voices) == 1 else "-"
    return f"{_CODES[part]}{person}{gender or '-'}{number or '-'}{voice}{state}"
