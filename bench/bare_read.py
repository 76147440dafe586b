"""The same export only read: calamine, every cell of every row looked at once, nothing understood, nothing stored.

Run as `python -m bench.bare_read FILE`; prints JSON: seconds, and peak memory in MB.
"""

import json
import resource
import sys
import time

from python_calamine import load_workbook


def run(path: str) -> None:
    begin = time.perf_counter()
    cells = sum(len(row) for row in load_workbook(path).get_sheet_by_index(0).iter_rows())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": time.perf_counter() - begin, "memory": memory, "cells": cells}))


run(*sys.argv[1:])
