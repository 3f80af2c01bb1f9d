"""The web side as a WSGI application, for `dideban desk` and for any other WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dideban.settings")

application = get_wsgi_application()
