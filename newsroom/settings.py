"""Settings, read top to bottom. Every variable of the environment stands in .env.example.

Nothing set: one machine, SQLite and files under DATA_DIR, http on 127.0.0.1. An https SITE_URL means
production: TLS-only cookies, HSTS, and a SECRET_KEY that must be given.
"""

import sqlite3
import zoneinfo
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from django.conf.global_settings import LANGUAGES
from django.utils.module_loading import import_string
from django_prose_editor.config import html_tags
from js_asset import static_lazy

from newsroom.environment import HOST_NAME, kept_secret, need_folder, or_exit, read, read_file, refuse

BASE_DIR = Path(__file__).resolve().parent.parent
read_file(BASE_DIR / ".env")

DEBUG = read("DEBUG", "bool", False)
DATA_DIR = Path(read("DATA_DIR", "str", str(BASE_DIR / "data"))).expanduser().resolve()
or_exit("DATA_DIR", lambda: DATA_DIR.mkdir(parents=True, exist_ok=True))

# Where the server listens, and where readers find the site; its scheme decides whether this is production.
HOST = read("HOST", "str", "127.0.0.1").strip("[]")
PORT = read("PORT", "int", 8000, within=range(1, 65536))
WEB_CONCURRENCY = read("WEB_CONCURRENCY", "int", 2, within=range(1, 257))
SITE_URL = read("SITE_URL", "str", f"http://127.0.0.1:{PORT}").rstrip("/")
_site = or_exit("SITE_URL", lambda: urlsplit(SITE_URL))
_port = or_exit("SITE_URL", lambda: _site.port)
_host = _site.netloc.removesuffix(f":{_port}")
if (
    _site.scheme not in {"http", "https"}
    or not HOST_NAME.fullmatch(_host)
    or SITE_URL.partition("://")[2] != _site.netloc
):
    refuse("SITE_URL", f"must be a scheme and a host, such as https://news.example.org; it is {SITE_URL!r}")
SITE_URL = f"{_site.scheme}://{_site.netloc}"
PRODUCTION = _site.scheme == "https"

SECRET_KEY = read("SECRET_KEY", "str", "")
if PRODUCTION and len(SECRET_KEY) < 50:
    refuse("SECRET_KEY", "must be set when SITE_URL is https: a random text of 50 characters or more, kept to yourself")
SECRET_KEY = SECRET_KEY or or_exit("DATA_DIR", lambda: kept_secret(DATA_DIR / "secret_key"))

_local_hosts = [] if PRODUCTION else ["127.0.0.1", "localhost", "[::1]"]
_more_hosts = read("ALLOWED_HOSTS", "list", [])
for _name in _more_hosts:
    if _name != "*" and not HOST_NAME.fullmatch(_name.removeprefix(".")):
        refuse("ALLOWED_HOSTS", f"must be host names alone, such as www.example.org, with commas; {_name!r} is none")
ALLOWED_HOSTS = list(dict.fromkeys([_host, *_local_hosts, *_more_hosts]))
CSRF_TRUSTED_ORIGINS = [SITE_URL]
BEHIND_PROXY = read("BEHIND_PROXY", "bool", False)

INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "newsroom.accounts",
    "articles",
    "articles.photos",
    "articles.sponsors",
    "articles.importers",
    "articles.demo",
    "newsroom.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_prose_editor",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "newsroom.accounts.record.RequestKept",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
            "libraries": {"desk": "articles.admin.desk"},
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # widgets of our own have their templates among ours

# Data

