"""python -m bench"""

from bench import dossiers, inspections_list

dossiers.run()
inspections_list.run()
