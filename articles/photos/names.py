"""Telling a person's name from a body's name, by the words they are built of. Pure."""

import re
import unicodedata

_PARTICLES_TEXT = """
de da do dos das del della delle dello dei degli di du des d la le las los lo el al ul bin ibn bint abu
ben van von vom zu zur zum der den ten ter te op af av i y e st ap mac mc ó ní nic ua ou an
"""
PARTICLES = frozenset(_PARTICLES_TEXT.split())
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "phd", "md", "obe", "mbe"])
_SMALL_TEXT = """
of the for and & in at on to und für fur im am et pour sur aux au à a en con para por per e och og for
voor met van het bei beim ja dla i na
"""
_SMALL = PARTICLES | frozenset(_SMALL_TEXT.split())
_RANKS_TEXT = """
sgt cpl lt col capt maj gen pfc spc cpt adm cmdr tech mass airman sra ssgt msgt sfc pvt dr mr mrs ms
prof staff senior master petty chief seaman rev sir spec specialist 1st 2nd 3rd class lance
communication sergeant corporal private lieutenant captain major colonel aviation photographer's mate
"""
_RANKS = frozenset(_RANKS_TEXT.split())
_RANK_CLASS = re.compile(r"\b(?:1st|2nd|3rd|first|second|third) class\b", re.IGNORECASE)

