"""The migration scripts of one database. Loaded only where a file is not at its head."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def known(folder: Path) -> frozenset[str]:
    """Return the revisions of the scripts in `folder`."""
    scripts = ScriptDirectory.from_config(_config(folder))
    return frozenset(script.revision for script in scripts.walk_revisions())


def upgrade(folder: Path, connection: Connection) -> None:
    """Bring the schema behind `connection` to the head of the scripts in `folder`."""
    config = _config(folder)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config(folder: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config
