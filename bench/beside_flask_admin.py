"""The same list by Flask-Admin, over the same database: same columns, same filters, same search text.

Run by the environment of bench/requirements.txt: `python beside_flask_admin.py DATABASE`; prints JSON.
"""

import json
import sys
from datetime import date

from flask import Flask
from flask_admin import Admin
from flask_admin.contrib.sqla import ModelView
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, mapped_column, relationship
from stopwatch import milliseconds


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class Unit(db.Model):
    __tablename__ = "unit"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

    def __str__(self) -> str:
        return self.name


class Finding(db.Model):
    __tablename__ = "finding"
    id: Mapped[int] = mapped_column(primary_key=True)
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspection.id"))
    state: Mapped[str]


class Inspection(db.Model):
    __tablename__ = "inspection"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    search: Mapped[str]
    state: Mapped[str]
    occurs_on: Mapped[date]
    kind: Mapped[str]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    unit: Mapped[Unit] = relationship()


OF_THIS = select(func.count(Finding.id)).where(Finding.inspection_id == Inspection.id).correlate(Inspection)
Inspection.found = column_property(OF_THIS.scalar_subquery())
Inspection.left = column_property(OF_THIS.where(Finding.state != "verified").scalar_subquery())


class InspectionView(ModelView):
    column_list = ("title", "unit", "kind", "started_on", "ended_on", "state", "found", "left")
    column_searchable_list = ("search",)
    column_filters = ("occurs_on", "unit_id", "state", "kind")
    named_filter_urls = True
    column_sortable_list = ("title", "started_on")
    column_default_sort = ("occurs_on", True)
    page_size = 20


LIST = "/admin/inspection/"
ADDRESSES = {
    "list": LIST,
    "filtered": f"{LIST}?flt1_unit_id_equals=3",
    "deep": f"{LIST}?page=2499",
    "sorted": f"{LIST}?sort=0",
    "common words": f"{LIST}?search=kiem+tra",
    "rare words": f"{LIST}?search=lan+hai",
}

if __name__ == "__main__":
    app = Flask(__name__)
    app.config.update(SECRET_KEY="bench", SQLALCHEMY_DATABASE_URI=f"sqlite:///{sys.argv[1]}")
    db.init_app(app)
    view = InspectionView(Inspection, db)
    Admin(app).add_view(view)
    print(json.dumps({name: milliseconds(app, address) for name, address in ADDRESSES.items()}))