DATABASES = {"default": read("DATABASE_URL", "db_url", f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE: a transaction takes its lock at the start, so two writers wait instead of failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;"
        "PRAGMA cache_size=-32000; PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=67108864;",
    }
    DATABASES["default"]["CONN_MAX_AGE"] = 600  # each thread keeps its connection, and with it its page cache
    # Tests that race two writers need a real file: a database in memory has no journal to wait for.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    _folder = Path(DATABASES["default"]["NAME"]).parent
    if not _folder.is_dir():
        refuse("DATABASE_URL", f"names the folder {_folder}, which is not there; make it first")
    need_folder("DATABASE_URL", _folder)
    if sqlite3.sqlite_version_info < (3, 38):
        refuse("DATABASE_URL", f"needs SQLite 3.38 or newer (this Python has {sqlite3.sqlite_version})")
else:
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
    if not DATABASES["default"]["NAME"]:
        refuse("DATABASE_URL", "must name a database, as in postgres://user:password@127.0.0.1:5432/newsroom")

# A file cache by default, because several worker processes must share the counts of failed sign-ins.
CACHES = {"default": read("CACHE_URL", "cache_url", f"filecache://{DATA_DIR / 'cache'}")}
if CACHES["default"]["BACKEND"].endswith("FileBasedCache"):
    need_folder("CACHE_URL", Path(CACHES["default"]["LOCATION"]))
or_exit("CACHE_URL", lambda: import_string(CACHES["default"]["BACKEND"]))
if "Redis" not in CACHES["default"]["BACKEND"]:
    CACHES["default"].setdefault("OPTIONS", {})["MAX_ENTRIES"] = 10_000

MEDIA_ROOT = read("MEDIA_ROOT", "str", str(DATA_DIR / "media"))
MEDIA_URL = read("MEDIA_URL", "str", "/media/").rstrip("/") + "/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
need_folder("DATA_DIR", STATIC_ROOT)
STATICFILES_DIRS = [BASE_DIR / "static"]
_media = or_exit("MEDIA_ROOT", lambda: urlsplit(MEDIA_ROOT))
if _media.scheme not in {"", "s3"} or (_media.scheme and not _media.netloc):
    refuse("MEDIA_ROOT", "must be a folder, or s3://bucket/folder")
if not _media.scheme:
    need_folder("MEDIA_ROOT", Path(MEDIA_ROOT))
if not MEDIA_URL.startswith(("/", "http://", "https://")) or MEDIA_URL == "/":
    refuse("MEDIA_URL", "must be such as /media/ or https://media.example.org/")
if _media.scheme == "s3" and not urlsplit(MEDIA_URL).netloc:
    refuse("MEDIA_URL", "must say where readers find the bucket's files, such as https://media.example.org/")
STORAGES = {
    "default": (
        {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {
                "bucket_name": _media.netloc,
                "location": _media.path.strip("/"),
                "custom_domain": urlsplit(MEDIA_URL).netloc,
                "querystring_auth": False,
                "default_acl": None,
                "file_overwrite": True,
            },
        }
        if _media.scheme == "s3"
        else {"BACKEND": "newsroom.media.WholeFileStorage"}
    ),
    "staticfiles": {"BACKEND": "newsroom.staticfiles.ModuleStorage"},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Uploads: what a newsroom's camera makes passes, a decompression bomb does not.
PHOTO_MAX_BYTES = read("PHOTO_MAX_MB", "int", 60, within=range(1, 10_001)) * 1024 * 1024
PHOTO_MAX_PIXELS = read("PHOTO_MAX_MEGAPIXELS", "int", 120, within=range(1, 1001)) * 1_000_000
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "newsroom.uploads.BoundedUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o644

# Words and times

LANGUAGE_CODE = read("LANGUAGE_CODE", "str", "en-gb").lower()
if LANGUAGE_CODE not in dict(LANGUAGES):
    refuse("LANGUAGE_CODE", f"must be a language that Django knows, such as en-gb, de or fr; it is {LANGUAGE_CODE!r}")
TIME_ZONE = read("TIME_ZONE", "str", "UTC")
or_exit("TIME_ZONE", lambda: zoneinfo.ZoneInfo(TIME_ZONE))
USE_TZ = True
FORMAT_MODULE_PATH = "newsroom.formats"
USE_I18N = True

# Signing in

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["newsroom.accounts.backends.OneHashBackend"]  # permissions are Django's own there too
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_FORMS = {"login": "newsroom.accounts.forms.LoginForm"}
ACCOUNT_ADAPTER = "newsroom.accounts.adapter.ClosedSignupAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/10m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
ACCOUNT_DEFAULT_HTTP_PROTOCOL = _site.scheme
REQUIRE_MFA = read("REQUIRE_MFA", "bool", False)  # of all who may publish, kill or administer
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # accounts and their addresses are made by an administrator
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
vars().update(_mail := read("EMAIL_URL", "email_url", "consolemail://"))
if _mail["EMAIL_BACKEND"].endswith("smtp.EmailBackend") and not _mail["EMAIL_HOST"]:
    refuse("EMAIL_URL", "must name a server, as in smtp+tls://user:password@mail.example.org:587")
EMAIL_TIMEOUT = 10  # seconds; a letter that is not sent is told in the log
DEFAULT_FROM_EMAIL = SERVER_EMAIL = read("FROM_EMAIL", "str", f"newsroom@{_host}")
if "@" not in parseaddr(DEFAULT_FROM_EMAIL)[1] or len(DEFAULT_FROM_EMAIL.splitlines()) > 1:
    refuse("FROM_EMAIL", f"must be an e-mail address; it is {DEFAULT_FROM_EMAIL!r}")

# Security

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SESSION_COOKIE_AGE = 60 * 60 * 24 * 7
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"

_embed_frames = ["https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://w.soundcloud.com"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "frame-src": _embed_frames,
        "img-src": [SELF, "data:"],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
    },
}
# The admin's own: the import map carries a nonce; the writing surface sets style attributes and one style
# element, which TipTap writes and whose hash stands here. When a new django-prose-editor changes that sheet,
# the browser's console names the new hash, and the browser tests fail until it stands here.
ADMIN_CONTENT_SECURITY_POLICY = CONTENT_SECURITY_POLICY["DIRECTIVES"] | {
    "frame-src": [NONE],
    "img-src": [SELF, "data:", "blob:"],
    "script-src": [SELF, NONCE],
    "style-src": [SELF, "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"],
    "style-src-attr": ["'unsafe-inline'"],
}
if _media.scheme == "s3":
    _media_origin = "{0.scheme}://{0.netloc}".format(urlsplit(MEDIA_URL))
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"].append(_media_origin)
    ADMIN_CONTENT_SECURITY_POLICY["img-src"].append(_media_origin)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "psycopg.pool": {"level": "ERROR"},  # a database that does not answer is told once, by what asked for it
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # scanners send wrong hosts; 400 is all there is to do
    },
}

