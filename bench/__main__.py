"""python -m bench"""

from bench import inspections_list

inspections_list.run()
