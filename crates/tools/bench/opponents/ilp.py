"""Several rounds with no session twice as an integer programme, with HiGHS: cost, bound, seconds, megabytes."""

import resource
import sys
import time

import highspy
import numpy
import pandas

start = time.perf_counter()
sessions = pandas.read_csv(sys.argv[1]).sort_values(["round", "session"])
wishes = pandas.read_csv(sys.argv[2])
limit = float(sys.argv[3])
people, person = numpy.unique(wishes["person"].to_numpy(dtype=str), return_inverse=True)
rounds = numpy.unique(sessions["round"])
themes = numpy.unique(sessions["session"])
count, turns, offers = len(people), len(rounds), len(themes)
cost = numpy.full((count, turns, offers), 2.0 * wishes["rank"].max())
at = (person, numpy.searchsorted(rounds, wishes["round"]), numpy.searchsorted(themes, wishes["session"]))
cost[at] = wishes["rank"] - 1
capacity = sessions["capacity"].to_numpy().reshape(turns, offers)

# Three equations for each variable: one session in a round, capacity, no session twice.
one = numpy.repeat(numpy.arange(count * turns), offers)
full = count * turns + numpy.tile(numpy.arange(turns * offers), count)
twice = count * turns + turns * offers + numpy.tile(
    numpy.arange(count * offers).reshape(count, 1, offers), (1, turns, 1)
).ravel()
rows = numpy.stack([one, full, twice], axis=1).ravel()
variables, equations = cost.size, count * turns + turns * offers + count * offers

model = highspy.HighsLp()
model.num_col_, model.num_row_ = variables, equations
model.col_cost_ = cost.ravel()
model.col_lower_, model.col_upper_ = numpy.zeros(variables), numpy.ones(variables)
model.row_lower_ = numpy.concatenate([numpy.ones(count * turns), numpy.full(equations - count * turns, -highspy.kHighsInf)])
model.row_upper_ = numpy.concatenate([numpy.ones(count * turns), capacity.ravel(), numpy.ones(count * offers)])
model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
model.a_matrix_.start_ = numpy.arange(variables + 1) * 3
model.a_matrix_.index_ = rows
model.a_matrix_.value_ = numpy.ones(variables * 3)
model.integrality_ = [highspy.HighsVarType.kInteger] * variables

solver = highspy.Highs()
solver.silent()
solver.setOptionValue("threads", 1)
solver.setOptionValue("time_limit", limit)
solver.setOptionValue("mip_rel_gap", 0.0)
solver.passModel(model)
solver.run()
end = time.perf_counter()
info = solver.getInfo()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(info.objective_function_value, info.mip_dual_bound, end - start, memory)
