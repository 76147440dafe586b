"""python -m bench"""

from bench import dossiers, inspections_list, reports

dossiers.run()
inspections_list.run()
reports.run()
