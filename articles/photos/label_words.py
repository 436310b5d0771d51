"""The words that announce a credit, language by language. Facts only; labels.py puts them to work."""

# What is credited, or by whom. With a mark behind it (`Foto:`) each is a label wherever it stands.
_NOUNS = r"""
photo(?:graph|s|graphs|grapher|graphers|graphie|graphies|graphy)?  images?  pictures?  pics?  credits?  stills?
illustrations?  graphics?  cr[ée]dit(?:s|o|os)?  credit[oi]  fot[oó]s?  fotoer  foto's  foto’s  fotod  fotoqraf
fot[oó]graf(?:ie|ía|ias|ías|i|o|a|os|as|s|in|en|er|ija|ije)?  fotograaf  fotoğraf(?:lar)?  görsel  bild(?:er|e)?
aufnahme  grafik  beeld  kuv(?:a|at|aaja|aajat)  valokuva  l?jósmynd  ljósmynd(?:ari)?  mynd  pilt  attēls
ph  dok\.
symbol(?:foto|bild)  themen(?:foto|bild)
nuotr(?:\.|auka)?  fot(?:\.|ografia|o)  zdjęci[ea]  snímek  snímka  snimka  snimak  kép  imágen(?:es)?  image[nm]
immagin[ei]  imagens  şəkil  gambar  larawan  kuha  picha  ảnh  hình(?:\ ảnh)?  ภาพ(?:ถ่าย)?  ဓာတ်ပုံ
фот[оа]  фотография  фотографија  снимка  снимок  изображение  світлина  сурет  φωτ(?:\.|ό|ογραφία|ογραφίες)
ფოტო  լուսանկարը  صورة  الصورة  تصوير  عکس  تصویر  فوٹو  צילום  תמונה  फ़?ोटो  फ[ो़]*टो  तस्वीर  छायाचित्र  ছবি
புகைப்படம்  படம்  ఫోటో  ഫോട്ടോ  图  圖  [图圖]片  [图圖]源  照片  [摄攝]影?  供[图圖]  写真  画像  撮影者?  사진  이미지
"""
# Where it is from: labels with a mark behind them only.
_SOURCES = r"""
screen\ ?shots?  screen\ ?grabs?
source  quelle  fonte  fuente  font  bron  kilde  källa  lähde  źródło  zdroj  forrás  sursa  izvor  vir  heimild
allikas  avots  šaltinis  autor[ae]?  autorka  author  извор  източник  источник  джерело  крыніца  πηγή  kaynak
المصدر  منبع  מקור  स्रोत  nguồn  sumber  chanzo  来源  來源  提供  出典  출처  제공
"""
# Complete phrases: no mark is needed, since no sentence of a story begins so before a name.
_PHRASES = r"""
(?:photo(?:graph)?|image|picture|pic|foto|video)s?\.?\ (?:by|from)
(?:photo(?:graph)?|image|picture|pic|foto|video)s?\.?\ (?:taken|provided|supplied|illustration|made|shot)\ (?:by|from)
photo\ credit\ should\ read:?
(?:photo(?:graph)?|image|picture|cover|video)\ (?:credits?|copyright|source)
(?:photo|image)[-\ ]illustration(?:\ by)?  illustration\ by
(?:provided|supplied|submitted|contributed|photographed|photography)\ by
cr[ée]dits?\ (?:photos?|images?)  photo\ (?:de|par)  fotos?\ (?:de|di|del|von|van|por|av|af|oleh|ni)
mandatory\ credits?
foto\ ?credits?  foto\ ?graf[ií]a\ (?:de|di)  bild(?:quelle|nachweis|rechte|credit)  fotoquelle  copyright
(?:larawan|kuha)\ ni  picha\ na  [图圖]片(?:来源|來源|提供)  (?:写真|画像)提供  사진\ ?(?:제공|출처)
"""


def _any_of(words: str) -> str:
    return "|".join(words.replace("\\ ", "\0").split()).replace("\0", "\\ ")


NOUNS, SOURCES, PHRASES = map(_any_of, (_NOUNS, _SOURCES, _PHRASES))
# In some languages the word stands behind the name: `山田太郎撮影`.
BEHIND_IN_CHINESE = "(?:[摄攝]影?(?:报道|報道)?|供[图圖])"  # printed with the name, as Chinese papers do
BEHIND = rf"(?:{BEHIND_IN_CHINESE}|提供|撮影|제공|촬영)"
