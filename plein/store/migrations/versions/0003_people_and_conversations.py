"""People with a relation to the organisation, topics, links, comments, sounding boards, promises, reports, and cycles in a series."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    for table, column in (
        ("plein_person", sa.Column("name", sa.Text(), nullable=True)),
        ("plein_person", sa.Column("contact", sa.Text(), nullable=True)),
        ("plein_person", sa.Column("relation", sa.String(), nullable=True)),
        ("plein_person", sa.Column("language", sa.String(), nullable=True)),
        ("plein_person", sa.Column("usual_since", _MOMENT, nullable=True)),
        ("plein_person", sa.Column("behind", sa.Integer(), nullable=True)),
        ("plein_person", sa.Column("erased", _MOMENT, nullable=True)),
        ("plein_cycle", sa.Column("after", sa.Integer(), nullable=True)),
        ("plein_cycle", sa.Column("avoid", sa.JSON(), nullable=True)),
        ("plein_step", sa.Column("came", sa.JSON(), nullable=True)),
        ("plein_member", sa.Column("expires", _MOMENT, nullable=True)),
        ("plein_member", sa.Column("board", sa.String(), nullable=True)),
        ("plein_suggestion", sa.Column("contribution", sa.Integer(), nullable=True)),
        ("plein_version", sa.Column("contributions", sa.JSON(), nullable=True)),
    ):
        op.add_column(table, column)
    _table(
        "plein_topic",
        [
            sa.Column("number", sa.Integer(), nullable=False),
            sa.Column("name", sa.String(), nullable=False),
            sa.Column("title", sa.Text(), nullable=False),
            sa.Column("host_id", sa.Integer(), nullable=False),
            sa.Column("aim", sa.Text(), nullable=True),
            sa.Column("scope", sa.Text(), nullable=True),
            sa.Column("outcome", sa.Text(), nullable=True),
            sa.Column("salt", sa.String(), nullable=False),
            sa.Column("opened", _MOMENT, nullable=True),
            sa.Column("closed", _MOMENT, nullable=True),
            sa.Column("at", _MOMENT, nullable=False),
        ],
        person="host_id",
        unique=[("cycle_id", "number"), ("cycle_id", "name")],
    )
    _table(
        "plein_link",
        [
            sa.Column("one", sa.Integer(), nullable=False),
            sa.Column("other", sa.Integer(), nullable=False),
            sa.Column("person_id", sa.Integer(), nullable=False),
            sa.Column("at", _MOMENT, nullable=False),
        ],
        person="person_id",
        unique=[("cycle_id", "one", "other")],
    )
    _table(
        "plein_comment",
        [
            sa.Column("number", sa.Integer(), nullable=False),
            sa.Column("author_id", sa.Integer(), nullable=False),
            sa.Column("text", sa.Text(), nullable=False),
            sa.Column("salt", sa.String(), nullable=False),
            sa.Column("version", sa.Integer(), nullable=True),
            sa.Column("paragraph", sa.Integer(), nullable=True),
            sa.Column("suggestion", sa.Integer(), nullable=True),
            sa.Column("reply_to", sa.Integer(), nullable=True),
            sa.Column("at", _MOMENT, nullable=False),
        ],
        person="author_id",
        unique=[("cycle_id", "number")],
    )
    _table(
        "plein_promise",
        [
            sa.Column("number", sa.Integer(), nullable=False),
            sa.Column("text", sa.Text(), nullable=False),
            sa.Column("salt", sa.String(), nullable=False),
            sa.Column("by_id", sa.Integer(), nullable=False),
            sa.Column("at", _MOMENT, nullable=False),
        ],
        person="by_id",
        unique=[("cycle_id", "number")],
    )
    _table(
        "plein_report",
        [
            sa.Column("number", sa.Integer(), nullable=False),
            sa.Column("author_id", sa.Integer(), nullable=False),
            sa.Column("text", sa.Text(), nullable=False),
            sa.Column("digest", sa.String(), nullable=False),
            sa.Column("composed", sa.Boolean(), nullable=False),
            sa.Column("published", _MOMENT, nullable=True),
            sa.Column("at", _MOMENT, nullable=False),
        ],
        person="author_id",
        unique=[("cycle_id", "number")],
    )
    op.create_table(
        "plein_board",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plein_board")),
        sa.UniqueConstraint("name", name=op.f("uq_plein_board_name")),
    )
    op.create_table(
        "plein_board_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("board_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["plein_board.id"], name=op.f("fk_plein_board_person_board_id")),
        sa.ForeignKeyConstraint(["person_id"], ["plein_person.id"], name=op.f("fk_plein_board_person_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plein_board_person")),
        sa.UniqueConstraint("board_id", "person_id", name=op.f("uq_plein_board_person_board_id_person_id")),
    )
    op.create_index(op.f("ix_plein_board_person_board_id"), "plein_board_person", ["board_id"])
    op.create_index(op.f("ix_plein_board_person_person_id"), "plein_board_person", ["person_id"])


def _table(name: str, columns: list[sa.Column[object]], *, person: str, unique: list[tuple[str, ...]]) -> None:
    """A table whose rows belong to a cycle and to somebody."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["cycle_id"], ["plein_cycle.id"], name=op.f(f"fk_{name}_cycle_id")),
        sa.ForeignKeyConstraint([person], ["plein_person.id"], name=op.f(f"fk_{name}_{person}")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *(sa.UniqueConstraint(*keys, name=op.f(f"uq_{name}_{'_'.join(keys)}")) for keys in unique),
    )
    for column in ("cycle_id", person):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])
