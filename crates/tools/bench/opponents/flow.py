"""One round as a minimum-cost flow, with SimpleMinCostFlow of OR-Tools: cost, seconds, megabytes."""

import resource
import sys
import time

import numpy
import pandas
from ortools.graph.python import min_cost_flow

start = time.perf_counter()
sessions = pandas.read_csv(sys.argv[1])
wishes = pandas.read_csv(sys.argv[2])
people, person = numpy.unique(wishes["person"].to_numpy(dtype=str), return_inverse=True)
session = numpy.searchsorted(sessions["session"].to_numpy(), wishes["session"].to_numpy())
unranked = 2 * int(wishes["rank"].max())
count, places = len(people), len(sessions)
anywhere, everybody = count + places, count + places + 1
at_session = count + numpy.arange(places)

flow = min_cost_flow.SimpleMinCostFlow()


def arcs(tails, heads, capacities, costs):
    shape = numpy.broadcast(tails, heads, capacities, costs).shape
    full = [numpy.ascontiguousarray(numpy.broadcast_to(part, shape)) for part in (tails, heads, capacities, costs)]
    flow.add_arcs_with_capacity_and_unit_cost(*full)


arcs(person, count + session, 1, wishes["rank"].to_numpy() - 1)
arcs(numpy.arange(count), anywhere, 1, unranked)
arcs(anywhere, at_session, count, 0)
arcs(at_session, everybody, sessions["capacity"].to_numpy(), 0)
flow.set_nodes_supplies(numpy.arange(count), numpy.ones(count, dtype=int))
flow.set_node_supply(everybody, -count)
modelled = time.perf_counter()
if flow.solve() != flow.OPTIMAL:
    sys.exit("not optimal")
end = time.perf_counter()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(flow.optimal_cost(), end - start, modelled - start, memory)
