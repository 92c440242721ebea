"""Which version somebody edited, what took the place of what, the final version corrected, decisions that were public and taken back, and the
seals of sounding boards.
"""

import sqlalchemy as sa
from alembic import op

from plein.store.boards import board_seal

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plein_board", sa.Column("seal", sa.String(), nullable=False, server_default=sa.text("''")))
    _seal_boards()
    op.add_column("plein_submission", sa.Column("edited_from", sa.Integer(), nullable=True))
    op.add_column("plein_suggestion", sa.Column("edited_from", sa.Integer(), nullable=True))
    op.add_column("plein_suggestion", sa.Column("replaced_by", sa.Integer(), nullable=True))
    op.add_column("plein_version", sa.Column("corrects", sa.Integer(), nullable=True))
    op.add_column("plein_version", sa.Column("because", sa.Text(), nullable=True))
    op.create_table(
        "plein_undone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("suggestion", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("because", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("published", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["plein_person.id"], name=op.f("fk_plein_undone_by_id_plein_person")),
        sa.ForeignKeyConstraint(["cycle_id"], ["plein_cycle.id"], name=op.f("fk_plein_undone_cycle_id_plein_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plein_undone")),
        sa.UniqueConstraint("cycle_id", "number", name=op.f("uq_plein_undone_cycle_id_number")),
    )
    op.create_index(op.f("ix_plein_undone_by_id"), "plein_undone", ["by_id"])
    op.create_index(op.f("ix_plein_undone_cycle_id"), "plein_undone", ["cycle_id"])


def _seal_boards() -> None:
    """Seal what is there, so that what is changed from now on is found."""
    board = sa.table("plein_board", sa.column("id"), sa.column("name"), sa.column("at", sa.DateTime(timezone=True)), sa.column("seal"))
    seat = sa.table("plein_board_person", sa.column("id"), sa.column("board_id"), sa.column("person_id"))
    person = sa.table("plein_person", sa.column("id"), sa.column("key"))
    connection = op.get_bind()
    for row in connection.execute(sa.select(board.c.id, board.c.name, board.c.at)).all():
        keys = sa.select(person.c.key).join(seat, seat.c.person_id == person.c.id).where(seat.c.board_id == row.id).order_by(seat.c.id)
        sealed = board_seal(row.name, row.at, connection.execute(keys).scalars())
        connection.execute(board.update().where(board.c.id == row.id).values(seal=sealed))
