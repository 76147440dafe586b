"""`python app.py` serves the intranet; `flask` commands find the same app here."""

from intranet.application import create_app

app = create_app()

if __name__ == "__main__":
    from intranet.serving import serve

    serve(app)
