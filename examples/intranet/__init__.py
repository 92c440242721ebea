"""A small intranet in which plein is a guest: start with ``app.py``, then ``acts.py``.

    house.py    what this intranet had before plein came: employees, notifications, database, who is signed in
    guest.py    plein inside it: one seat per request, and the one place where plein's errors become HTTP
    acts.py     what an employee does: plein's part and the house's own rows, in one transaction
    app.py      the JSON endpoints, and the app itself
    pages.py    the same as a page with two forms
    start.py    makes the tables, three employees and a policy under review, to try it out with

Try it out, from the folder above ``examples``:

    pip install 'plein[web]' uvicorn            # and plein[postgres] with DATABASE_URL=postgresql+psycopg://…
    python -m examples.intranet.start
    uvicorn --factory examples.intranet.app:intranet
"""