# A name that holds one of these words is a body's. Gathered from the institutions that hand out pictures.
_BODY_WORDS_TEXT = """
academy administracion administration agence agencia agency airlines airport airways alliance ambulance
aquarium archiv archive archives archivio archivo army arts asociacion assembleia assembly association
associazione athletics attorney authority ayuntamiento ballet bataillon battalion board bombeiros
bomberos borough brewery brigade bundesamt bundespolizei bundeswehr bureau campaign carabinieri
cathedral center central centre centro chamber charity choir cinema circus city class club coast
coastguard collection collective college comando comissao command commission committee community company
comune congress consortium constabulary consulate corp corporation corps council county court crescent
criminal câmara defence defense departement department dept development diocese district division ebay
embassy emergency energy enterprises exploration family federal federation ferries festival
feuerwehr film films fire firefighters fisheries fleet football force forces forestry forum foundation
fundacion fédération gallery gardens gmbh gobierno gov government governo group gruppe guard guards
handout harbour health heritage highway historical history hospital inc industries initiative
institut institute instituto interior international investigation jail juzgado kabinett laboratories
laboratory labs landtag lawyers league libraries library lifeboat limited llc llp ltd mairie
management marines maritime media medical memorial meteorological military militia ministerio
ministerium ministero ministry ministère ministério mission motors mountain municipal municipality
museen museo museu museum music musée nasa national nations navy network observatory office opera
orchestra organisation organization parish parlament parlement parliament partners party patrol
philharmonic planetarium players police policía polizei polizeipräsidium polizia polícia prefeitura
prefettura presidencia presidency presidential press prison prisons production productions program
project properties protection province préfecture public rail railway railways ranch rangers records
region regional registry relations rescue research reserve resort restaurant salvamento school schools
science secretaria secretariat securities security senate service services servizio sheriff sheriff's
sheriff’s shipyard society software space spacex stadt stadtarchiv station steam stiftung studio studios
symphony team technologies technology television theater theatre tourism tours town
township trade traffic transit transport travel treasury tribunal troop troops trust tv union
universal universidad universidade university università universität université urban utilities venture
verein vigili village volunteers weather werk wetteramt wildlife wineries workers works workshop
zoo zoological
architects architecture farm farms monastery synagogue mosque hotel bakery winery vineyard vineyards estates
hospice clinic palace aviation airline air logistics electric insurance holdings ventures solutions systems
design designs creative consulting consultants engineering engineers builders construction homes housing
realty developers developments associates racing rugby cricket sailing rowing regatta marathon athletic sports
championship tournament fc afc rovers dance band entertainment distribution channel radio podcast magazine
books publishing publishers campus faculty telescope survey geological geographic satellite imaging
governor's governor’s mayor's mayor’s kremlin prosecutors prosecution sheriffs marshals nato unicef caritas
greenpeace oxfam bros hulu hbo lionsgate marvel pixar mgm searchlight dreamworks miramax showtime
residents neighbourhood neighbors neighbours friends families google apple microsoft amazon
netflix disney paramount airbus boeing tesla maxar copernicus geograph gemeinde landkreis verband schule
hochschule klinik krankenhaus staatsanwaltschaft landesamt rathaus ville commune région département comité
école gendarmerie pompiers société questura protezione regione provincia diputación junta generalitat
fiscalía alcaldía municipalidad guardia ejército armada fundación asociación teatro polizia gemeente politie
brandweer stichting provincie kommune politi politiet forsvaret regjeringen polisen räddningstjänsten stad
museet kaupunki poliisi urząd policja straż muzeum gmina úřad policie hasiči collective collectif choirs
spokesperson spokesperson's spokesperson’s spokesman unit idf rnli rspca nypd lapd uscg rspb cctv electronics
democrats republicans conservatives labour conservative liberal socialists greens
a24 midjourney chatgpt openai dall·e dall firefly
cathedral festivals orchestra railway trams buses ferries lifeboats rescue mining shipping
shipbuilders breweries distillery dairy cooperative co-operative borders
usgs noaa unhcr wfp undp unesco msf icrc ifrc iaea cern eso esa jaxa isro fbi fema ntsb cdc nih jpl caltech nrao
stadtwerke stadtverwaltung landeshauptstadt bezirk bistum kirche bauhof
humas pemkot pemkab pemprov polda polres polsek polri kementerian kemenhub dinas basarnas bnpb bpbd tni
bakanlığı belediyesi valiliği emniyeti jandarma üniversitesi itfaiyesi müdürlüğü cumhurbaşkanlığı
komenda kancelaria ministerstwo miasto starostwo uniwersytet sejm ministerstvo univerzita kraj město mesto hzs
rendőrség katasztrófavédelem minisztérium önkormányzat egyetem poliția primăria ministerul guvernul jandarmeria igsu
mup vlada hgss rijkswaterstaat veiligheidsregio pelastuslaitos yliopisto ministeriö räddningstjänst länsstyrelsen
мвд министерство мчс полиция пресс служба прокуратура правительство администрация кремль музей театр университет суд
фонд дснс поліція міністерство офіс ова мва υπουργείο αστυνομία δήμος πυροσβεστική وزارة شرطة رئاسة جامعة מִשְׂרַד משטרת
"""
_NETWORKS_TEXT = """
facebook instagram telegram tiktok twitter youtube weibo linkedin whatsapp snapchat reddit bluesky threads mastodon
vk vkontakte вконтакте телеграм telegramm 微博 微信 wechat kakaotalk tumblr vimeo twitch pinterest signal discord x
"""
NETWORKS = frozenset(_NETWORKS_TEXT.split())
BODY_WORDS = frozenset(_BODY_WORDS_TEXT.split()) | (NETWORKS - {"x", "threads", "signal", "vk"})
# Firms whose names are built as people's are.
_FIRMS_TEXT = """
white house,downing street
land rover,aston martin,virgin atlantic,red bull,blue origin,harley davidson,louis vuitton,calvin klein,ralph lauren
john lewis,morgan stanley,goldman sachs,wells fargo,capital one,rolls royce,mercedes benz,alfa romeo,burger king
best buy,home depot,taco bell,pizza hut,rocket lab,relativity space,lucid air,ted baker,hugo boss,dolce gabbana
warner brothers,paramount plus,epic games,riot games,electronic arts,square enix,general electric,standard chartered
"""
_FIRMS = frozenset(firm.strip() for firm in _FIRMS_TEXT.replace("\n", ",").split(",") if firm.strip())
_NUMERALS = frozenset(["II", "III", "IV"])
_NO_SURNAMES_TEXT = """
live news online digital daily images photos pictures media print prints art arts store shop app
collective labs team official online guide maps earth street sky sea world global international national
penguin random house star post brothers features video lighthouse century diario voz atelier gazeta valley island
harbour port times echo el la les los il
"""
_NO_SURNAMES = frozenset(_NO_SURNAMES_TEXT.split())
_OFFICES_TEXT = """
president governor mayor minister senator premier chancellor representative congressman congresswoman actor actress
singer rapper comedian author coach striker midfielder defender goalkeeper councillor ambassador secretary king
queen prince princess pope
"""
_OFFICES = frozenset(_OFFICES_TEXT.split())
_UNSPOKEN = re.compile(r"\b[BCDFGHJKLMNPQRSTVWXZ]{3,5}\b")  # an abbreviation: no name is all consonants
# `Rijksmuseum`, `Staatsgalerie`: the languages that build one word of two end a body's name so.
_BODY_END = re.compile(
    r"\w*(?:muse(?:um|et|o|i|e)|galler(?:y|ies|iet|i)|galer(?:i|ie|ija|ía|ía)|librar(?:y|ies)|bibliothe(?:k|ek|que|ca)"
    r"|biblioteka?|archives?|universit(?:y|ies|ät|eit|é|et|ets|etet)|hochschule|institute?[nt]?|kunsthalle|pinakothek"
    r"|ministerium|gesellschaft|verein|verband|behörde|amt(?<!kamt)|theater|verwaltung|feuerwehr|bundesanstalt)"
)
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EAST_ASIAN_BODY = re.compile(
    r"(?:市|区|區|県|省|局|署|庁|委员会|公司|大学|大學|博物[馆館]|研究所|協会|协会|消防|警察|政府|部|院|通信社|新聞社?|新聞網|日报|新闻|网"
    r"|시|시청|구청|도청|군청|경찰서|소방서|경찰청|대학교|위원회|공사|재단|신문|뉴스)$"
)
_INITIAL = re.compile(r"\b[^\W\d_]\. ")
_NEVER_FIRST_TEXT = "the what how why when where which this that these those here there our your we you they more all"
_NEVER_FIRST = frozenset(_NEVER_FIRST_TEXT.split())
_HANDLE = re.compile(r"@[\w.]+|(?=\w*[a-z]\w*[\d_])[A-Za-z]\w{3,}")
_TOKEN_EDGES = "“”\"'‘’«»,"


