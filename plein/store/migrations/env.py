"""Alembic's entry: runs on the connection that `plein.store.schema.upgrade` hands in, and touches nothing but plein's own tables."""

from typing import Any

from alembic import context

from plein.store.schema import VERSION_TABLE
from plein.store.tables import all_tables


def _ours(name: str | None, kind: str, parents: Any) -> bool:
    return kind != "table" or (name or "").startswith("plein_")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=all_tables(),
    version_table=VERSION_TABLE,
    include_name=_ours,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
