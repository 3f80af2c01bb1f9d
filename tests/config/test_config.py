import stat
import threading

import pytest

from crawler.settings import POLITE_DELAY
from dideban import config


def load(tmp_path, **environ):
    return config.load({"DIDEBAN_HOME": str(tmp_path / "home"), **environ}, tmp_path)


def write(folder, text):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dideban.toml").write_text(text, encoding="utf-8")


def test_every_setting_has_a_default(tmp_path):
    made = config.load({"DIDEBAN_HOME": str(tmp_path)}, tmp_path)
    assert made.database_url == f"sqlite:///{tmp_path}/dideban.sqlite3"
    assert (made.desk_host, made.desk_port, made.time_zone) == ("127.0.0.1", 8000, "Asia/Tehran")
    assert made.file is None
    assert {name for name, source in made.sources.items() if source == "environment"} == {"home"}


def test_loading_writes_nothing(tmp_path):
    load(tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_environment_stands_over_the_file_and_the_file_over_defaults(tmp_path):
    write(tmp_path / "home", 'desk_port = 9000\ncrawl_delay = 5\nallowed_hosts = ["desk.example.ir"]\n')
    made = load(tmp_path, DIDEBAN_DESK_PORT="9001")
    assert (made.desk_port, made.crawl_delay, made.allowed_hosts) == (9001, 5.0, ("desk.example.ir",))
    asked = {name: made.sources[name] for name in ("desk_port", "crawl_delay", "log_level")}
    assert asked == {"desk_port": "environment", "crawl_delay": "file", "log_level": "default"}


def test_one_file_is_read_that_of_home_first(tmp_path):
    write(tmp_path, "desk_port = 1\ncrawl_delay = 9")
    assert load(tmp_path).desk_port == 1
    write(tmp_path / "home", "desk_port = 2")
    made = load(tmp_path)
    assert (made.desk_port, made.crawl_delay, made.file) == (2, 4.0, tmp_path / "home" / "dideban.toml")


def test_the_file_can_name_the_home(tmp_path):
    write(tmp_path, f'home = "{tmp_path}/elsewhere"')
    made = config.load({}, tmp_path)
    assert made.home == tmp_path / "elsewhere"
    assert made.database_url == f"sqlite:///{tmp_path}/elsewhere/dideban.sqlite3"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DIDEBAN_DESK_PORT", "70000"),
        ("DIDEBAN_DESK_PORT", "eight"),
        ("DIDEBAN_DESK_PORT", "80.5"),
        ("DIDEBAN_CRAWL_DELAY", "-1"),
        ("DIDEBAN_CRAWL_DELAY", "nan"),
        ("DIDEBAN_CRAWL_DELAY", "inf"),
        ("DIDEBAN_TIME_ZONE", "Asia/Tehrun"),
        ("DIDEBAN_TIME_ZONE", "../etc/passwd"),
        ("DIDEBAN_LOG_LEVEL", "loud"),
        ("DIDEBAN_DATABASE_URL", "mysql://host/name"),
        ("DIDEBAN_DATABASE_URL", "postgresql://host"),
        ("DIDEBAN_DATABASE_URL", "postgresql://host:port/name"),
        ("DIDEBAN_DATABASE_URL", "sqlite://name"),
        ("DIDEBAN_SECRET_KEY", "short"),
        ("DIDEBAN_ALLOWED_HOSTS", "a b,c"),
        ("DIDEBAN_CRAWL_CONTACT", "me"),
        ("DIDEBAN_HOME", __file__),
        ("DIDEBAN_DESK_PROT", "8000"),
        ("DIDEBAN_X", "1"),
    ],
)
def test_a_bad_variable_is_named_in_one_line(tmp_path, variable, value):
    with pytest.raises(config.ConfigError) as caught:
        load(tmp_path, **{variable: value})
    assert str(caught.value).startswith(f"{variable}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('desk_port = "x"', "desk_port: "),
        ("desk_port = true", "desk_port: "),
        ("dask_port = 1", "dask_port: no such setting; did you mean desk_port?"),
        ("allowed_hosts = [1]", "allowed_hosts: "),
        ("[desk]\nport = 1", "desk: no such setting"),
        ("desk_port = ", "cannot be read"),
    ],
)
def test_a_bad_file_is_named_with_its_key(tmp_path, text, named):
    write(tmp_path, text)
    with pytest.raises(config.ConfigError) as caught:
        load(tmp_path)
    assert f"{tmp_path}/dideban.toml: " in str(caught.value)
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_in_another_encoding_is_named(tmp_path):
    (tmp_path / "dideban.toml").write_bytes('home = "خانه"'.encode("cp1256"))
    with pytest.raises(config.ConfigError, match="cannot be read"):
        load(tmp_path)


def test_crawls_are_as_polite_as_the_crawler_itself(tmp_path):
    assert load(tmp_path).crawl_delay == POLITE_DELAY


def test_the_set_up_has_variables_of_its_own(tmp_path):
    assert load(tmp_path, DIDEBAN_PYTHON="python3.12", DIDEBAN_PROGRAMMES="mine").desk_port == 8000


def test_secrets_are_never_shown_nor_told(tmp_path):
    secret = "s3cret" * 8
    url = "postgresql://team:pass%40word@db.example.ir:5432/dideban"
    made = load(tmp_path, DIDEBAN_SECRET_KEY=secret, DIDEBAN_DATABASE_URL=url)
    printed = f"{config.shown(made)} {made}"
    assert secret not in printed
    assert "pass" not in printed
    assert "team:****@db.example.ir:5432/dideban" in printed
    with pytest.raises(config.ConfigError) as caught:
        load(tmp_path, DIDEBAN_DATABASE_URL="mysql://team:geheim@host/name")
    assert "geheim" not in str(caught.value)


def test_the_secret_key_is_made_once_and_kept_from_others(tmp_path):
    made = load(tmp_path)
    keys, barrier = set(), threading.Barrier(4)

    def ask():
        barrier.wait()
        keys.add(config.secret_key(made))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert keys == {config.secret_key(made)}
    assert len(config.secret_key(made)) >= 50
    assert stat.S_IMODE((made.home / "secret.key").stat().st_mode) == 0o600


def test_a_given_secret_key_is_not_kept(tmp_path):
    made = load(tmp_path, DIDEBAN_SECRET_KEY="k" * 50)
    assert config.secret_key(made) == "k" * 50
    assert not made.home.exists()


def test_a_home_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    made = config.load({"DIDEBAN_HOME": str(tmp_path / "file" / "home")}, tmp_path)
    with pytest.raises(config.ConfigError, match="cannot make the folder"):
        config.make_home(made)