def _is_initials(token: str) -> bool:
    """`D.`, `J.R.`, `Chr.`: capitals with points, or a very short cut word."""
    return token.endswith(".") and len(token) <= 5 and token[0].isupper()


def _is_capitalised(token: str) -> bool:
    """Whether the token starts as a name does; letters of scripts without case count as capitals."""
    head = token[0]
    if head in "’'‘" and len(token) > 1:
        head = token[1]
    if token[:2].casefold() in {"d’", "d'", "l’", "l'"} and len(token) > 2:
        head = token[2]
    if "-" in token[:4] and token[0].islower():
        head = token.split("-", 1)[1][:1] or "-"
    return head.isalpha() and not head.islower()


def _is_letter(char: str) -> bool:
    return char.isalpha() or char in "-’'‘.·‐‑`ʼʻ・" or unicodedata.category(char)[0] == "M"


def _is_caseless_name(text: str) -> bool:
    """Scripts without case: a name is short, and in East Asia holds no particle and no word for an institution."""
    tokens = text.replace("・", " ").replace("·", " ").split()
    longest = max(map(len, tokens))
    if not _EAST_ASIAN.search(text):
        return len(tokens) <= 4 and longest <= 14
    return len(tokens) <= 3 and longest <= 6 and not _EAST_ASIAN_BODY.search(text) and not set("のはをにが") & set(text)


def _is_name_token(token: str) -> bool:
    bare = token.strip(_TOKEN_EDGES)
    if bare.casefold() in _RANKS:
        return True
    if not bare or any(c.isdigit() for c in bare):
        return False
    if bare.endswith("."):
        return _is_initials(bare) or bare.rstrip(".").casefold() in _RANKS | _SUFFIXES
    return _is_capitalised(bare) and all(map(_is_letter, bare))


def words_of(text: str) -> list[str]:
    return text.casefold().replace("’s", "").replace("'s", "").replace(".", " ").replace("-", " ").split()


def has_body_word(text: str) -> bool:
    """Whether one of the words names an institution."""
    words = (word.strip(",()“”\"'") for word in words_of(text))
    return any(word in BODY_WORDS or _BODY_END.fullmatch(word) for word in words)


def is_handle(text: str) -> bool:
    """Whether it is the name of somebody's account: `@tarn.end`, `tarnend77`."""
    return bool(_HANDLE.fullmatch(text))


