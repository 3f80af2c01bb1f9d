"""Django's settings, all derived from `dideban.config`."""

from importlib.resources import files

from django.utils.csp import CSP
from django.utils.functional import lazy

from dideban import config as configuration
from dideban.database import connection_settings

CONFIG = configuration.load()

# Made when something is first signed: reading the settings alone, as type checkers do, leaves no trace.
SECRET_KEY = lazy(configuration.secret_key, str)(CONFIG)
DEBUG = False
ALLOWED_HOSTS = list(CONFIG.allowed_hosts)
ROOT_URLCONF = "dideban.urls"
WSGI_APPLICATION = "dideban.wsgi.application"
DATABASES = {"default": connection_settings(CONFIG.database_url)}

INSTALLED_APPS = ["django.contrib.staticfiles", "django_htmx", "corpus", "desk"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

# Reports of crawls, which the desk shows.
RUNS = CONFIG.home / "runs"
# A function that gives the names of publishers by code; the desk cannot ask the crawler itself.
PUBLISHER_NAMES = "dideban.publisher_names.publisher_names"
# A function that gives the publisher's code for the name of an agency, so that a copy is linked to its named origin.
NEWSROOM_CODE = "dideban.publisher_names.newsroom_code"

LANGUAGE_CODE = "fa"
USE_TZ = True
TIME_ZONE = CONFIG.time_zone

# Files are served straight from the packages that hold them, so there is nothing to collect before a start.
STATIC_URL = "/static/"
STATICFILES_DIRS = [("fonts", str(files("fontpkg_noto_sans_arabic") / "files"))]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MIMETYPES = {".ttf": "font/ttf"}

# Nothing comes from outside, nothing is inline: a page shows words of strangers.
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "desk.views.faults.not_allowed"
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": CONFIG.log_level, "propagate": False},
        # A page that is not there is the visitor's business, not the log's.
        "django.request": {"level": "ERROR"},
        # Nor is a host name that is not ours: scanners try them, and the page itself names the setting.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
