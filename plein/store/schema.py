"""Which state of the tables this plein works with, known without loading Alembic; and the door to the migrations, which does load it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plein.errors import Damaged, NotADatabase
from plein.sentences import sentence, typed

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

VERSION_TABLE = "plein_schema_version"
KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010")
"""Every revision of the tables, oldest first; a test holds this against the migrations."""
HEAD = KNOWN[-1]


def upgrade(connection: Connection) -> None:
    """Bring the tables to :data:`HEAD`, from nothing or from any older state, inside the caller's transaction.

    On PostgreSQL a lock makes others who upgrade at the same moment wait; on SQLite the transaction itself does.

    Raises:
        NotADatabase: Another program made a table of a name that is plein's.
        Damaged: The tables lack something that tables of their state have.
    """
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import text

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('plein schema'))"))
    _refuse_strays(connection)
    config = Config()
    config.set_main_option("script_location", "plein.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    _refuse_gaps(connection)


def _refuse_gaps(connection: Connection) -> None:
    """Tables that say they are of one state and are of another, as when a copy was put back by halves, are told before anybody works with
    them.
    """
    from sqlalchemy import inspect

    from plein.store.tables import all_tables

    looked = inspect(connection)
    there = {
        name: {column["name"] for column in looked.get_columns(name)} for name in looked.get_table_names() if name.startswith("plein_")
    }
    for table in all_tables().sorted_tables:
        lost = [column.name for column in table.columns if column.name not in there.get(table.name, ())]
        if lost:
            raise Damaged(
                sentence(
                    "The tables say that they are of state {state}, and {table} lacks {columns}. Put back a copy of the database from before.",
                    state=HEAD,
                    table=table.name,
                    columns=", ".join(lost),
                )
            )


def _refuse_strays(connection: Connection) -> None:
    """Tables called like plein's where there is no state of plein's tables were made by something else, which may still need them."""
    from sqlalchemy import inspect

    from plein.store.tables import all_tables

    there = set(inspect(connection).get_table_names())
    strays = [] if VERSION_TABLE in there else sorted(there.intersection(all_tables().tables))
    if strays:
        raise NotADatabase(
            sentence(
                "There is a table here that is called like one of plein's and was not made by it: {tables}. Nothing was changed; "
                "give plein a database of its own: {option}",
                tables=", ".join(strays),
                option=typed("--db FILE", "Plein('plein.db')"),
            )
        )
