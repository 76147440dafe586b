"""The same list by Django's admin, over the same database: same columns, same filters, same search text.

Run by the environment of bench/requirements.txt: `python beside_django.py DATABASE`; prints JSON.
"""

import json
import sys

import django
from django.conf import settings
from stopwatch import milliseconds

settings.configure(
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["localhost"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[1]}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    LANGUAGE_CODE="vi",
    TIME_ZONE="Asia/Ho_Chi_Minh",
    STATIC_URL="/static/",
    INSTALLED_APPS=[f"django.contrib.{name}" for name in ("admin", "auth", "contenttypes", "sessions", "messages")],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
)
django.setup()

from django.contrib import admin  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import models  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import path  # noqa: E402

STATES = [("draft", "Bản nháp"), ("submitted", "Chờ duyệt"), ("returned", "Bị trả lại"), ("approved", "Đã duyệt")]
KINDS = [("periodic", "Định kỳ"), ("ad_hoc", "Đột xuất"), ("self_check", "Tự kiểm tra")]


# The models stand under an app that is installed anyway; its name changes nothing but addresses.
class Unit(models.Model):
    name = models.CharField(max_length=200)

    class Meta:
        app_label, managed, db_table = "auth", False, "unit"

    def __str__(self):
        return self.name


class Inspection(models.Model):
    title = models.CharField(max_length=300)
    search = models.TextField()
    state = models.CharField(max_length=32, choices=STATES)
    occurs_on = models.DateField()
    kind = models.CharField(max_length=32, choices=KINDS)
    unit = models.ForeignKey(Unit, models.PROTECT)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        app_label, managed, db_table = "auth", False, "inspection"


class Finding(models.Model):
    inspection = models.ForeignKey(Inspection, models.CASCADE)
    state = models.CharField(max_length=32)

    class Meta:
        app_label, managed, db_table = "auth", False, "finding"


class InspectionAdmin(admin.ModelAdmin):
    list_display = ("title", "unit", "kind", "started_on", "ended_on", "state", "found", "left")
    list_filter = ("occurs_on", "unit", "state", "kind")
    list_select_related = ("unit",)
    list_per_page = 20
    search_fields = ("search",)
    ordering = ("-occurs_on", "-id")

    def get_queryset(self, request):
        of_this = Finding.objects.filter(inspection=models.OuterRef("pk")).order_by().values("inspection")
        count = of_this.annotate(n=models.Count("pk")).values("n")
        still_open = of_this.exclude(state="verified").annotate(n=models.Count("pk")).values("n")
        return super().get_queryset(request).annotate(found=models.Subquery(count), left=models.Subquery(still_open))

    def found(self, inspection):
        return inspection.found

    def left(self, inspection):
        return inspection.left


admin.site.register(Inspection, InspectionAdmin)
urlpatterns = [path("admin/", admin.site.urls)]

LIST = "/admin/auth/inspection/"
ADDRESSES = {
    "list": LIST,
    "filtered": f"{LIST}?unit__id__exact=3",
    "deep": f"{LIST}?p=2500",
    "sorted": f"{LIST}?o=1",
    "common words": f"{LIST}?q=kiem+tra",
    "rare words": f"{LIST}?q=lan+hai",
}

if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(User.objects.create_superuser("bench"))
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    application = get_wsgi_application()
    print(json.dumps({name: milliseconds(application, address, cookie) for name, address in ADDRESSES.items()}))
