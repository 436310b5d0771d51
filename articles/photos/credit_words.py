"""Words in a credit that name nobody: what gave a picture, and who works for no house of that name. Facts only."""

GIVERS = (
    "supplied",
    "handout",
    "source",
    "screenshot",
    "screengrab",
    "screen grab",
    "submitted",
    "contributed",
    "dok.",
)
_NO_NAMES_TEXT = (
    "supplied,staff,provided,contributed,submitted,archive photo,illustration,photo illustration,"
    "photo,screenshot,screengrab,screen grab,video still,still image,staff photo,staff photographer,photographer,"
    "contributor,freelance,freelancer,submitted photo,contributed photo,supplied photo,reprodução,reproducción,"
    "special arrangement,by special arrangement,arrangement,collected,publicity image,publicity,pr image,"
    "not known,not known clear with picture desk,illustrative image,representative image,representational image,"
    "captura de pantalla,capture d'écran,bildschirmfoto,skjermdump,skärmdump,schermafbeelding,screencap"
)
NO_HOUSES = frozenset(["staff", "contributed", "submitted", "supplied", "courtesy", "file", "main", "top", "cover"])
NO_NAMES = frozenset(_NO_NAMES_TEXT.split(","))
