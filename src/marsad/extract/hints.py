"""What tags, classes and ids say about a block: words that web designers of Arabic sites use.

A name is cut at capitals, hyphens, underscores and digits, and its words are tried alone and joined by two and three.
"""

import re
from functools import lru_cache

from marsad.extract.lines import Hint

TAG_HINTS: dict[str, Hint] = {
    "nav": "menu", "figcaption": "caption", "aside": "aside", "footer": "menu", "li": "list-item", "menu": "menu",
    "time": "date", "dialog": "widget",
}  # fmt: skip
# Words of class, id and itemprop, as web designers of Arabic sites write them. A name is cut at capitals,
# hyphens, underscores and digits; the first hint that fits in this order of kinds is not exclusive.
_CLASS_WORDS: dict[Hint, str] = {
    "body": "articlebody entrycontent postcontent articlecontent storybody storycontent newsbody newscontent articletext "
    "newstext posttext detailsbody newsdetails articledetails fulltext maincontent itemfulltext contentbody bodytext "
    "contenttext articlefull postbody entrybody nodebody fieldnamebody topiccontent newsdescription paragraphlist thecontent "
    "singlecontent tdpostcontent jegcontent cmsbody wysiwyg storytext newsstory",
    "comment": "comment comments disqus respond commentlist fbcomments reply replies talkback",
    "related": "related relatednews relatedposts relatedarticles readmore readalso seealso also recommend recommended recommendation "
    "recommendations outbrain taboola mgid suggested suggestions similar moreon morenews youmaylike crosslink crosslinks jprelatedposts yarpp readnext inlinerelated relatednews moretopics moreposts",
    "share": "share sharing sharer sharebar addthis addtoany social socials sharedaddy sharebuttons socialshare shareicons heateor tools toolbar printer textsize fontsize a2a sharethis socialicons toolsbar articletools viewcount views readingtime",
    "advert": "ad ads adv advert advertisement advertising adsbygoogle adunit adslot adbox sponsor sponsored dfp gpt banner banners adcontainer inarticlead adspace",
    "tags": "topics tags tag tagcloud keywords taglist posttags articletags hashtags tagslist",
    "menu": "nav navbar navigation menu menus topbar mainmenu submenu megamenu pagination pager paging sitemap skiplink toolbarmenu offcanvas hamburger mainnav topnav footernav footer sitefooter pagefooter bottombar",
    "aside": "sidebar aside rightcol leftcol sidecol mostread mostpopular mostviewed popular trending latest latestnews breakingnews ticker newsticker urgent morearticles prevnext nextprev prevpost nextpost navlinks postnav otherarticles othernews carousel slider slick owl teaser teasers headlines newslist widgetarea mostcommented editorpicks topstories",
    "widget": "weather prayer prayers currency currencies exchange poll vote voting survey stock stocks calendar cookie cookies consent gdpr modal popup login signin register searchform searchbox",
    "plea": "newsletter subscribe subscription followus follow googlenews appdownload joinus notification",
    "caption": "caption figcaption imgcap imgcaption photocap piccap imagecaption photocaption wpcaptiontext mediacaption piccaption phototitle imgtitle imagetitle photocredit imgcredit credit piccomment imgdesc imgtext",
    "byline": "bio authorbio aboutauthor writerbio author authors byline writer writers reporter authorname writername postauthor editor authorbox createdby journalist vcard",
    "source": "newssource articlesource sourcename agency",
    "date": "date dates datetime time timestamp published publishdate pubdate postdate articledate entrydate newsdate createdate created modified updated lastupdate postedon metadate dateline",
    "section": "breadcrumb breadcrumbs crumb crumbs bread category categories section sectionname catname postcategory kicker articlesection rubric cat supertitle",
    "headline": "headline entrytitle posttitle articletitle newstitle storytitle pagetitle maintitle titlenews titlearticle",
    "lead": "lead standfirst intro summary abstract excerpt deck subtitle subheadline introtext synopsis teasertext articlesummary chapo",
    "legal": "copyright copyrights copy legal",
}  # fmt: skip
_WORD_HINTS: dict[str, tuple[Hint, ...]] = {}
for _hint, _words in _CLASS_WORDS.items():
    for _word in _words.split():
        _WORD_HINTS[_word] = (*_WORD_HINTS.get(_word, ()), _hint)
# Whole names only: `field-label-hidden` hides a label, not the field.
_HIDDEN_NAMES = frozenset({
    "hidden", "hide", "d-none", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "print-only",
    "printonly", "element-invisible", "is-hidden",
})  # fmt: skip
_CUT = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+")
_LONGEST_NAME = 120  # class attributes of frameworks run to kilobytes; the first words tell
_LONGEST_COMPOUND = 3


@lru_cache(maxsize=8192)
def name_hints(name: str) -> frozenset[Hint]:
    """What one class, id or itemprop name says, tried as single words and as two or three joined ones."""
    words = [w.lower() for w in _CUT.findall(name[:_LONGEST_NAME])]
    found: set[Hint] = set()
    for size in range(1, _LONGEST_COMPOUND + 1):
        for at in range(len(words) - size + 1):
            found.update(_WORD_HINTS.get("".join(words[at : at + size]), ()))
    return frozenset(found)


@lru_cache(maxsize=8192)
def names_hints(names: str) -> frozenset[Hint]:
    found: set[Hint] = set()
    for name in names.split()[:12]:
        found |= name_hints(name)
        if name.lower() in _HIDDEN_NAMES:
            found.add("hidden")
    if "body" in found:
        found -= {"headline", "section", "date", "tags", "caption"}
    return frozenset(found)