def is_person(text: str) -> bool:
    """Whether the text is built as a person's name: capitalised words, initials, particles between; or an account's."""
    if is_handle(text):
        return True
    if text.replace("-", " ").casefold() in _FIRMS:
        return False
    tokens = text.split()
    if len(tokens) > 1 and tokens[0].casefold() in _NEVER_FIRST:
        return False
    if not 1 <= len(tokens) <= 9 or len(text) > 80 or has_body_word(_RANK_CLASS.sub("", text)):
        return False
    if is_network(text) or (len(tokens) > 1 and _UNSPOKEN.match(tokens[0]) and not text.isupper()):
        return False
    if text.lower() == text.upper() and not _is_caseless_name(text):
        return False
    small = [t.casefold() in PARTICLES and not t[0].isupper() for t in tokens]
    if small[-1] or (len(tokens) > 1 and all(small)):
        return False
    return all(is_small or _is_name_token(t) for t, is_small in zip(tokens, small, strict=True)) and not (
        len(tokens) == 1 and is_acronym(text)
    )


def may_be_body(name: str) -> bool:
    """Whether a name built as a person's could as well be a body's (`Hallam SES`, `Dent Live`), or be of somebody
    who stands in the picture or sends it out rather than take it (`President Jane Doe`)."""
    tokens = name.split()
    if name.isupper() or len(tokens) < 2 or is_handle(name):
        return False
    is_cut = any(t.isupper() and t.isalpha() and len(t) == 3 and t not in ("III", "VII") for t in tokens)
    is_service = (
        tokens[-1].isupper() and tokens[-1].isalpha() and len(tokens[-1]) in (2, 3) and tokens[-1] not in _NUMERALS
    )
    words = {t.casefold().strip(".,") for t in tokens}
    return is_cut or is_service or bool(words & _NO_SURNAMES) or tokens[0].casefold().strip(".,") in _OFFICES


def is_network(text: str) -> bool:
    """Whether it is a social network: it passes pictures on, and nobody takes them for it."""
    return text.casefold().removesuffix(".com") in NETWORKS


def is_acronym(text: str) -> bool:
    """`NASA`, `U.S.`: one word of two to six Latin or Cyrillic capitals."""
    bare = text.replace(".", "").replace("-", "").replace("&", "")
    is_mixed = len(bare) == 3 and bare[0].isupper() and bare[1].islower() and bare[2].isupper()  # `MoD`
    return 2 <= len(bare) <= 6 and bare.isalpha() and (bare.isupper() or is_mixed) and " " not in text


def is_address(text: str) -> bool:
    """A web address: `ebersfeld.example`."""
    return " " not in text and (text.startswith(("http", "www.")) or bool(re.search(r"\w\.\w{2,}$", text)))


def is_title_case(text: str) -> bool:
    """Whether each word is capitalised, a number or a small joining word, and one at least is capitalised."""
    tokens = [t.strip("“”\"'‘’«»,()") for t in text.split()]
    tokens = [t for t in tokens if t]
    if (
        not 1 <= len(tokens) <= 12
        or tokens[-1].casefold() in _SMALL - {"i", "e", "a"}
        or ". " in _INITIAL.sub("", text)
    ):
        return False
    fits = [t.casefold() in _SMALL or t[0].isdigit() or t[0] == "@" or _is_capitalised(t) for t in tokens]
    return all(fits) and any(_is_capitalised(t) for t in tokens)


def is_body(text: str) -> bool:
    """Whether the text is built as a body's name: a word for an institution, an acronym, "The …", "… of …"."""
    if is_address(text) or is_acronym(text) or is_network(text):
        return True
    if not is_title_case(text.removeprefix("the ")):
        return False
    lowered = f" {text.casefold()} "
    return has_body_word(text) or lowered.startswith(" the ") or " of " in lowered or " & " in lowered


def name_quality(text: str) -> float:
    """How usual the shape of a person's name is, for choosing between two cuts of one line."""
    if is_handle(text):
        return 0.95
    tokens = [t for t in text.split() if t.casefold() not in PARTICLES and not _is_initials(t)]
    lengths = {0: 0.3, 1: 0.72, 2: 0.98, 3: 0.95, 4: 0.86}
    quality = lengths.get(len(tokens), 0.6)
    return 0.9 if len(tokens) == 1 and len(text.split()) > 1 else quality
