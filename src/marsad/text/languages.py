"""Which language a text is in: the script by its letters, the language by what only that language has.

Among the languages in Arabic letters neither letters nor words decide alone: Arabic pages typed on Persian
keyboards hold ی and ک, Persian ones hold Arabic words. So each word votes for every language that it is a very
common word of, or that has a letter of its own in it.
"""

import re
from collections import defaultdict
from collections.abc import Mapping

from marsad.text.letters import LETTER, MARK

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[@#][A-Za-z0-9_]+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}\b")
_ARABIC = re.compile(f"[{LETTER}\ufb50-\ufdff\ufe70-\ufefc]+")
_ANY = re.compile(r"[^\W\d_]+")
_ARABIC_WORD = re.compile(f"[{LETTER}{MARK}\u200c]+")
_MARKS = re.compile(f"[{MARK}\u0640]")

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Arab", _ARABIC),
    ("Latn", re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+")),
    ("Cyrl", re.compile("[Ѐ-ӿ]+")),
    ("Hebr", re.compile("[א-ת]+")),
    ("Grek", re.compile("[Ͱ-Ͽἀ-῿]+")),
    ("Kana", re.compile("[ぁ-ヿ]+")),
    ("Hani", re.compile("[一-鿿]+")),
    ("Hang", re.compile("[가-힣]+")),
    ("Deva", re.compile("[ऀ-ॿ]+")),
    ("Armn", re.compile("[Ա-֏]+")),
    ("Syrc", re.compile("[ܐ-ܯ]+")),
    ("Tfng", re.compile("[ⴰ-ⵧ]+")),
)
_ONE_LANGUAGE = {
    "Hebr": "he", "Grek": "el", "Kana": "ja", "Hani": "zh", "Hang": "ko", "Deva": "hi", "Armn": "hy", "Syrc": "syr",
    "Tfng": "zgh",
}  # fmt: skip

_ARABIC_SCRIPT_LETTERS: Mapping[str, str] = {
    "ar": "ةىأإؤٱ",
    "ur": "ٹڈڑےںھہۓ",
    "ckb": "ۆێڵڕڤە",
    "ps": "ټډړښځڅېۍګڼږ",
    "ug": "ېۇۈۋڭەۆ",
    "sd": "ٻڀٺٿڄڃڇڊڌڏڙڦڳڱڻ",
}
_ARABIC_SCRIPT_WORDS: Mapping[str, str] = {
    "ar": "في فی من على علی عن إلى الى إلی الی أن ان إن التي التی الذي الذی هذا هذه ذلك ذلک مع كان کان كانت بعد بين "
    "قبل قد لم لن لا كما کما خلال عند حتى أو او ثم بعض كل کل غير حيث منذ ضد نحو أكد قال وقال وأضاف كانوا يكون ليس لكن "
    "ولا وفي ومن وقد وهو وهي هو هي أي عليه فيه منه له بها لها فيها عليها منها ما أما إذا لدى أكثر سوف يوم",
    "fa": "از به در را که كه این اين است با برای براي آن شد خود های هاي می مي کرد كرد شده بود نیز نيز وی تا هم بر یک "
    "يك اما اگر اگرچه باید دارد کند شود کنند گفت دیگر ديگر همه ها کرده آنها ایران بین پس هر یا چه دو",
    "ur": "کے میں کی ہے اور سے کا کو نے پر یہ کہ ہیں اس وہ بھی تھا ایک لیے تھے گیا نہیں ان ہو کر تھی ہی جو تو گے گی",
    "ckb": "لە بە بۆ کە و ئەو ئەم لەگەڵ بوو کرد هەر دەکات دەکرێت نەک وەک یان هەموو ئەوە لەسەر پێش دوای",
    "ps": "د په کې چې او ته له دی دا هغه کړي وي نه یې کړ سره شوی کوي وو ده یا خپل وروسته",
    "ug": "ۋە بىلەن بۇ ئۇ بىر ئۈچۈن دەپ قىلىش بولغان ھەم كېيىن يىلى ئۇيغۇر دېگەن بولۇپ",
    "sd": "جي ۾ جو ۽ کي آهي ته جا کان تي سان آهن هن هو ان جنهن پر نه ٿو",
}
_WEAK: Mapping[str, str] = {"ar": "يك", "fa": "یکپچژگ"}  # which keyboard was used, foreign sounds
_WEAK_VOTE = 0.3
_LATIN_WORDS: Mapping[str, str] = {
    "en": "the of and to in a is that for on was with as it by said at from are has have be his an",
    "fr": "le la les de des du et en un une est que dans pour qui sur au par pas il plus avec ce sont a",
    "de": "der die das und in den von zu mit des auf für ist im dem nicht ein eine als auch sich",
    "es": "el la de que y en los del se las por un para con una su al es lo como más",
    "it": "il di che e la in un per del non una della con si le dei sono da al gli",
    "pt": "o de que e do da em um para com não uma os no se na por mais dos as",
    "tr": "ve bir bu için ile de da olarak olan daha çok gibi sonra kadar ise dedi",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er die om",
    "id": "yang dan di dari untuk dengan ini pada itu dalam tidak akan ke adalah oleh",
    "ku": "û li ku ji bi di de ev wê xwe jî bo ew ye hat",
    "sv": "och att det som en på är av för med den till inte om har ett",
    "sq": "dhe të në për me një që nga është e i së ka",
    "so": "ee iyo in uu oo ka ku la waxa ah ay soo",
}


def _index(words: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for language, line in words.items():
        for word in line.split():
            index[word] = (*index.get(word, ()), language)
    return index


_ARABIC_SCRIPT_INDEX = _index(_ARABIC_SCRIPT_WORDS)
_LATIN_INDEX = _index(_LATIN_WORDS)
_LETTER_SETS = tuple((language, re.compile(f"[{letters}]")) for language, letters in _ARABIC_SCRIPT_LETTERS.items())
_ARTICLE = re.compile("(?:[وف]?[بك]?ال|[وف]?لل)..")
_WEAK_SETS = tuple((language, re.compile(f"[{letters}]")) for language, letters in _WEAK.items())


def arabic_share(text: str) -> float:
    """The share of letters of the Arabic script among all letters, 0 to 1; 0 for a text without letters."""
    letters = _count(_ANY, text)
    return _count(_ARABIC, text) / letters if letters else 0.0


def identify(text: str) -> str:
    """The language of a plain text as ISO 639 code; "und" where nothing decides.

    The script with most letters decides first (addresses, hash tags and user names not counted), so an Arabic
    text with Latin names is "ar" and an English page with Arabic quotations "en".
    """
    text = _ADDRESS.sub(" ", text)
    script, letters = max(((name, _count(pattern, text)) for name, pattern in _SCRIPTS), key=lambda pair: pair[1])
    if not letters:
        return "und"
    if script == "Arab":
        return _in_arabic_letters(text)
    if script == "Latn":
        return _most(_votes(_ANY.findall(text.lower()), _LATIN_INDEX)) or "und"
    if script == "Cyrl":
        return "uk" if re.search("[іїєґ]", text) else "ru"
    return "ja" if script == "Hani" and re.search("[ぁ-ヿ]", text) else _ONE_LANGUAGE[script]


def _in_arabic_letters(text: str) -> str:
    words = [_MARKS.sub("", word) for word in _ARABIC_WORD.findall(text)]
    votes = _votes(words, _ARABIC_SCRIPT_INDEX)
    votes["ar"] += sum(1 for word in words if _ARTICLE.match(word))
    for language, letters in _LETTER_SETS:
        votes[language] += sum(1 for word in words if letters.search(word))
    for language, letters in _WEAK_SETS:
        votes[language] += _WEAK_VOTE * sum(1 for word in words if letters.search(word))
    return _most(votes) or "ar"


def _votes(words: list[str], index: Mapping[str, tuple[str, ...]]) -> defaultdict[str, float]:
    votes: defaultdict[str, float] = defaultdict(float)
    for word in words:
        for language in index.get(word, ()):
            votes[language] += 1
    return votes


def _most(votes: Mapping[str, float]) -> str:
    best = max(votes, key=lambda language: votes[language], default="")
    return best if best and votes[best] else ""


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))
