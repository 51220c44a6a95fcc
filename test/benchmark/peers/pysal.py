# What PySAL, statsmodels and scikit-learn make of the input: pysal.py input.json output.json. Times are of the
# calculation, with what it must build first, in seconds of the processor, the best of several rounds; not of reading
# or of starting Python.
import json
import sys
import time
import warnings
from importlib.metadata import version

warnings.filterwarnings("ignore")
import esda
import h3
import numpy as np
import statsmodels.api as sm
from esda.getisord import G_Local
from esda.smoothing import assuncao_rate
from libpysal import examples
from libpysal.weights import W
from pointpats import SpaceTimeEvents
from pointpats.spacetime import Knox
from sklearn.feature_extraction.text import TfidfVectorizer

given = json.load(open(sys.argv[1]))
seconds = {}


def timed(name, work):
    times = []
    for _ in range(given["rounds"]):
        started = time.process_time()
        result = work()
        times.append(time.process_time() - started)
    seconds[name] = min(times)
    return result


def weights_of(region):
    places = {cell: i for i, cell in enumerate(region)}
    return W(
        {i: [places[near] for near in h3.grid_disk(cell, 1) if near in places] for cell, i in places.items()},
        silence_warnings=True,
    )


def local_g(values, region):
    return G_Local(np.array(values, float), weights_of(region), transform="B", star=True, permutations=0)


def hot_spots(one):
    def work():
        counts = dict.fromkeys(one["region"], 0)
        for longitude, latitude in one["points"]:
            cell = h3.latlng_to_cell(latitude, longitude, one["resolution"])
            if cell in counts:
                counts[cell] += 1
        return counts, local_g(list(counts.values()), one["region"])

    counts, found = timed(one["name"], work)
    answer = {"counts": list(counts.values()), "z": found.Zs.tolist(), "p": found.p_norm.tolist()}
    if "exposure" in one:
        rates = assuncao_rate(np.array(answer["counts"], float), np.array(one["exposure"], float)).flatten()
        answer["rates"] = rates.tolist()
        answer["zOfRates"] = local_g(rates, one["region"]).Zs.tolist()
    return answer


def knox(one):
    places = np.column_stack([one["x"], one["y"]])
    days = np.array(one["day"], float).reshape(-1, 1)
    np.random.seed(1)
    found = timed(one["name"], lambda: Knox(places, days, one["metres"], one["days"], permutations=one["shuffles"]))
    return {
        "observed": int(found.nst),
        "expected": float(found.expected[0, 0]),
        "p": float(found.p_sim),
    }


def burkitt():
    events = SpaceTimeEvents(examples.get_path("burkitt.shp"), "T")
    np.random.seed(1)
    found = Knox(events.space, events.t, 20, 5, permutations=99)
    return {
        "x": events.x.flatten().tolist(),
        "y": events.y.flatten().tolist(),
        "day": events.t.flatten().tolist(),
        "observed": int(found.nst),
        "expected": float(found.expected[0, 0]),
    }


def regression(one):
    design = np.array([row["of"] for row in one], float)
    counts = np.array([row["count"] for row in one], float)
    exposure = np.array([row["exposure"] for row in one], float)
    fit = sm.GLM(counts, design, family=sm.families.Poisson(), exposure=exposure).fit(scale="X2")
    return {"coefficients": fit.params.tolist(), "errors": fit.bse.tolist(), "dispersion": float(fit.scale)}


def likeness(texts):
    found = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    return (found @ found.T).toarray().tolist()


answers = {
    "versions": {name: version(name) for name in ["esda", "libpysal", "pointpats", "h3", "statsmodels", "scikit-learn", "numpy"]},
    "hotSpots": [hot_spots(one) for one in given["hotSpots"]],
    "knox": [knox(one) for one in given["knox"]],
    "regression": regression(given["regression"]) if given["regression"] else None,
    "likeness": likeness(given["texts"]),
    "burkitt": burkitt(),
    "seconds": seconds,
}
json.dump(answers, open(sys.argv[2], "w"))
