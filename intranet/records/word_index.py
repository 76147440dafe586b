"""What a search among records looks in; migration 006 makes it, `Record.search_text` says what stands in it."""

from intranet.kernel.wordsearch import WordIndex
from intranet.records.models import Record

RECORD_WORDS = WordIndex("record_words", Record.id, Record.search)
