"""The door of inspections: views.py and the other files of views hang their pages on it."""

from flask import Blueprint

blueprint = Blueprint("inspections", __name__, url_prefix="/inspections")