# The writing surface: our own nodes, each a TipTap extension with the markup it may leave in a stored body.

DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy("js/editor/nodes.js")],
        "extensions": {
            "Photo": html_tags(["figure"], {"figure": ["data-photo", "data-caption", "data-alt"]}),
            "PullQuote": html_tags(["aside", "p"], {"aside": ["data-pull-quote", "data-by"]}),
            "RelatedStory": html_tags(["aside"], {"aside": ["data-related", "data-headline", "data-teaser"]}),
            "Embed": html_tags(["aside"], {"aside": ["data-embed", "data-title"]}),
            "WritingSurface": html_tags([]),  # no markup: clean paste, keys, labels
        },
    },
]
# Buttons only: the library's drop-down of block types cannot be reached by keyboard.
DJANGO_PROSE_EDITOR_MENU_GROUPS = [
    {"group": "blockType -lists"},
    {"group": "marks"},
    {"group": "link"},
    {"group": "lists"},
    {"group": "nodes -blockType -lists"},
    {"group": "story"},
    {"group": "history"},
]

# Newsroom's own

PAGE_SIZE = 20
CHECK_LINKS = read("CHECK_LINKS", "bool", False)  # it reaches out
READER_MAX_AGE = read("READER_MAX_AGE", "int", 60, within=range(31_536_001))
