"""Settings of an installation: defaults, under one `dideban.toml`, under the environment.

The file is `$DIDEBAN_HOME/dideban.toml`, else `dideban.toml` in the working directory, else the one in the default
home; the first found is the only one read. Its keys are the settings' names (`desk_port = 8000`); in the environment
they are upper case after DIDEBAN_ (`DIDEBAN_DESK_PORT=8000`). Nothing here imports Django or writes to disk, but
`make_home` and `secret_key`.
"""

import os
import secrets
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urlsplit, urlunsplit

import platformdirs

from dideban import values

FILE = "dideban.toml"
PREFIX = "DIDEBAN_"
# Read by the set-up scripts and by the registry, which know nothing of an installation.
SETUP_VARIABLES = frozenset({"DIDEBAN_PYTHON", "DIDEBAN_PROGRAMMES"})

Source = Literal["default", "file", "environment"]


class ConfigError(ValueError):
    """A setting that cannot be used; its text is one line that names the file or variable at fault."""


def _setting(parse: Callable[[object], object], about: str) -> dict[str, Any]:
    return {"parse": parse, "about": about}


@dataclass(frozen=True, slots=True)
class Config:
    """All settings. `sources` says where each came from; `file` is the file that was read, if any."""

    home: Path = field(metadata=_setting(values.folder, "state folder: database, pages, reports"))
    database_url: str = field(
        repr=False, metadata=_setting(values.database_url, "sqlite:///path or postgresql://user@host/name")
    )
    secret_key: str | None = field(
        default=None,
        repr=False,
        metadata=_setting(values.secret, "signs sessions; made once under home where not given"),
    )
    allowed_hosts: tuple[str, ...] = field(
        default=("localhost", "127.0.0.1", "[::1]"),
        metadata=_setting(values.words, "host names the desk answers to"),
    )
    desk_host: str = field(default="127.0.0.1", metadata=_setting(values.word, "address the desk listens on"))
    desk_port: int = field(default=8000, metadata=_setting(values.port, "port the desk listens on; 0 takes a free one"))
    crawl_delay: float = field(default=4.0, metadata=_setting(values.seconds, "seconds between requests to one site"))
    crawl_contact: str | None = field(
        default=None, metadata=_setting(values.contact, "address or mail in the crawler's user agent")
    )
    time_zone: str = field(default="Asia/Tehran", metadata=_setting(values.time_zone, "time zone of printed dates"))
    log_level: str = field(default="WARNING", metadata=_setting(values.log_level, "least severity that is logged"))
    log_format: str = field(default="text", metadata=_setting(values.log_format, "form of a crawl's log: text or json"))
    sources: Mapping[str, Source] = field(default_factory=dict, compare=False)
    file: Path | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """A setting as it may be printed: secrets masked."""

    name: str
    value: str
    source: Source
    about: str


_SETTINGS = {one.name: one.metadata for one in fields(Config) if "parse" in one.metadata}


def load(environ: Mapping[str, str] | None = None, folder: Path | None = None) -> Config:
    """The settings in force: `environ` (else the process's) over the file of home or `folder` (else the working one).

    Raises ConfigError for a bad value, an unknown key or variable, or a file that cannot be read.
    """
    environ = os.environ if environ is None else environ
    stated = _from_environment(environ)
    file = _find_file(stated.get("home"), folder or Path.cwd())
    chosen = {**(_from_file(file) if file else {}), **stated}
    sources: dict[str, Source] = dict.fromkeys(_SETTINGS, "default")
    sources.update(dict.fromkeys(chosen, "file"))
    sources.update(dict.fromkeys(stated, "environment"))
    home = chosen.setdefault("home", _default_home())
    chosen.setdefault("database_url", "sqlite:///" + quote(str(home / "dideban.sqlite3")))
    return Config(**chosen, sources=sources, file=file)


def shown(config: Config) -> list[Shown]:
    """Every setting with its value, source and meaning, in their order, with secrets masked."""
    return [
        Shown(name, _masked(name, getattr(config, name)), config.sources.get(name, "default"), str(meta["about"]))
        for name, meta in _SETTINGS.items()
    ]


def make_home(config: Config) -> Path:
    """The state folder, made where it does not exist yet. Raises ConfigError where that cannot be."""
    try:
        config.home.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise ConfigError(f"home: cannot make the folder {config.home}: {fault.strerror}") from fault
    return config.home


def secret_key(config: Config) -> str:
    """The key that signs sessions: the one given, else one made once and kept in home, readable by the owner alone."""
    if config.secret_key:
        return config.secret_key
    kept = make_home(config) / "secret.key"
    try:
        if not kept.exists():
            _keep(kept, secrets.token_urlsafe(48))
        return kept.read_text(encoding="ascii").strip()
    except OSError as fault:
        raise ConfigError(f"home: cannot keep the secret key in {kept}: {fault.strerror}") from fault


def _keep(file: Path, secret: str) -> None:
    """Write `file` whole and private, or leave the one that another process was quicker to write."""
    descriptor, draft = tempfile.mkstemp(dir=file.parent)  # mkstemp makes it 0600
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(secret)
    with suppress(FileExistsError):
        os.link(draft, file)
    Path(draft).unlink()


def _default_home() -> Path:
    return Path(platformdirs.user_data_dir("dideban", appauthor=False))


def _find_file(home: object, folder: Path) -> Path | None:
    places = [home] if isinstance(home, Path) else []
    places += [folder] if home else [folder, _default_home()]
    return next((place / FILE for place in places if (place / FILE).is_file()), None)


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    stated = {name: text for name, text in environ.items() if name.startswith(PREFIX) and name not in SETUP_VARIABLES}
    return {
        _known(name.removeprefix(PREFIX).lower(), name): _parsed(name.removeprefix(PREFIX).lower(), text, name)
        for name, text in stated.items()
        if text.strip()
    }


def _from_file(file: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ConfigError(f"{file}: cannot be read: {fault}") from fault
    return {_known(name, f"{file}: {name}"): _parsed(name, value, f"{file}: {name}") for name, value in table.items()}


def _known(name: str, where: str) -> str:
    if name in _SETTINGS:
        return name
    close = get_close_matches(name, _SETTINGS, n=1)
    hint = f"did you mean {close[0]}?" if close else f"settings are {', '.join(_SETTINGS)}"
    raise ConfigError(f"{where}: no such setting; {hint}")


def _parsed(name: str, value: object, where: str) -> object:
    try:
        return _SETTINGS[name]["parse"](value)
    except ValueError as fault:
        raise ConfigError(f"{where}: {fault}") from fault


def _masked(name: str, value: object) -> str:
    if name == "secret_key":
        return "****" if value else "kept under home"
    if name == "database_url":
        parts = urlsplit(str(value))
        if parts.password:
            return urlunsplit(parts._replace(netloc=parts.netloc.replace(f":{parts.password}@", ":****@")))
    return ", ".join(value) if isinstance(value, tuple) else str(value if value is not None else "")
