"""The table of all forms: by letters without hamza, what they may be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from marsad.text.conjugation import Inflection, Verb, conjugate

_KEY = str.maketrans("أإآىةؤئ", "ااايهوي")
_CODES = {"perfect": "p", "imperfect": "i", "masdar": "m", "participle": "a", "object-participle": "o"}


def verb_forms(verbs: Iterable[Verb], homographs: Mapping[tuple[str, str, str], str]) -> list[list[str]]:
    """The rows, sorted: key, and its forms as `lemma:code[:letters]`, a code having one sign per feature."""
    found: dict[str, set[str]] = defaultdict(set)
    for verb in verbs:
        for letters, forms in _by_letters(conjugate(verb)).items():
            key = letters.translate(_KEY)
            for form, voices in forms.items():
                action = _action(homographs, letters, verb.perfect, form[0])
                if action == "drop" or (form[1:4] == (3, "f", "p") and (form[0], 3, "m", "s", form[4]) in forms):
                    continue  # أعلن is hardly ever the feminine plural أعلنّ
                code = _code(form, voices) + ("?" if action else "")
                found[key].add(":".join([verb.perfect, code, *([letters] if letters != key else [])]))
    return [[key, " ".join(sorted(cells))] for key, cells in sorted(found.items())]


Form = tuple[str, int, str, str, str]  # part, person, gender, number, state


def _by_letters(inflections: Iterable[Inflection]) -> dict[str, dict[Form, set[str]]]:
    found: dict[str, dict[Form, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in inflections:
        found[one.letters][one.part, one.person, one.gender, one.number, one.state].add(one.voice)
    return found


def _action(homographs: Mapping[tuple[str, str, str], str], letters: str, lemma: str, part: str) -> str:
    return homographs.get((letters, lemma, part)) or homographs.get((letters, lemma, "*"), "")


def _code(form: Form, voices: set[str]) -> str:
    part, person, gender, number, state = form
    voice = (next(iter(voices)) or "-")[0] if len(voices) == 1 else "-"
    return f"{_CODES[part]}{person}{gender or '-'}{number or '-'}{voice}{state}"
