"""Which language a text is in: the script by its letters, the language by what only that language has.

Among the languages in Arabic letters neither letters nor words decide alone: Arabic pages typed on Persian
keyboards hold ی and ک, Persian ones hold Arabic words. So each very common word votes for the languages that have
it, each letter for the one language that it belongs to.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from marsad.text.letters import LETTER, MARK

_ENOUGH = 20_000  # code points that are enough to tell
_ADDRESS = re.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}+[.:/@][!-~]+")
_HANDLE = re.compile("[@#][A-Za-z0-9_]+")
_FORM_LETTERS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfb\ufe70-\ufe74\ufe76-\ufefc"
_ARABIC = re.compile(f"[{LETTER}{_FORM_LETTERS}]")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC_WORD = re.compile(f"[{LETTER}\u200c]+")
_MARKS = re.compile(f"[{MARK}\u0640]")

_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_OTHERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("he", re.compile("[א-ת]")),
    ("el", re.compile("[Ͱ-Ͽἀ-῿]")),
    ("zh", re.compile("[一-鿿]")),
    ("ko", re.compile("[가-힣]")),
    ("hi", re.compile("[ऀ-ॿ]")),
    ("hy", re.compile("[Ա-֏]")),
    ("syr", re.compile("[ܐ-ܯ]")),
    ("zgh", re.compile("[ⴰ-ⵧ]")),
)
_KANA = re.compile("[ぁ-ヿ]")
_UKRAINIAN = re.compile("[іїєґ]")

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
    "ولا وفي ومن وقد وهو وهي هو هي أي عليه فيه منه له بها لها فيها عليها منها به ما أما إذا لدى أكثر سوف يوم",
    "fa": "از به در را که كه این اين است با برای براي آن شد خود های هاي می کرد شده بود نیز نيز وی تا بر یک "
    "يك اما اگر اگرچه باید دارد کند شود کنند گفت دیگر ديگر همه ها کرده آنها بین پس هر یا چه",
    "ur": "کے میں کی ہے اور سے کا کو نے پر یہ کہ ہیں اس وہ بھی تھا ایک لیے تھے گیا نہیں ہو کر تھی ہی گے گی",
    "ckb": "لە بە بۆ کە ئەو ئەم لەگەڵ بوو کرد هەر دەکات دەکرێت نەک وەک یان هەموو ئەوە لەسەر پێش دوای",
    "ps": "د په کې چې او ته له دی هغه کړي وي نه یې کړ سره شوی کوي وو یا خپل وروسته",
    "ug": "ۋە بىلەن بۇ ئۇ بىر ئۈچۈن دەپ قىلىش بولغان ھەم كېيىن يىلى ئۇيغۇر دېگەن بولۇپ",
    "sd": "جي ۾ جو ۽ کي آهي کان آهن هو جنهن پر ٿو",
}
_WEAK: Mapping[str, str] = {"ar": "يك", "fa": "یکپچژگ"}  # which keyboard was used, foreign sounds
_WEAK_VOTE = 0.9  # all of it together: less than one word
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
_ARTICLE = re.compile(f"(?<![{LETTER}])(?:[وف]?[بك]?ال|[وف]?لل)[{LETTER}]{{2}}")


def arabic_share(text: str) -> float:
    """The share of letters of the Arabic script among all letters, 0 to 1; 0 for a text without letters."""
    letters = _letters(text)
    return _count(_ARABIC, letters) / letters.total() if letters else 0.0


def identify(text: str) -> str:
    """The language of a plain text as ISO 639 code; "und" where nothing decides.

    The script with most letters decides first (addresses, hash tags and user names not counted), so an Arabic
    text with Latin names is "ar" and an English page with Arabic quotations "en". The first 20,000 characters
    are read.
    """
    text = _HANDLE.sub(" ", _ADDRESS.sub(" ", text[:_ENOUGH]))
    letters = _letters(text)
    arabic, latin, cyrillic = (_count(pattern, letters) for pattern in (_ARABIC, _LATIN, _CYRILLIC))
    most = max(arabic, latin, cyrillic, letters.total() - arabic - latin - cyrillic)
    if not most:
        return "und"
    if most == arabic:
        return _in_arabic_letters(text, letters)
    if most == latin:
        votes = _votes(_WORD.findall(text.lower()), _LATIN_INDEX)
        return max(votes, key=lambda language: votes[language], default="und")
    if most == cyrillic:
        return "uk" if _UKRAINIAN.search(text) else "ru"
    if _KANA.search(text):
        return "ja"
    count, language = max((_count(pattern, letters), language) for language, pattern in _OTHERS)
    return language if count else "und"


def _in_arabic_letters(text: str, letters: Counter[str]) -> str:
    text = _MARKS.sub("", text)
    votes = _votes(_ARABIC_WORD.findall(text), _ARABIC_SCRIPT_INDEX)
    votes["ar"] += len(_ARTICLE.findall(text))
    for language, own in _ARABIC_SCRIPT_LETTERS.items():
        votes[language] += sum(letters[letter] for letter in own)
    weak = {language: sum(letters[letter] for letter in own) for language, own in _WEAK.items()}
    for language, count in weak.items():
        votes[language] += _WEAK_VOTE * count / max(sum(weak.values()), 1)
    return max(("ar", *votes), key=lambda language: votes[language])


def _letters(text: str) -> Counter[str]:
    """How often each letter occurs."""
    return Counter({char: count for char, count in Counter(text).items() if char.isalpha()})


def _count(pattern: re.Pattern[str], letters: Counter[str]) -> int:
    return sum(count for char, count in letters.items() if pattern.match(char))


def _votes(words: list[str], index: Mapping[str, tuple[str, ...]]) -> defaultdict[str, float]:
    votes: defaultdict[str, float] = defaultdict(float)
    for word in words:
        for language in index.get(word, ()):
            votes[language] += 1
    return votes
