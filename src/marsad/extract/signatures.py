"""Names that stand alone at the ends of a text: a columnist's above it, a signature below."""

from marsad.extract.facts import Scene
from marsad.extract.html import HEADINGS
from marsad.extract.lines import Line, letters
from marsad.extract.names import is_place, is_surely_name, may_be_name
from marsad.extract.parts import undated


def last_name(body: list[Line], after: list[Line], leaving: list[Line]) -> list[str]:
    """A name alone under the text, or above a note about the writer."""
    if not body:
        return []
    for line in after[:2]:  # `هلا الحداد الاثنين 18 تشرين الثاني 2019`
        name = undated(line.text)
        if line.reason in {None, "other", "dateline"} and name != line.text and is_surely_name(name):
            return [name]
    lines = [*body[-2:], *(line for line in after[:2] if line.reason in {None, "other", "byline"})]
    for number, line in enumerate(lines):
        signed = is_surely_name(line.text) or (line.bold and not body[0].bold and may_be_name(line.text))
        if line.words > 4 or line.links or line is body[0] or not signed or line.text.endswith("."):
            continue
        if _in_list(line, body) or (line.text[0] in "-–—•●*" and line in body):
            return []
        inside = {other.number for other in body}
        leaving.extend(other for other in lines[number:] if other.number in inside)
        for other in lines[number:]:
            other.reason = other.reason or "byline"
        return [line.text]
    return []


_SENTENCE_WORDS = 9


def first_name(scene: Scene, leaving: list[Line]) -> list[str]:
    """A name alone as the first line of the text: a columnist's; bold, if the headline holds it."""
    body = scene.body
    if len(body) < 3 or body[0].words > 5 or body[1].words < _SENTENCE_WORDS:
        return []
    first = body[0]
    behind = scene.sheet.lines[first.number + 1]
    if first.tag in HEADINGS and behind.reason != "dateline" and "date" not in behind.hints:
        return []
    heading = first.bold and letters(first.key.removeprefix("د. ")) not in scene.key
    if heading or not is_surely_name(first.text) or is_place(first.text):
        return []
    first.reason = "byline"
    leaving.append(first)
    return [first.text]


def _in_list(line: Line, body: list[Line]) -> bool:
    """Whether a name stands in a list of names of the text: an item of one, or behind a colon or another name."""
    at = next((at for at, other in enumerate(body) if other is line), 0)
    above = body[at - 1].text if at else ""
    return at > 0 and (line.tag == "li" or above.endswith(":") or is_surely_name(above))


def name_above(scene: Scene) -> list[str]:
    """A name alone right above the text of a dump, of whom the text doesn't speak: a caption names whom it shows."""
    if not scene.sheet.is_dump or not scene.body or not scene.body[0].number:
        return []
    line = scene.sheet.lines[scene.body[0].number - 1]
    if line.reason not in {None, "other"} or line.label or not is_surely_name(line.text) or is_place(line.text):
        return []
    last = line.key.split(" ")[-1]
    if last in scene.key or any(last in other.key for other in scene.body):
        return []
    line.reason = "byline"
    return [line.text]
